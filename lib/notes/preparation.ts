import { howItWentLabels, reasonOf } from "@/lib/exercises/attempt";
import type { Exercise } from "@/lib/exercises/exercise";
import { formatDay } from "@/lib/format";
import type { AskedAbout } from "@/lib/notes/questions";
import { type DoneAttempt, type Happened, namedMoves, titleOf } from "@/lib/notes/since-last";
import { counted } from "@/lib/plural";
import type { LocalDate } from "@/lib/time/local-date";

/** So many words on the one sheet at the most. */
export const MOST_WORDS = 700;
/** Of these the heading, two questions with why, and the line about moves: the rest is for what there was. */
export const WORDS_BESIDE = 110;

export type Prepared = { key: string; title: string; lines: string[] };

/** What a client wrote, with its day. */
export type Written = { date: LocalDate; about: string; words: string };

type Exercises = ReadonlyMap<string, Exercise>;

/** So many checks are told one by one: four weeks of one a day. */
const MOST_CHECKS = 28;

/** “5 connection checks, oldest first: 4, 6, 5, 7, 6.” Of more than four weeks the newest, beside how many there were. */
export function checkLine(checks: Happened["checks"]): string {
  if (checks.length === 0) return "No connection check.";
  const newest = checks.slice(-MOST_CHECKS);
  const told = newest.length < checks.length ? `; the newest ${newest.length}` : "";
  return `${counted(checks.length, "connection check")}${told}, oldest first: ${newest.map(({ score }) => score).join(", ")}.`;
}

/** One line for each exercise: how often, how it went, and anxiety before and after each time. */
export function practiceLines(attempts: readonly DoneAttempt[], exercises: Exercises): string[] {
  const kept = attempts.filter(({ outcome }) => outcome !== "skipped");
  const titles = [...new Set(kept.map((one) => titleOf(one, exercises)))];
  return titles.map((title) => {
    const ofIt = kept.filter((one) => titleOf(one, exercises) === title);
    const tried = ofIt.filter(({ outcome }) => outcome === "tried").length;
    const went = ofIt.flatMap(({ howItWent }) => (howItWent === null ? [] : [howItWentLabels[howItWent] ?? ""]));
    const anxiety = ofIt.flatMap(({ anxietyBefore: before, anxietyAfter: after }) =>
      before === null ? [] : [after === null ? `${before}` : `${before} to ${after}`],
    );
    return [
      `${title}: ${counted(ofIt.length, "time")}${tried > 0 ? `, ${tried} of them stopped early` : ""}.`,
      went.length > 0 ? `Went: ${went.map((one) => one.toLowerCase()).join(", ")}.` : "",
      anxiety.length > 0 ? `Anxiety: ${anxiety.join(", ")}.` : "",
    ]
      .filter(Boolean)
      .join(" ");
  });
}

/** What was left out, with the reason that was chosen. */
export const leftOutLines = (attempts: readonly DoneAttempt[], exercises: Exercises, today: LocalDate): string[] =>
  attempts
    .filter(({ outcome }) => outcome === "skipped")
    .map((one) => {
      const reason = reasonOf(one.skipReason);
      return `${formatDay(one.date, today)}: ${titleOf(one, exercises)}${reason ? `, “${reason}”` : ""}.`;
    });

export const movesLine = (moves: Happened["moves"]): string[] =>
  moves.length === 0 ? [] : [`Noticed: ${namedMoves(moves.map(({ move }) => move))}.`];

/** The beginning of what somebody wrote; a cut is shown. */
export function excerpt(words: string, most = 45): string {
  const all = words.trim().split(/\s+/);
  return all.length <= most ? all.join(" ") : `${all.slice(0, most).join(" ")} …`;
}

export const writtenLines = (written: readonly Written[], today: LocalDate): string[] =>
  written.map(({ date, about, words }) => `${formatDay(date, today)}, ${about}: “${excerpt(words)}”`);

/** What the table of questions goes by. */
export function askedAbout(
  { checks, attempts, moves, messages }: Happened,
  { hasFallen, hasAgreed, wrote }: Pick<AskedAbout, "hasFallen" | "hasAgreed" | "wrote">,
): AskedAbout {
  const pairs = attempts.flatMap(({ anxietyBefore: before, anxietyAfter: after }) =>
    before === null || after === null ? [] : [{ before, after }],
  );
  return {
    ...{ hasFallen, hasAgreed, wrote },
    leftOut: attempts.filter(({ outcome }) => outcome === "skipped").length,
    highBefore: attempts.filter(({ anxietyBefore }) => (anxietyBefore ?? 0) >= 8).length,
    eased: pairs.filter(({ before, after }) => after < before).length,
    measured: pairs.length,
    moves: moves.length,
    isQuiet: [checks, attempts, moves, messages].every((all) => all.length === 0),
  };
}

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

export const wordsOf = (sections: readonly Prepared[]): number =>
  sections.reduce(
    (sum, { title, lines }) => sum + wordsIn(title) + lines.reduce((all, line) => all + wordsIn(line), 0),
    0,
  );

/**
 * The sections as they fit on one sheet. Where there are too many words the longest list gives its last line up, again and again,
 * and says how many were; no section goes whole.
 */
export function fitted(sections: readonly Prepared[], most = MOST_WORDS - WORDS_BESIDE): Prepared[] {
  const kept = sections.filter(({ lines }) => lines.length > 0).map((one) => ({ ...one, lines: [...one.lines] }));
  const dropped = new Map<string, number>();
  const shown = (): Prepared[] =>
    kept.map((one) => {
      const more = dropped.get(one.key) ?? 0;
      return more > 0 ? { ...one, lines: [...one.lines, `And ${more} more.`] } : one;
    });
  while (wordsOf(shown()) > most) {
    const longest = kept.filter(({ lines }) => lines.length > 1).sort((a, b) => wordsOf([b]) - wordsOf([a]))[0];
    if (longest) {
      longest.lines.pop();
      dropped.set(longest.key, (dropped.get(longest.key) ?? 0) + 1);
      continue;
    }
    const widest = kept.sort((a, b) => wordsOf([b]) - wordsOf([a]))[0];
    const line = widest?.lines[0];
    if (!widest || line === undefined || wordsIn(line) <= 8) break;
    widest.lines[0] = excerpt(line, Math.max(8, Math.floor(wordsIn(line) / 2)));
  }
  return sections.flatMap(({ key }) => shown().filter((one) => one.key === key));
}
