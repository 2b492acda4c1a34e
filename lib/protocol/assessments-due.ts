import { type AnswerWindow, type Occurrence, occurrence } from "@/lib/assessments/assignment-rule";
import type { MeasureMoment, PlannedMeasure, ProtocolVersion } from "@/lib/protocol/definition";
import { isSafetyScreen } from "@/lib/protocol/measure-moments";
import { firstWeek, phaseStart } from "@/lib/protocol/milestones";
import type { ProtocolPath } from "@/lib/protocol/path";
import { addDays, type LocalDate } from "@/lib/time/local-date";

/** A measure that the protocol asks for. `key` is unique within the enrolment, such as "five-dimensions:week-5". */
export type DueMeasure = Occurrence & { instrument: string; moment: MeasureMoment };

/** Days around the due date in which each kind of measure can be answered (ours). */
export const measureWindows: Record<MeasureMoment["at"], AnswerWindow> = {
  "before-enrolment": { opensDaysBefore: 14, expiresDaysAfter: null },
  week: { opensDaysBefore: 2, expiresDaysAfter: 7 },
  "before-phase": { opensDaysBefore: 7, expiresDaysAfter: null },
  "follow-up": { opensDaysBefore: 3, expiresDaysAfter: 14 },
};
const BASELINE: AnswerWindow = { opensDaysBefore: 7, expiresDaysAfter: 6 };

/** The stable key of a measure: instrument and moment. */
export function measureKey({ instrument, moment }: PlannedMeasure): string {
  switch (moment.at) {
    case "before-enrolment":
      return `${instrument}:before-enrolment`;
    case "week":
      return `${instrument}:week-${moment.week}`;
    case "before-phase":
      return `${instrument}:before-phase-${moment.phase}`;
    case "follow-up":
      return `${instrument}:follow-up-${moment.weeksAfterEnd}`;
  }
}

/**
 * The measures of a version that have a date on this path, by due date. Week n falls due on its last day
 * (the first time it is lived), week 0 on the first day, a screen before a phase on the eve of the phase,
 * follow-ups so many weeks after the end. Weeks that wait have none yet. After an early end nothing that
 * would fall due from that day on is asked for, except follow-ups that the end kept. Safety questions are not among
 * them: they are asked by a calendar of their own (lib/protocol/check-calendar.ts).
 */
export function assessmentsDue(version: ProtocolVersion, path: ProtocolPath): DueMeasure[] {
  return version.measures
    .filter((measure) => !isSafetyScreen(measure))
    .flatMap((measure): DueMeasure[] => {
      const dueOn = dueDate(measure.moment, path);
      if (!dueOn) return [];
      const cut = path.ended !== null && measure.moment.at !== "follow-up" && dueOn >= path.ended.on;
      if (cut) return [];
      const baseline = measure.moment.at === "week" && measure.moment.week === 0;
      const window = baseline ? BASELINE : measureWindows[measure.moment.at];
      return [{ ...occurrence(measureKey(measure), dueOn, window), ...measure }];
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.key < b.key ? -1 : 1));
}

function dueDate(moment: MeasureMoment, path: ProtocolPath): LocalDate | undefined {
  switch (moment.at) {
    case "before-enrolment":
      return addDays(path.startsOn, -1);
    case "week":
      return moment.week === 0 ? path.startsOn : firstWeek(path, moment.week)?.endsOn;
    case "before-phase": {
      const start = phaseStart(path, moment.phase);
      return start && addDays(start, -1);
    }
    case "follow-up":
      return path.followUps.find((f) => f.weeksAfterEnd === moment.weeksAfterEnd)?.on;
  }
}
