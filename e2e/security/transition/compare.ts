import type { Family, Look } from "./family";
import { type Depth, differences } from "./fetched";
import { CONTROL, type Live } from "./live";
import { arrivedFor, lettersOf } from "./mail";
import type { Breadth, View } from "./views";
import { on } from "./world";

/** What a family showed: faults as sentences, answers compared, how many of them were to addresses and held a page, looks, forms taken. */
export type Outcome = {
  faults: string[];
  compared: number;
  fetched: number;
  ok: number;
  looks: number;
  taken: Set<string>;
};

/** Answers of one kind, by history. */
type Answers = { name: string; isSeen: Set<string>; answers: Map<string, string>; depth?: Depth };

/** What both were asked for. */
const areBothAsked = (one: Answers, other: Answers, key: string) =>
  one.depth === other.depth || (one.answers.has(key) && other.answers.has(key)) || key.startsWith("document ");

/**
 * Compares what each history answered with the first, or with the one that it has to be like at this moment. A change that is
 * meant shows where it may and nowhere else. That the control was told apart is noted.
 */
export function compareAnswers(
  family: Family,
  { view, look: [day, time], kind }: { view: View; look: Look; kind: "pages" | "forms" },
  all: readonly Answers[],
  outcome: Outcome,
): void {
  const [first, ...others] = all;
  if (!first) return;
  const part = (one: Answers, other: Answers) =>
    [...differences(one, other)].filter(
      ([key]) => areBothAsked(one, other, key) && (view === "teo" || !family.except?.test(key)),
    );
  for (const other of others) {
    const { name, answers, isSeen } = other;
    const where = `${family.name}: ${name}, day ${day} ${time}, ${view}`;
    const fault = (words: string) => outcome.faults.push(`${where}: ${words}`);
    outcome.compared += answers.size;
    if (kind === "pages") outcome.fetched += answers.size;
    const parted = part(first, other);
    if (name === CONTROL) {
      if (parted.length > 0) isSeen.add(`${view} ${kind}`);
      continue;
    }
    const isMeant = family.isMeant?.(name, day) ?? false;
    if (isMeant && kind === "pages" && parted.length === 0) fault("nothing changed, and it is meant to be seen");
    if (isMeant && family.shows)
      for (const [key] of parted) if (!family.shows.test(key)) fault(`changed as well: ${key}`);
    const forgotten = isMeant ? family.forgets?.[view] : undefined;
    if (forgotten)
      for (const [key, text] of answers) if (forgotten.test(text)) fault(`still names ${forgotten}: ${key}`);
    const base = isMeant ? all.find((one) => one.name === family.like?.(name, day)) : first;
    const apart = base ? part(base, other) : [];
    for (const [key, words] of apart) fault(`${key}\n      ${words}`);
  }
}

/** The letters of one view at one moment: of what kind, and in which minute. */
export async function compareLetters(
  family: Family,
  view: View,
  look: Look,
  lives: readonly Live[],
  outcome: Outcome,
): Promise<void> {
  const [first, ...others] = lives;
  if (!first) return;
  const expected = (await lettersOf(first.side, view)).join();
  for (const { name, side, isSeen } of others) {
    const letters = (await lettersOf(side, view)).join();
    if (letters === expected || family.isMeant?.(name, look[0])) continue;
    if (name === CONTROL) isSeen.add(`${view} letters`);
    else outcome.faults.push(`${family.name}: ${name}, day ${look[0]}, ${view}: letters ${expected} ~ ${letters}`);
  }
}

/** One letter about a check to both in the same minute, or to neither. */
export async function expectBothOrNeither(family: Family, lives: readonly Live[], outcome: Outcome): Promise<void> {
  for (const [place, { name, side, isSeen }] of lives.entries()) {
    const checks = async (view: View) =>
      (await lettersOf(side, view)).filter((letter) => letter.endsWith(" check")).join();
    const [teo, mara] = [await checks("teo"), await checks("mara")];
    const fault = (words: string) => outcome.faults.push(`${family.name}: ${name}: ${words}`);
    if (place === 0 && teo === "") fault("nobody got a letter, and both are meant to");
    if (teo === mara) continue;
    if (name === CONTROL) isSeen.add("letters to one of the two");
    else fault(`a letter to one of the two: ${teo} ~ ${mara}`);
  }
}

/** What the mail server took for each, at the end. */
export async function compareArrived(family: Family, look: Look, lives: readonly Live[], outcome: Outcome) {
  const [first, ...others] = lives;
  if (!first) return;
  const now = on(...look);
  for (const view of family.views.filter((one) => one !== "desk")) {
    const expected = await arrivedFor(first.side, view, now);
    for (const { name, side, isSeen } of others) {
      const arrived = await arrivedFor(side, view, now);
      if (arrived === expected) continue;
      if (name === CONTROL) isSeen.add(`${view} mailbox`);
      else outcome.faults.push(`${family.name}: ${name}, ${view}: ${arrived} letters arrived, not ${expected}`);
    }
  }
}

/** Every way in which the control of a family has to be told apart, or a comparison could never fail. */
export function expectSeen(family: Family, isSeen: ReadonlySet<string>, breadth: Breadth, outcome: Outcome): void {
  const isEvery = breadth === "every";
  const ways = family.views.flatMap((view) => [
    `${view} pages`,
    ...(isEvery || family.chosen.formsOfControl ? [`${view} forms`] : []),
    ...(family.letters ? [] : [`${view} letters`, ...(view === "desk" || !isEvery ? [] : [`${view} mailbox`])]),
  ]);
  for (const way of family.letters ? [...ways, "letters to one of the two"] : ways)
    if (!isSeen.has(way)) outcome.faults.push(`${family.name}: the control is not seen: ${way}`);
}
