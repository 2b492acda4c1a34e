import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { viewOpenAddressChange } from "@/db/queries/clients/corrections";
import type { StaffActor } from "@/lib/actor";
import type { AddressChangeForm } from "@/lib/clients/correction-forms";
import { NotFound, Refused } from "@/lib/errors";
import { invitationEnds } from "@/lib/identity/link-life";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { addressChange, addressChangeReason } from "../../schema/client-life";
import { client } from "../../schema/clients";
import { account, oneTimeLink } from "../../schema/identity";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { withdrawLinks } from "../identity/create-invitation";
import { mintToken, tokenHash } from "../identity/one-time-token";
import { lockAccountRow, type Person } from "../identity/person";
import { queueLetter } from "../letters/queue-letter";
import { keepAddressSafety } from "../letters/say-address";
import { setLettersAside } from "../letters/set-letters-aside";
import { keepCorrections } from "./keep-corrections";

/** `changed`: nobody had signed in yet. `asked`: the link goes to the new address, where that is safe, or is handed over. */
export type AddressChanged =
  | { is: "changed"; accountId: string }
  | { is: "asked"; accountId: string; token: string; isMailed: boolean };

export const addressTaken = "This address cannot be used here. Ask for another one.";

/**
 * Another e-mail address. Who has not come yet has it at once, and every link and letter to the one before is over. Who
 * signs in already keeps the old one until they confirm the new one, with their password: a mistyped address is a stranger's.
 */
export async function correctAddress(
  scope: Scope<StaffActor>,
  { clientId, email, addressSafety, oldUnsafe, reason }: AddressChangeForm,
): Promise<AddressChanged> {
  const { actor, tx } = scope;
  authorize(actor, "clients.correct");
  const person = await lockPerson(scope, clientId);
  const { accountId } = person;
  if (person.email.toLowerCase() === email) throw new Refused("This is the address already.", { email: "The same." });
  if (await isTaken(scope, email)) throw new Refused("The e-mail address cannot be used.", { email: addressTaken });
  const whose = { clientId, accountId };
  if (oldUnsafe) await keepAddressSafety(scope, { ...whose, email: person.email }, "unsafe");
  if (addressSafety !== "unknown")
    await keepAddressSafety(scope, { ...whose, email }, addressSafety, { isStanding: false });
  if (person.passwordHash)
    return { is: "asked", accountId, ...(await askToConfirm(scope, whose, { email, reason, oldUnsafe })) };
  await withdrawLinks(scope, accountId);
  await setLettersAside(scope, accountId);
  await tx
    .update(account)
    .set({ email })
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, accountId)));
  const corrections = [{ field: "email" as const, before: person.email, after: email }];
  await keepCorrections(scope, { clientId, corrections, reason, correctedBy: actor.accountId });
  return { is: "changed", accountId };
}

/** A new address that nobody has confirmed is asked for no longer. */
export async function dropAddressChange(scope: Scope<StaffActor>, { clientId }: { clientId: string }): Promise<void> {
  authorize(scope.actor, "clients.correct");
  const { accountId } = await lockPerson(scope, clientId);
  const open = await viewOpenAddressChange(scope, clientId);
  if (!open) throw new Refused("No new address waits to be confirmed.");
  await withdrawLinks(scope, accountId, "address");
  await recordAudit(scope, "clients.address-dropped", { id: open.id, clientId });
}

async function lockPerson(scope: Scope<StaffActor>, clientId: string): Promise<Person> {
  const [found] = await scope.tx
    .select({ accountId: client.accountId })
    .from(client)
    .where(and(visibleClients(scope, "change"), eq(client.id, clientId)))
    .for("no key update");
  const person = found && (await lockAccountRow(scope, found.accountId));
  if (!person) throw new NotFound();
  return person;
}

/** By anybody of the installation: an address signs in to one account. */
export async function isTaken({ tx }: Pick<Scope, "tx">, email: string): Promise<boolean> {
  const { rowCount } = await tx.$client.query("select 1 from door_find_account($1)", [email]);
  return (rowCount ?? 0) > 0;
}

async function askToConfirm(
  scope: Scope<StaffActor>,
  { clientId, accountId }: { clientId: string; accountId: string },
  { email, reason, oldUnsafe }: { email: string; reason: string; oldUnsafe: boolean },
): Promise<{ token: string; isMailed: boolean }> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  await withdrawLinks(scope, accountId, "address");
  const token = mintToken();
  const id = randomUUID();
  await tx.insert(oneTimeLink).values({
    ...{ practiceId, id, accountId, purpose: "address" as const, tokenHash: tokenHash(token) },
    ...{ createdBy: actor.accountId, createdAt: now, endsAt: invitationEnds(now) },
  });
  await tx.insert(addressChange).values({
    ...{ practiceId, id, clientId, email, tellsOld: !oldUnsafe },
    reasonSealed: addressChangeReason.seal(reason, { practiceId, id }),
    askedBy: actor.accountId,
    askedAt: now,
  });
  const queued = await queueLetter(scope, { accountId, about: { kind: "address-link", id }, to: email });
  await recordAudit(scope, "clients.address-asked", { id, clientId });
  return { token, isMailed: queued === "queued" };
}
