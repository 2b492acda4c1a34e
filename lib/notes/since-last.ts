import { type AttemptOutcome, howItWentLabels, reasonOf } from "@/lib/exercises/attempt";
import { type DistanceMove, distanceMoves, distanceMoveWords } from "@/lib/exercises/distance-moves";
import type { Exercise, ExerciseForm } from "@/lib/exercises/exercise";
import { formatDay } from "@/lib/format";
import { limits } from "@/lib/limits";
import { counted } from "@/lib/plural";
import { type Change, rulesOf } from "@/lib/protocol/decision";
import { exerciseIn } from "@/lib/protocol/own-steps";
import type { LocalDate } from "@/lib/time/local-date";
import { localDate, type Zone } from "@/lib/time/zone";

export type DoneAttempt = {
  exercise: string;
  form: ExerciseForm;
  date: LocalDate;
  outcome: AttemptOutcome;
  skipReason: string | null;
  anxietyBefore: number | null;
  anxietyAfter: number | null;
  howItWent: number | null;
  hasWords: boolean;
};

/** What there is of the days between two sessions, each kind oldest first. */
export type Happened = {
  checks: { date: LocalDate; score: number; hasNote: boolean }[];
  attempts: DoneAttempt[];
  moves: { date: LocalDate; move: DistanceMove }[];
  messages: Date[];
  assessments: { id: string; title: string; date: LocalDate }[];
  decisions: { id: string; at: Date; change: Change }[];
};

/** Where a fact can be read in full. */
export type FactSource = { page: "overview" | "words" | "messages" | "protocol" } | { page: "assessment"; id: string };

/** One dated thing that happened. It says what is kept, and nothing of what it might mean. */
export type Fact = { date: LocalDate; words: string; source: FactSource };

type Say = { zone: Zone; today: LocalDate; exercises: ReadonlyMap<string, Exercise> };

/** Every fact since the last session, oldest first. */
export function factsOf(happened: Happened, say: Say): Fact[] {
  const facts = [
    ...checkFacts(happened.checks),
    ...happened.attempts.map((one) => attemptFact(one, say)),
    ...moveFacts(happened.moves),
    ...messageFacts(happened.messages, say),
    ...happened.assessments.map(
      ({ id, title, date }): Fact => ({ date, words: `Answered ${title}.`, source: { page: "assessment", id } }),
    ),
    ...happened.decisions.map((one) => decisionFact(one, say)),
  ];
  return facts
    .map((fact, i) => ({ fact, i }))
    .sort((a, b) => byDay(a.fact, b.fact) || a.i - b.i)
    .map(({ fact }) => fact);
}

const byDay = (a: Fact, b: Fact): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

/** “Thu 19 Nov: Ten-minute cuddle, done.” One line of a draft. */
export const factLine = ({ date, words }: Fact, today: LocalDate): string => `${formatDay(date, today)}: ${words}`;

/** So much of a note at the most is filled in: there is as much room again for whoever writes it. */
const MOST_FILLED = limits.notePart / 2;

/** What a draft begins with: the facts, one a line. Of more than fit in, the newest, and how many stand beside the note alone. */
export function factText(facts: readonly Fact[], today: LocalDate): string {
  const lines = facts.map((fact) => factLine(fact, today));
  let room = MOST_FILLED;
  const from = lines.findLastIndex((line) => {
    room -= line.length + 1;
    return room < 0;
  });
  const earlier = from < 0 ? [] : [`Earlier: ${counted(from + 1, "entry", "entries")}, listed beside this note.`];
  return [...earlier, ...lines.slice(from + 1)].join("\n");
}

function checkFacts(checks: Happened["checks"]): Fact[] {
  return checks.map(({ date, score, hasNote }) => ({
    date,
    words: `Connection ${score} of 10${hasNote ? ", with a note" : ""}.`,
    source: { page: hasNote ? "words" : "overview" },
  }));
}

/** “Ten-minute cuddle, done. Anxiety 7 before, 4 after. Went well. Wrote about it.” */
function attemptFact(one: DoneAttempt, { exercises }: Say): Fact {
  const words = [
    `${titleOf(one, exercises)}, ${outcomeWords(one)}.`,
    anxietyWords(one),
    one.howItWent === null ? "" : `How it went: ${(howItWentLabels[one.howItWent] ?? "").toLowerCase()}.`,
    one.hasWords ? "Wrote about it." : "",
  ];
  return { date: one.date, words: words.filter(Boolean).join(" "), source: { page: "words" } };
}

export function titleOf(
  { exercise, form }: Pick<DoneAttempt, "exercise" | "form">,
  exercises: ReadonlyMap<string, Exercise>,
): string {
  const known = exercises.get(exercise);
  return known ? exerciseIn(known, form).title : "An exercise";
}

function outcomeWords({ outcome, skipReason }: DoneAttempt): string {
  if (outcome === "done") return "done";
  if (outcome === "tried") return "tried and stopped";
  const reason = reasonOf(skipReason);
  return reason ? `left out: “${reason}”` : "left out";
}

function anxietyWords({ anxietyBefore, anxietyAfter }: DoneAttempt): string {
  if (anxietyBefore === null) return "";
  return anxietyAfter === null
    ? `Anxiety ${anxietyBefore} before.`
    : `Anxiety ${anxietyBefore} before, ${anxietyAfter} after.`;
}

function moveFacts(moves: Happened["moves"]): Fact[] {
  const days = [...new Set(moves.map(({ date }) => date))];
  return days.map((date) => {
    const ofDay = moves.filter((one) => one.date === date);
    return { date, words: `Noticed: ${namedMoves(ofDay.map(({ move }) => move))}.`, source: { page: "words" } };
  });
}

/** “Lone wolf, twice”, in the order in which they are always named. */
export const namedMoves = (moves: readonly DistanceMove[]): string =>
  distanceMoves
    .map((move) => ({ move, times: moves.filter((one) => one === move).length }))
    .filter(({ times }) => times > 0)
    .map(({ move, times }) => `${distanceMoveWords[move].title.toLowerCase()} ${counted(times, "time")}`)
    .join(", ");

function messageFacts(sent: readonly Date[], { zone }: Say): Fact[] {
  const days = sent.map((at) => localDate(at, zone));
  return [...new Set(days)].map((date) => ({
    date,
    words: `Wrote ${counted(days.filter((one) => one === date).length, "message")}.`,
    source: { page: "messages" },
  }));
}

function decisionFact({ at, change }: Happened["decisions"][number], { zone, today, exercises }: Say): Fact {
  const telling = {
    title: (key: string) => exercises.get(key)?.title ?? "an exercise",
    say: (date: LocalDate) => formatDay(date, today),
    undone: null,
  };
  return {
    date: localDate(at, zone),
    words: `On the path: ${rulesOf(change).sentence(change, telling)}.`,
    source: { page: "protocol" },
  };
}
