import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { reminderChoiceOf } from "@/db/queries/letters/reminder-choice";
import type { ClientActor } from "@/lib/actor";
import { noReminders, type ReminderChoice, restDays } from "@/lib/messages/own-reminders";
import { isSameChoice, type ReminderForm, type reminderRestForm } from "@/lib/messages/reminder-form";
import { authorize } from "@/lib/policy";
import { addDays } from "@/lib/time/local-date";
import { afterAll } from "@/lib/time/monotonic-instant";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { reminderChoice } from "../../schema/reminder-choice";
import type { Scope } from "../../scope";
import { lockOwnRow } from "../clients/lock-client-row";

/** A client's own hours, from this moment on. New hours end a rest: who chooses them wants them. */
export const chooseReminders = (scope: Scope<ClientActor>, form: ReminderForm): Promise<void> =>
  change(scope, () => ({ ...form, restUntil: null }));

/** "Not this week", or back again. */
export const restReminders = (scope: Scope<ClientActor>, { rest }: z.infer<typeof reminderRestForm>): Promise<void> => {
  const back = addDays(localDate(scope.now, scope.actor.zone), restDays);
  return change(scope, (stands) => ({ ...stands, restUntil: rest === "week" ? back : null }));
};

async function change(scope: Scope<ClientActor>, of: (stands: ReminderChoice) => ReminderChoice): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  await lockOwnRow(scope);
  const { chosenAt: earlier, ...stands } = (await reminderChoiceOf(scope, actor.clientId)) ?? {
    ...noReminders,
    chosenAt: null,
  };
  const chosen = of(stands);
  if (isSameChoice(chosen, stands)) return;
  const id = randomUUID();
  const chosenAt = afterAll(earlier ? [earlier] : [], now);
  await tx
    .insert(reminderChoice)
    .values({ practiceId: actor.practiceId, id, clientId: actor.clientId, ...chosen, chosenAt });
  await recordAudit(scope, "letters.reminders-chosen", { id, clientId: actor.clientId });
}
