import {
  type MeasureMoment,
  MOST_EXERCISES,
  MOST_WEEKS,
  type PlannedMeasure,
  type ProtocolVersion,
  type ProtocolWeek,
} from "@/lib/protocol/definition";
import { addedExercise, copiedExercise, withoutExercise } from "@/lib/protocol/edit-exercises";
import { type Edited, type Faults, judged } from "@/lib/protocol/edit-faults";
import { type EditFields, firstWeekOf, phaseField } from "@/lib/protocol/edit-fields";
import type { EditStep } from "@/lib/protocol/edit-step";
import { momentKey, withSafetyScreens } from "@/lib/protocol/measure-moments";

/** The version after the step, and the place in the form to go on from; or what does not fit. */
export type Restructured = { version: ProtocolVersion; place: string } | { faults: Faults };

/**
 * A valid version after one step of its form. Weeks and phases are numbered anew and what is due moves with its week;
 * each result is valid again, or the step is refused with a sentence. `newKey` names an exercise that is added.
 */
export function restructured(base: ProtocolVersion, step: EditStep, fields: EditFields, newKey: string): Restructured {
  switch (step.kind) {
    case "save":
    case "publish":
      return { version: base, place: "" };
    case "week-add":
      return base.weeks.length >= MOST_WEEKS
        ? refused(`A protocol has ${MOST_WEEKS} weeks at most.`)
        : valid(withWeekAfter(base, step.n), `week-${step.n + 1}`);
    case "week-remove":
      return withoutWeek(base, step.n);
    case "week-up":
      return swapped(base, step.n - 1, step.n, step.n - 1);
    case "week-down":
      return swapped(base, step.n, step.n + 1, step.n + 1);
    case "phase-add":
      return withPhase(base, fields);
    case "phase-remove":
      return withoutPhase(base, step.n);
    case "exercise-add":
      if (base.exercises.length >= MOST_EXERCISES) return tooMany();
      return judgedAt(addedExercise(base, fields, newKey), `exercise-${newKey}`);
    case "exercise-copy":
      if (base.exercises.length >= MOST_EXERCISES) return tooMany();
      return judgedAt(copiedExercise(base, step.key, newKey), `exercise-${newKey}`);
    case "exercise-remove":
      return judgedAt(withoutExercise(base, step.key), "exercises");
  }
}

const tooMany = () => refused(`A protocol has ${MOST_EXERCISES} exercises at most.`);

function judgedAt(edited: Edited, place: string): Restructured {
  return edited.version ? { version: edited.version, place } : { faults: edited.faults };
}

const valid = (candidate: ProtocolVersion, place: string): Restructured =>
  judgedAt(judged(withSafetyScreens(candidate)), place);

const refused = (sentence: string): Restructured => ({ faults: { form: sentence } });

const numberedWeeks = (weeks: readonly ProtocolWeek[]) => weeks.map((week, i) => ({ ...week, number: i + 1 }));

/** Measures with each week's moment where `move` says, each once. */
function movedMeasures(
  measures: readonly PlannedMeasure[],
  move: (moment: MeasureMoment) => MeasureMoment | null,
): PlannedMeasure[] {
  const seen = new Set<string>();
  return measures.flatMap(({ instrument, moment }) => {
    const to = move(moment);
    const key = to && `${instrument}:${momentKey(to)}`;
    if (!to || !key || seen.has(key)) return [];
    seen.add(key);
    return [{ instrument, moment: to }];
  });
}

function withWeekAfter(base: ProtocolVersion, after: number): ProtocolVersion {
  const from = base.weeks[after - 1] ?? base.weeks.at(-1);
  const weeks = from ? base.weeks.toSpliced(after, 0, { ...from, reading: null }) : base.weeks;
  const measures = movedMeasures(base.measures, (moment) =>
    moment.at === "week" && moment.week > after ? { ...moment, week: moment.week + 1 } : moment,
  );
  return { ...base, weeks: numberedWeeks(weeks), measures };
}

function withoutWeek(base: ProtocolVersion, number: number): Restructured {
  const week = base.weeks[number - 1];
  if (!week) return refused("That week is not there any more.");
  const phase = base.phases[week.phase - 1];
  if (base.weeks.length === 1) return refused("A protocol has one week at least.");
  if (base.weeks.filter((one) => one.phase === week.phase).length === 1)
    return refused(`Week ${number} is the only one of ${phase?.title}. Remove the phase first.`);
  const weeks = numberedWeeks(base.weeks.toSpliced(number - 1, 1));
  const measures = movedMeasures(base.measures, (moment) =>
    moment.at === "week" && moment.week >= number && moment.week > 0
      ? { ...moment, week: moment.week > number ? moment.week - 1 : Math.min(number, weeks.length) }
      : moment,
  );
  return valid({ ...base, weeks, measures }, `week-${Math.min(number, weeks.length)}`);
}

/** Two weeks change places with all that they ask for; phases and what is due stay where they are. */
function swapped(base: ProtocolVersion, first: number, second: number, place: number): Restructured {
  const [a, b] = [base.weeks[first - 1], base.weeks[second - 1]];
  if (!a || !b) return refused("That week is the first or the last one already.");
  const content = ({ exercises, reading }: ProtocolWeek) => ({ exercises, reading });
  const weeks = base.weeks.map((week) =>
    week === a ? { ...a, ...content(b) } : week === b ? { ...b, ...content(a) } : week,
  );
  return valid({ ...base, weeks }, `week-${place}`);
}

function withPhase(base: ProtocolVersion, fields: EditFields): Restructured {
  const from = Number(fields[phaseField("new", "from")]);
  const title = fields[phaseField("new", "title")] ?? "";
  const aim = fields[phaseField("new", "aim")] ?? "";
  const faults: Faults = {};
  if (!title.trim()) faults[phaseField("new", "title")] = "Write a name for the phase.";
  if (!aim.trim()) faults[phaseField("new", "aim")] = "Write what the phase is for.";
  const split = base.weeks[from - 1];
  if (!split || base.phases.some(({ number }) => firstWeekOf(base, number) === from))
    faults[phaseField("new", "from")] = "Choose a week at which no phase begins yet.";
  if (base.phases.length >= 9) faults.form = "A protocol has nine phases at most.";
  if (!split || Object.keys(faults).length > 0) return { faults };
  const number = split.phase + 1;
  const phases = base.phases
    .toSpliced(split.phase, 0, { number, title, aim })
    .map((phase, i) => ({ ...phase, number: i + 1 }));
  const weeks = base.weeks.map((week) => (week.number >= from ? { ...week, phase: week.phase + 1 } : week));
  const measures = movedMeasures(base.measures, (moment) =>
    moment.at === "before-phase" && moment.phase >= number ? { ...moment, phase: moment.phase + 1 } : moment,
  );
  return valid({ ...base, phases, weeks, measures }, `phase-${number}`);
}

/** A phase goes, its weeks stay: they join the phase before it, or the next one when it was the first. */
function withoutPhase(base: ProtocolVersion, number: number): Restructured {
  if (base.phases.length === 1) return refused("A protocol has one phase at least.");
  if (!base.phases[number - 1]) return refused("That phase is not there any more.");
  const phases = base.phases.toSpliced(number - 1, 1).map((phase, i) => ({ ...phase, number: i + 1 }));
  const weeks = base.weeks.map((week) => ({
    ...week,
    phase: week.phase > number || (week.phase === number && number > 1) ? week.phase - 1 : week.phase,
  }));
  const gone = Math.max(2, number);
  const measures = movedMeasures(base.measures, (moment) => {
    if (moment.at !== "before-phase" || moment.phase < gone) return moment;
    return moment.phase === gone ? null : { ...moment, phase: moment.phase - 1 };
  });
  return valid({ ...base, phases, weeks, measures }, "phases");
}
