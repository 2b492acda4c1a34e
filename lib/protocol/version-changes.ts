import type { Exercise } from "@/lib/exercises/exercise";
import { counted, plural } from "@/lib/plural";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { momentKey } from "@/lib/protocol/measure-moments";

const list = (names: readonly string[]) =>
  new Intl.ListFormat("en-GB", { style: "long", type: "conjunction" }).format(names);

/** The size of a version: "10 weeks in 3 phases". */
export function sizeWords({ weeks, phases }: ProtocolVersion): string {
  return `${counted(weeks.length, "week", "weeks")} in ${counted(phases.length, "phase", "phases")}`;
}

/** What differs between two versions, one fact a sentence, for the person who publishes the second. Empty when nothing does. */
export function versionChanges(from: ProtocolVersion, to: ProtocolVersion): string[] {
  const sentences: string[] = [];
  if (sizeWords(from) !== sizeWords(to)) sentences.push(`${sizeWords(to)}, instead of ${sizeWords(from)}.`);
  const before = new Map(from.exercises.map((one) => [one.key, one]));
  const after = new Map(to.exercises.map((one) => [one.key, one]));
  const titles = (some: readonly Exercise[]) => list(some.map(({ title }) => title));
  const added = to.exercises.filter(({ key }) => !before.has(key));
  const removed = from.exercises.filter(({ key }) => !after.has(key));
  const changed = to.exercises.filter((one) => {
    const old = before.get(one.key);
    return old && JSON.stringify(sorted(old)) !== JSON.stringify(sorted(one));
  });
  if (added.length > 0) sentences.push(`New: ${titles(added)}.`);
  if (removed.length > 0) sentences.push(`No longer there: ${titles(removed)}.`);
  if (changed.length > 0) sentences.push(`Changed: ${titles(changed)}.`);
  const weeks = to.weeks.filter((week) => asked(week) !== asked(from.weeks[week.number - 1]));
  if (weeks.length > 0)
    sentences.push(
      `${plural(weeks.length, "Week", "Weeks")} ${list(weeks.map(({ number }) => String(number)))} ${plural(weeks.length, "asks", "ask")} for something else.`,
    );
  const due = ({ measures, followUps }: ProtocolVersion) =>
    JSON.stringify([followUps, measures.map((one) => `${one.instrument}:${momentKey(one.moment)}`).sort()]);
  if (due(from) !== due(to)) sentences.push("Assessments or follow-ups fall due at other moments.");
  return sentences;
}

const sorted = (exercise: Exercise) => Object.entries(exercise).sort(([a], [b]) => (a < b ? -1 : 1));

const asked = (week: ProtocolVersion["weeks"][number] | undefined): string =>
  week
    ? JSON.stringify([
        week.reading,
        week.exercises.map(({ exercise, dose }) => [exercise, Object.entries(dose).sort()]),
      ])
    : "";
