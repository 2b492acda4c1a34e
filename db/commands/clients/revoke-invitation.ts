import { and, eq } from "drizzle-orm";
import { getClientSteps } from "@/db/queries/clients/client-steps";
import type { StaffActor } from "@/lib/actor";
import type { LifeStepForm } from "@/lib/clients/course-forms";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { withdrawLinks } from "../identity/create-invitation";
import { lockAccountRow } from "../identity/person";
import { setLettersAside } from "../letters/set-letters-aside";
import { keepStep } from "./keep-step";

/** An invitation that nobody has used works no longer, and its letter stays here. A new link can be made at any time. */
export async function revokeInvitation(
  scope: Scope<StaffActor>,
  { id, clientId, reason }: LifeStepForm,
): Promise<void> {
  authorize(scope.actor, "clients.enrol");
  const [found] = await scope.tx
    .select({ accountId: client.accountId })
    .from(client)
    .where(and(visibleClients(scope, "change"), eq(client.id, clientId)))
    .for("no key update");
  const person = found && (await lockAccountRow(scope, found.accountId));
  if (!person) throw new NotFound();
  // They may have come in the moment between: only what is read while the account is held counts.
  if (person.passwordHash) throw new Refused("They came meanwhile: there is no invitation any more to take back.");
  if ((await getClientSteps(scope, clientId)).some((one) => one.id === id)) return;
  await withdrawLinks(scope, person.accountId, "invitation");
  await setLettersAside(scope, person.accountId);
  await keepStep(scope, { id, clientId, kind: "invitation-revoked", reason });
}
