import { and, eq, isNull } from "drizzle-orm";
import { scheduledOccurrences } from "@/db/queries/assessments/scheduled-occurrences";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { assignment } from "../../schema/assessments";
import type { Scope } from "../../scope";
import { type Ruled, ruleColumns, scheduleOccurrences } from "./schedule-occurrences";
import { type PathChange, withdrawByPath } from "./withdraw-by-path";

/**
 * After a decision about the path at `at`: what is tied to it moves with it, and what goes on until somebody ends it stops
 * where the path does. Undoing that decision brings it back. The caller holds the client.
 */
export async function syncAssignedAssessments(
  scope: Scope,
  { clientId, zone, at, decisionId }: { clientId: string; zone: string } & PathChange,
): Promise<void> {
  const open = await scope.tx
    .select(ruleColumns)
    .from(assignment)
    .where(
      and(
        eq(assignment.practiceId, scope.actor.practiceId),
        eq(assignment.clientId, clientId),
        isNull(assignment.endedAt),
      ),
    );
  for (const one of open)
    if (one.rule.kind !== "once") await follow(scope, { ...one, clientId, zone }, { at, decisionId });
}

async function follow(scope: Scope, one: Ruled, change: PathChange): Promise<void> {
  const { stopsOn } = await scheduleOccurrences(scope, one);
  if (stopsOn === null) return;
  const scheduled = await scheduledOccurrences(scope, one, localDate(scope.now, one.zone));
  const gone = scheduled.filter(({ stays, dueOn }) => !stays && dueOn >= stopsOn);
  await withdrawByPath(scope, gone, change);
  if (gone.length > 0)
    await recordAudit(scope, "assessments.stopped-with-path", {
      id: one.id,
      clientId: one.clientId,
    });
}
