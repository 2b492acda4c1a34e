import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { isSetAsidePartner } from "@/db/queries/couples/partner-invitation";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { invitationEnds } from "@/lib/identity/link-life";
import { authorize, can } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { account, oneTimeLink } from "../../schema/identity";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { requireHere } from "../clients/require-here";
import { queueLetter } from "../letters/queue-letter";
import type { LinkPurpose } from "./find-link";
import { mintToken, tokenHash } from "./one-time-token";
import { lockAccountRow, type Person } from "./person";

export type Invitation = { readonly token: string; readonly endsAt: Date; readonly email: string };

/**
 * A link that lets one person choose a password, once, within its days. Making another withdraws the earlier one.
 * The letter with the link goes with it, where mail is set up. Colleagues are the owner's to invite; a client, whoever
 * may change that client (the client row must be there).
 */
export async function createInvitation(
  scope: Scope<StaffActor>,
  { accountId }: { accountId: string },
): Promise<Invitation> {
  const { actor, now } = scope;
  const person = await lockAccountRow(scope, accountId);
  if (!person) throw new NotFound();
  await mayInvite(scope, person);
  if (person.passwordHash) throw new Refused("This person has accepted an invitation already.");
  if (!person.hasAccess) throw new Refused("Access was withdrawn. Restore it first.");
  await requireHere(scope, accountId, client.accountId);
  if (await isUninvited(scope, accountId)) throw new Refused(uninvited);
  await withdrawLinks(scope, accountId, "invitation");
  const token = mintToken();
  const id = randomUUID();
  const endsAt = invitationEnds(now);
  await scope.tx.insert(oneTimeLink).values({
    practiceId: actor.practiceId,
    id,
    accountId,
    purpose: "invitation",
    tokenHash: tokenHash(token),
    createdBy: actor.accountId,
    createdAt: now,
    endsAt,
  });
  await queueLetter(scope, { accountId, about: { kind: "invitation", id } });
  await recordAudit(scope, "identity.invited", { id: accountId });
  return { token, endsAt, email: person.email };
}

const uninvited = "This person is not invited any more. Invite them anew on the record of whose partner they are.";

/** Invited as a partner, and then they declined or it was taken back: a link of its own would go past the client's yes. */
async function isUninvited({ actor, tx }: Scope, accountId: string): Promise<boolean> {
  const [row] = await tx
    .select({ isSetAside: isSetAsidePartner(account.passwordHash) })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.accountId, accountId)));
  return row?.isSetAside ?? false;
}

export async function mayInvite(scope: Scope<StaffActor>, person: Person): Promise<void> {
  // Whoever may not invite colleagues is answered the same for a colleague as for nobody.
  if (person.role !== "client") {
    if (!can(scope.actor, "identity.invite-colleague")) throw new NotFound();
    return;
  }
  authorize(scope.actor, "clients.enrol");
  const [reached] = await scope.tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope, "change"), eq(client.accountId, person.accountId)));
  if (!reached) throw new NotFound();
}

/** Links that were not used yet are worth nothing from here on. */
export async function withdrawLinks(
  { actor, tx, now }: Scope,
  accountId: string,
  purpose?: LinkPurpose,
): Promise<void> {
  await tx
    .update(oneTimeLink)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(oneTimeLink.practiceId, actor.practiceId),
        eq(oneTimeLink.accountId, accountId),
        purpose ? eq(oneTimeLink.purpose, purpose) : undefined,
        isNull(oneTimeLink.usedAt),
        isNull(oneTimeLink.withdrawnAt),
      ),
    );
}
