import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { practiceDetailsOf } from "@/db/queries/identity/practice-details";
import { practiceLettersOf } from "@/db/queries/letters/practice-letters";
import type { StaffActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { changedDetails, type PracticeDetails, type PracticeDetailsForm } from "@/lib/identity/practice-details";
import type { WorkingHours } from "@/lib/identity/working-hours";
import { senderFault } from "@/lib/messages/sender-name";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { practice } from "../../schema/identity";
import { practiceDetail } from "../../schema/practice-details";
import type { Scope } from "../../scope";

/** The name and the zone of the practice. A name that gives away whose letters a client gets is refused with the reason. */
export async function setPracticeDetails(
  scope: Scope<StaffActor>,
  { practiceName: name, zone }: PracticeDetailsForm,
): Promise<void> {
  authorize(scope.actor, "practice.settings");
  const stands = await lockDetails(scope);
  const { sender } = await practiceLettersOf(scope);
  if (senderFault(sender, [name]))
    throw new Refused("Nothing was changed.", {
      practiceName: `Letters to clients come from “${sender}”, which this name would give away. Choose another sender first.`,
    });
  await keepDetails(scope, stands, { ...stands, name, zone });
}

/** When the practice works, for colleagues who have not said it of themselves. */
export async function setPracticeHours(scope: Scope<StaffActor>, { hours }: { hours: WorkingHours }): Promise<void> {
  authorize(scope.actor, "practice.settings");
  const stands = await lockDetails(scope);
  await keepDetails(scope, stands, { ...stands, hours: hours.some((day) => day !== null) ? hours : null });
}

async function lockDetails(scope: Scope<StaffActor>): Promise<PracticeDetails> {
  const { actor, tx } = scope;
  await tx
    .select({ id: practice.practiceId })
    .from(practice)
    .where(eq(practice.practiceId, actor.practiceId))
    .for("update");
  return practiceDetailsOf(scope);
}

/** The first change also keeps what stood before it, so that the list of changes says what each one was. */
async function keepDetails(scope: Scope<StaffActor>, before: PracticeDetails, after: PracticeDetails): Promise<void> {
  const { actor, tx, now } = scope;
  if (changedDetails(before, after).length === 0) return;
  const { practiceId, accountId: setBy } = actor;
  const newest = await tx
    .select({ setAt: practiceDetail.setAt })
    .from(practiceDetail)
    .where(eq(practiceDetail.practiceId, practiceId))
    .orderBy(desc(practiceDetail.setAt))
    .limit(1);
  const keep = async (details: PracticeDetails, setAt: Date): Promise<string> => {
    const id = randomUUID();
    await tx.insert(practiceDetail).values({ practiceId, id, ...details, setBy, setAt });
    return id;
  };
  if (newest.length === 0) await keep(before, new Date(now.getTime() - 1));
  const setAt = afterAll(
    newest.map((row) => row.setAt),
    now,
  );
  const id = await keep(after, setAt);
  await tx.update(practice).set({ name: after.name, zone: after.zone }).where(eq(practice.practiceId, practiceId));
  await recordAudit(scope, "identity.practice-changed", { id });
}
