import { and, eq, isNotNull } from "drizzle-orm";
import { getClientSteps } from "@/db/queries/clients/client-steps";
import { isUntouched } from "@/db/queries/clients/is-untouched";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import type { StaffActor } from "@/lib/actor";
import type { LifeStepForm } from "@/lib/clients/course-forms";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { client } from "../../schema/clients";
import { account } from "../../schema/identity";
import { outboxLetter } from "../../schema/outbox";
import type { Scope } from "../../scope";
import { keepAccess } from "../identity/keep-access";
import { setLettersAside } from "../letters/set-letters-aside";
import { lockClient } from "../safety/lock-client";
import { endCourse } from "./end-course";
import { keepStep } from "./keep-step";

/**
 * Somebody who was entered by mistake, while nothing clinical exists: name, address, pronouns and partner's name are taken
 * out, the address is free again, and nothing opens any more. The number of the record stays, with who did it and why.
 */
export async function removeMistaken(scope: Scope<StaffActor>, { id, clientId, reason }: LifeStepForm): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.discharge");
  const { mayChange, accountId, zone, hasAccepted } = await lockClient(scope, clientId);
  if (!mayChange) throw new NotFound();
  const steps = await getClientSteps(scope, clientId);
  if (steps.some((one) => one.id === id)) return;
  if (hasAccepted || !(await isUntouched(scope, clientId)))
    throw new Refused("Something was written or decided about this client already. Discharge them instead.");
  const { practiceId } = actor;
  const path = await enrolmentOf(scope, clientId);
  await endCourse(scope, { clientId, path, today: localDate(now, zone), reason });
  await setLettersAside(scope, accountId);
  await tx
    .update(outboxLetter)
    .set({ toAddress: null })
    .where(
      and(
        eq(outboxLetter.practiceId, practiceId),
        eq(outboxLetter.accountId, accountId),
        isNotNull(outboxLetter.toAddress),
      ),
    );
  await tx
    .update(account)
    .set({ name: "Removed", email: `${accountId}@removed.invalid` })
    .where(and(eq(account.practiceId, practiceId), eq(account.id, accountId)));
  await tx
    .update(client)
    .set({ pronouns: null, partnerName: null })
    .where(and(eq(client.practiceId, practiceId), eq(client.id, clientId)));
  await keepAccess(scope, { accountId, decision: "withdrawn", reason });
  await keepStep(scope, { id, clientId, kind: "removed", reason });
}
