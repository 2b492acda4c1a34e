import { and, desc, eq } from "drizzle-orm";
import { reminderChoice } from "@/db/schema/reminder-choice";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { noReminders, type ReminderChoice } from "@/lib/messages/own-reminders";
import { authorize } from "@/lib/policy";

/** What a client chose last about being reminded, whoever asks: the caller has looked the client up in scope. */
export async function reminderChoiceOf(
  { actor, tx }: Scope,
  clientId: string,
): Promise<(ReminderChoice & { chosenAt: Date }) | undefined> {
  const [newest] = await tx
    .select({
      exerciseHour: reminderChoice.exerciseHour,
      checkHour: reminderChoice.checkHour,
      quietFrom: reminderChoice.quietFrom,
      quietTo: reminderChoice.quietTo,
      restUntil: reminderChoice.restUntil,
      chosenAt: reminderChoice.chosenAt,
    })
    .from(reminderChoice)
    .where(and(eq(reminderChoice.practiceId, actor.practiceId), eq(reminderChoice.clientId, clientId)))
    .orderBy(desc(reminderChoice.chosenAt))
    .limit(1);
  return newest;
}

/** The own choice of the person who asks. Who never chose has no reminders. */
export async function ownReminders(scope: Scope<ClientActor>): Promise<ReminderChoice> {
  authorize(scope.actor, "portal.use");
  return (await reminderChoiceOf(scope, scope.actor.clientId)) ?? noReminders;
}
