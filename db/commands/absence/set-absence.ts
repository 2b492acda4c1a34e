import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { isAwayWithin } from "@/db/queries/absence/away";
import type { StaffActor } from "@/lib/actor";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import type { AbsenceForm } from "@/lib/identity/absence-form";
import type { WorkingHours } from "@/lib/identity/working-hours";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { staffAbsence, workingHours } from "../../schema/absence";
import { practice } from "../../schema/identity";
import type { Scope } from "../../scope";
import { lockColleague } from "../identity/colleague";
import { findPerson } from "../identity/person";
import { queueLetter } from "../letters/queue-letter";

const forWhom = ({ actor }: Scope<StaffActor>, accountId: string): void => {
  authorize(actor, "identity.absence");
  if (accountId !== actor.accountId && actor.role !== "owner")
    throw new Forbidden("Everybody enters their own days away; the owner enters those of anybody.");
};

/** Days away, and who stands in. A colleague who does reads the clients in these days and is asked about safety. */
export async function setAbsence(scope: Scope<StaffActor>, form: AbsenceForm): Promise<void> {
  const { actor, tx, now } = scope;
  const { accountId, fromDay, untilDay, coverId, outside } = form;
  forWhom(scope, accountId);
  await lockColleague(scope, accountId);
  if (coverId === accountId) throw new Refused("Nobody stands in for themself.", { cover: "Choose somebody else." });
  if (coverId) {
    await lockColleague(scope, coverId);
    if (!(await findPerson(scope, coverId))?.hasAccess)
      throw new Refused("They have no access.", { cover: "Choose somebody who has access." });
    if (await isGone(scope, coverId, form))
      throw new Refused("They are away on some of these days too.", { cover: "Choose somebody who is there." });
  }
  const id = randomUUID();
  await tx.insert(staffAbsence).values({
    ...{ practiceId: actor.practiceId, id, accountId, fromDay, untilDay, coverId },
    ...{ outsideName: outside?.name, outsidePhone: outside?.phone, outsideEmail: outside?.email },
    ...{ setBy: actor.accountId, setAt: now },
  });
  await recordAudit(scope, "identity.absence-set", { id });
  await tellBoth(scope, { id, accountId, coverId });
}

/** Who is away and who stands in are told, unless they entered it themself. Of their clients each reads it on their own pages. */
async function tellBoth(
  scope: Scope<StaffActor>,
  { id, accountId, coverId }: { id: string; accountId: string; coverId: string | null },
): Promise<void> {
  const { actor, now } = scope;
  for (const one of [accountId, coverId])
    if (one && one !== actor.accountId)
      await queueLetter(scope, { accountId: one, about: { kind: "stand-in", id, on: localDate(now, actor.zone) } });
}

async function isGone({ actor, tx }: Scope, accountId: string, { fromDay, untilDay }: AbsenceForm): Promise<boolean> {
  const [row] = await tx
    .select({
      isGone: sql<boolean>`${isAwayWithin(sql`${actor.practiceId}::uuid`, sql`${accountId}::uuid`, sql`${fromDay}::date`, sql`${untilDay}::date`)}`,
    })
    .from(practice)
    .where(eq(practice.practiceId, actor.practiceId));
  return row?.isGone ?? false;
}

/** Back earlier, or entered by mistake. From the next request on it holds no more. */
export async function endAbsence(scope: Scope<StaffActor>, { absenceId }: { absenceId: string }): Promise<void> {
  const { actor, tx, now } = scope;
  const mine = and(eq(staffAbsence.practiceId, actor.practiceId), eq(staffAbsence.id, absenceId));
  const [row] = await tx
    .select({ accountId: staffAbsence.accountId, coverId: staffAbsence.coverId, untilDay: staffAbsence.untilDay })
    .from(staffAbsence)
    .where(mine)
    .for("update");
  if (!row || (row.accountId !== actor.accountId && actor.role !== "owner")) throw new NotFound();
  forWhom(scope, row.accountId);
  const { rowCount } = await tx
    .update(staffAbsence)
    .set({ endedAt: now, endedBy: actor.accountId })
    .where(and(mine, isNull(staffAbsence.endedAt)));
  if (!rowCount) return;
  await recordAudit(scope, "identity.absence-ended", { id: absenceId });
  if (row.untilDay >= localDate(now, actor.zone)) await tellBoth(scope, { id: absenceId, ...row });
}

export async function setWorkingHours(scope: Scope<StaffActor>, { hours }: { hours: WorkingHours }): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "identity.absence");
  const id = randomUUID();
  const row = { practiceId: actor.practiceId, id, accountId: actor.accountId };
  await tx.insert(workingHours).values({ ...row, hours, setBy: actor.accountId, setAt: now });
  await recordAudit(scope, "identity.hours-set", { id });
}
