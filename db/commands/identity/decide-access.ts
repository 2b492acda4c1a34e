import { z } from "zod";
import { clientsLeftBy } from "@/db/queries/clients/who-has-whom";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { lineShape } from "@/lib/identity/shapes";
import { counted } from "@/lib/plural";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import type { Scope } from "../../scope";
import { transferClients } from "../clients/transfer-clients";
import { lockColleague, refuseOwnHand } from "./colleague";
import { keepAccess } from "./keep-access";
import { findPerson } from "./person";
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
  authorize(scope.actor, "identity.withdraw-access");
  await refuseOwnHand(scope, accountId);
  await lockColleague(scope, accountId);
  const person = await findPerson(scope, accountId);
  if (!person) throw new NotFound();
  if (person.hasAccess === (decision === "restored")) {
    throw new Refused(person.hasAccess ? "This person has access." : "Access was withdrawn already.");
  }
  if (decision === "withdrawn") await leaveNobody(scope, { accountId, name: person.name, successorId, reason });
  await keepAccess(scope, { accountId, decision, reason });
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
