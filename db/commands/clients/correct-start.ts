import { and, eq } from "drizzle-orm";
import { getPathUse } from "@/db/queries/clients/path-use";
import type { StaffActor } from "@/lib/actor";
import type { StartChangeForm } from "@/lib/clients/correction-forms";
import { startFixed } from "@/lib/clients/start-change";
import { askBackAboutStart } from "@/lib/clients/start-date";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { beginsOn } from "@/lib/protocol/arrival";
import { enrolment } from "../../schema/protocol";
import type { Scope } from "../../scope";
import { layOutFrom } from "../protocol/lay-out-from";
import { lockPath } from "../protocol/lock-path";
import { keepCorrections } from "./keep-corrections";

/** Week 1 begins on another day, while nothing was lived or decided yet. What was asked for moves with it. */
export async function correctStart(
  scope: Scope<StaffActor>,
  { clientId, startDate, again, reason }: StartChangeForm,
): Promise<void> {
  const { actor, tx } = scope;
  authorize(actor, "clients.correct");
  const { path, today } = await lockPath(scope, clientId);
  if (path.plannedStart === startDate)
    throw new Refused("It begins on that day already.", { startDate: "The same day." });
  askBackAboutStart({ startDate, again }, today);
  const fixed = startFixed(await getPathUse(scope, clientId), startDate);
  if (fixed) throw new Refused(fixed);
  await tx
    .update(enrolment)
    .set({ startDate, laidOutFrom: null, ...(path.waits ? {} : { begunOn: startDate }) })
    .where(and(eq(enrolment.practiceId, actor.practiceId), eq(enrolment.id, path.id)));
  await layOutFrom(scope, clientId, path.waits ? beginsOn(startDate, today) : startDate);
  await keepCorrections(scope, {
    ...{ clientId, reason, correctedBy: actor.accountId },
    corrections: [{ field: "start-date", before: path.plannedStart, after: startDate }],
  });
}
