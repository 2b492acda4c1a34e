import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { clientsLeftBy } from "@/db/queries/clients/who-has-whom";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { lineShape } from "@/lib/identity/shapes";
import { counted } from "@/lib/plural";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { accessDecision, accessDecisionReason } from "../../schema/identity";
import type { Scope } from "../../scope";
import { transferClients } from "../clients/transfer-clients";
import { lockColleague, refuseOwnHand } from "./colleague";
import { withdrawLinks } from "./create-invitation";
import { findPerson } from "./person";
import { revokeSessions } from "./revoke-sessions";
import { tellChange } from "./tell-change";

export const accessShape = z.strictObject({
  accountId: z.uuid(),
  decision: z.enum(["withdrawn", "restored"]),
  reason: lineShape("accountReason", "Write why. The record keeps it."),
  /** Who takes the clients over, where there are any: nobody is left without somebody. */
  successorId: z.union([z.literal(""), z.uuid()]).default(""),
});

/**
 * Access taken from a colleague, or given back: a row with author, time and reason. Sessions end at once. Whoever has
 * clients goes once each of them has somebody: they are handed over in the same moment.
 */
export async function decideAccess(
  scope: Scope<StaffActor>,
  { accountId, decision, reason, successorId }: z.input<typeof accessShape>,
): Promise<void> {
  const { actor, tx } = scope;
  authorize(actor, "identity.withdraw-access");
  await refuseOwnHand(scope, accountId);
  await lockColleague(scope, accountId);
  const person = await findPerson(scope, accountId);
  if (!person) throw new NotFound();
  if (person.hasAccess === (decision === "restored")) {
    throw new Refused(person.hasAccess ? "This person has access." : "Access was withdrawn already.");
  }
  if (decision === "withdrawn") await leaveNobody(scope, { accountId, name: person.name, successorId, reason });
  const { practiceId } = actor;
  const id = randomUUID();
  await tx.insert(accessDecision).values({
    practiceId,
    id,
    accountId,
    decision,
    decidedBy: actor.accountId,
    decidedAt: await afterEarlier(scope, accountId),
    reasonSealed: accessDecisionReason.seal(reason, { practiceId, id }),
  });
  if (decision === "withdrawn") {
    await withdrawLinks(scope, accountId);
    await revokeSessions(scope, accountId, "access");
  }
  await recordAudit(scope, `identity.access-${decision}`, { id: accountId });
  await tellChange(scope, accountId, `access-${decision}`);
}

type Leaving = { accountId: string; name: string; successorId?: string | undefined; reason: string };

async function leaveNobody(scope: Scope<StaffActor>, { accountId, name, successorId, reason }: Leaving): Promise<void> {
  const left = await clientsLeftBy(scope, accountId);
  if (left.length === 0) return;
  if (successorId && successorId !== accountId) {
    await transferClients(scope, { "clients[]": left, toId: successorId, reason });
    return;
  }
  const sentence = `Choose who takes over: ${name} has ${counted(left.length, "client")}.`;
  throw new Refused(sentence, { successorId: sentence });
}

/** The instant of what is decided now. The caller has locked the colleague. */
async function afterEarlier({ actor, tx, now }: Scope<StaffActor>, accountId: string): Promise<Date> {
  const earlier = await tx
    .select({ at: accessDecision.decidedAt })
    .from(accessDecision)
    .where(and(eq(accessDecision.practiceId, actor.practiceId), eq(accessDecision.accountId, accountId)))
    .orderBy(desc(accessDecision.decidedAt))
    .limit(1);
  return afterAll(
    earlier.map(({ at }) => at),
    now,
  );
}
