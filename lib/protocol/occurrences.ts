import { type AnswerWindow, type AssignmentRule, type Occurrence, occurrence } from "@/lib/assessments/assignment-rule";
import { firstWeek, phaseStart } from "@/lib/protocol/milestones";
import type { ProtocolPath } from "@/lib/protocol/path";
import { addDays, addWeeks, type LocalDate } from "@/lib/time/local-date";

/**
 * The occurrences of a rule that are due on or before `through`, by due date. Rules tied to the protocol
 * need a path; without one, or where the path has no date yet (held, paused), they give nothing. A later
 * `through` only adds occurrences; a path that moves changes dates, never keys.
 */
export function occurrences(
  rule: AssignmentRule,
  window: AnswerWindow,
  path: ProtocolPath | null,
  through: LocalDate,
): Occurrence[] {
  return dueDates(rule, path, through)
    .filter(({ dueOn }) => dueOn <= through)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map(({ key, dueOn }) => occurrence(key, dueOn, window));
}

function dueDates(
  rule: AssignmentRule,
  path: ProtocolPath | null,
  through: LocalDate,
): { key: string; dueOn: LocalDate }[] {
  if (rule.kind === "once") return [{ key: "once", dueOn: rule.on }];
  if (rule.kind === "every") {
    const last = rule.until !== null && rule.until < through ? rule.until : through;
    const due: { key: string; dueOn: LocalDate }[] = [];
    for (let dueOn = rule.from; dueOn <= last; dueOn = addWeeks(dueOn, rule.weeks))
      due.push({ key: `on-${dueOn}`, dueOn });
    return due;
  }
  if (!path) return [];
  if (rule.kind === "protocol-weeks") {
    return [...new Set(rule.weeks)].flatMap((number) => {
      const dueOn = number === 0 ? path.startsOn : firstWeek(path, number)?.endsOn;
      return dueOn ? [{ key: `week-${number}`, dueOn }] : [];
    });
  }
  const phases = new Set(path.weeks.map((w) => w.phase.number));
  const wanted = rule.phases ?? [...phases];
  return [...phases]
    .filter((phase) => wanted.includes(phase))
    .flatMap((phase) => {
      const start = phaseStart(path, phase);
      return start ? [{ key: `phase-${phase}`, dueOn: addDays(start, -1) }] : [];
    });
}
