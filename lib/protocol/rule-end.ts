import { type AssignmentRule, isOpenEnded } from "@/lib/assessments/assignment-rule";
import type { Decision } from "@/lib/protocol/decision";
import type { ProtocolPath } from "@/lib/protocol/path";
import { FOLLOW_UP_DAYS } from "@/lib/protocol/schedule";
import { addDays, type LocalDate } from "@/lib/time/local-date";
import { localDate, type Zone } from "@/lib/time/zone";

type Known = { path: ProtocolPath; decisions: readonly Pick<Decision, "id" | "madeAt">[]; zone: Zone };

/**
 * The first day on which a rule made at `assignedAt` asks for nothing more because the path is over; null when the path
 * does not stop it. An early end stops all that repeats or follows the protocol; a path that is lived to its end stops,
 * once its follow-ups are past, what has no end of its own. One single day is somebody's plan for that day and stays, and
 * so does whatever was asked for after the path was over, knowing that it was.
 */
export function ruleStopsOn(
  rule: AssignmentRule,
  assignedAt: Date,
  { path, decisions, zone }: Known,
): LocalDate | null {
  if (rule.kind === "once" || path.endsOn === null) return null;
  const { ended } = path;
  if (ended) {
    const end = decisions.find(({ id }) => id === ended.decisionId);
    return end && assignedAt > end.madeAt ? null : ended.on;
  }
  if (!isOpenEnded(rule)) return null;
  const last = path.followUps.at(-1);
  const stop = last ? addDays(last.on, FOLLOW_UP_DAYS + 1) : addDays(path.endsOn, 1);
  return localDate(assignedAt, zone) >= stop ? null : stop;
}
