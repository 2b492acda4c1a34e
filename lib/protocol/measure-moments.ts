import { plural } from "@/lib/plural";
import type { MeasureMoment, PlannedMeasure, ProtocolVersion } from "@/lib/protocol/definition";

/** A moment as one short word for a form: "before-enrolment", "week-5", "before-phase-2", "follow-up-12". */
export function momentKey(moment: MeasureMoment): string {
  switch (moment.at) {
    case "before-enrolment":
      return moment.at;
    case "week":
      return `week-${moment.week}`;
    case "before-phase":
      return `before-phase-${moment.phase}`;
    case "follow-up":
      return `follow-up-${moment.weeksAfterEnd}`;
  }
}

/** The moment that a word stands for; undefined for a text that is none. */
export function momentOfKey(key: string): MeasureMoment | undefined {
  if (key === "before-enrolment") return { at: "before-enrolment" };
  const [, kind, digits] = /^(week|before-phase|follow-up)-(\d{1,3})$/.exec(key) ?? [];
  const number = Number(digits);
  if (kind === "week") return { at: "week", week: number };
  if (kind === "before-phase") return { at: "before-phase", phase: number };
  return kind === "follow-up" ? { at: "follow-up", weeksAfterEnd: number } : undefined;
}

/** Every moment of a version at which something can be due, in the order of the path. */
export function momentsOf({ weeks, phases, followUps }: ProtocolVersion): MeasureMoment[] {
  return [
    { at: "before-enrolment" },
    ...[0, ...weeks.map(({ number }) => number)].map((week): MeasureMoment => ({ at: "week", week })),
    ...phases.slice(1).map(({ number }): MeasureMoment => ({ at: "before-phase", phase: number })),
    ...followUps.map((weeksAfterEnd): MeasureMoment => ({ at: "follow-up", weeksAfterEnd })),
  ];
}

/** A moment as people say it. */
export function momentWords({ phases }: ProtocolVersion, moment: MeasureMoment): string {
  switch (moment.at) {
    case "before-enrolment":
      return "Before the start";
    case "week":
      return moment.week === 0 ? "On the first day" : `At the end of week ${moment.week}`;
    case "before-phase":
      return `Before ${phases[moment.phase - 1]?.title ?? `phase ${moment.phase}`}`;
    case "follow-up":
      return `${plural(moment.weeksAfterEnd, "One week", `${moment.weeksAfterEnd} weeks`)} after the end`;
  }
}

const SCREEN = "safety-and-steadiness";

/** Whether a measure is one of the safety questions that a practice cannot leave out. */
export function isSafetyScreen({ instrument, moment }: PlannedMeasure): boolean {
  return instrument === SCREEN && (moment.at === "before-enrolment" || moment.at === "before-phase");
}

/** The version with the safety questions before the start and before each later phase, each once, whatever else is due. */
export function withSafetyScreens(version: ProtocolVersion): ProtocolVersion {
  const moments: MeasureMoment[] = [
    { at: "before-enrolment" },
    ...version.phases.slice(1).map(({ number }): MeasureMoment => ({ at: "before-phase", phase: number })),
  ];
  const screens = moments.map((moment): PlannedMeasure => ({ instrument: SCREEN, moment }));
  return { ...version, measures: [...screens, ...version.measures.filter((measure) => !isSafetyScreen(measure))] };
}
