import type { Exercise } from "@/lib/exercises/exercise";
import { exerciseOf, ownDaysOf, type ProtocolVersion } from "@/lib/protocol/definition";
import { doseWords } from "@/lib/protocol/dose";
import { exposureWords, pageWords } from "@/lib/protocol/exposure-words";
import { momentKey, momentWords } from "@/lib/protocol/measure-moments";
import { canonical } from "@/lib/shipped/canonical";
import type { Line } from "@/lib/shipped/line";

/** Title, phases, weeks, exercises, assessments: everything that a version says. */
export function protocolLines(version: ProtocolVersion): Line[] {
  const titleOf = (key: string) => exerciseOf(version, key)?.title ?? key;
  return [
    { id: "title", place: "Title", words: version.title },
    { id: "summary", place: "Summary", words: version.summary },
    ...version.phases.flatMap(({ number, title, aim }) => [
      { id: `phase-${number}.title`, place: `Phase ${number}, name`, words: title },
      { id: `phase-${number}.aim`, place: `Phase ${number}, what it is for`, words: aim },
    ]),
    ...version.weeks.flatMap(({ number, phase, exercises, reading }) => [
      {
        id: `week-${number}.asks`,
        place: `Week ${number}`,
        words: exercises.map(({ exercise, dose }) => `${titleOf(exercise)}, ${doseWords(dose)}`).join("\n"),
        same: canonical(exercises),
      },
      { id: `week-${number}.phase`, place: `Week ${number}, phase`, words: `Phase ${phase}` },
      { id: `week-${number}.reading`, place: `Week ${number}, reading`, words: reading ?? "None" },
    ]),
    ...version.exercises.flatMap((exercise) => exerciseLines(exercise, titleOf)),
    ...version.measures.map(({ instrument, moment }) => ({
      id: `measure.${instrument}.${momentKey(moment)}`,
      place: "Assessment",
      words: `${instrument}: ${momentWords(version, moment).toLowerCase()}`,
    })),
    {
      id: "follow-ups",
      place: "Follow-ups",
      words: version.followUps.map((weeks) => `${weeks} weeks after the end`).join("\n") || "None",
    },
    { id: "own-days", place: "Own days before a phase", words: String(ownDaysOf(version)) },
  ];
}

function exerciseLines(exercise: Exercise, titleOf: (key: string) => string): Line[] {
  const { key, title, purpose, instructions, minutes, exposureLevel, exposureFloor, page, gentler, own } = exercise;
  const line = (part: string, place: string, words: string): Line => ({
    id: `exercise.${key}.${part}`,
    place: place ? `Exercise “${title}”, ${place}` : `Exercise “${title}”`,
    words,
  });
  return [
    line("title", "name", title),
    line("instructions", "what to do", instructions),
    line("purpose", "what it tests", purpose),
    line("minutes", "minutes", String(minutes)),
    line("exposure", "what it asks two people to share", exposureWords[exposureLevel]),
    ...(exposureFloor ? [line("floor", "at least", exposureWords[exposureFloor])] : []),
    line("page", "guided page", pageWords[page]),
    { ...line("gentler", "gentler steps", gentler.map(titleOf).join(", ") || "None"), same: canonical(gentler) },
    ...(own ? [line("own-title", "own steps, name", own.title ?? "As the guided page says")] : []),
    ...(own ? [line("own-words", "own steps, what to do", own.instructions ?? "As the guided page says")] : []),
  ];
}
