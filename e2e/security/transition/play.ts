import { askDueChecks } from "@/runtime/worker/ask-checks";
import { remindClients } from "@/runtime/worker/remind";
import type { Family, Look, Moment } from "./family";
import { differences, type Fetched } from "./fetched";
import { arrivedFor, lettersOf } from "./mail";
import { mintSide, type Side } from "./side";
import { type Breadth, lookAt, type View } from "./views";
import { on, type World } from "./world";

/** What a family showed: the faults as sentences, how many answers were compared, and how many of them were pages. */
export type Outcome = { faults: string[]; compared: number; ok: number };

const CONTROL = "control";

type Live = { name: string; side: Side; waiting: Happening[]; isSeen: Set<View> };
type Happening = { at: Date; run: (side: Side, now: Date) => Promise<unknown> };

/** What the worker does on a day, before the server's clock comes to it: then it happens at the same minute everywhere. */
const daily = (day: number): Happening[] => [
  { at: on(day, "08:00"), run: ({ world, practice }, now) => askDueChecks(world.pool, practice.system, now) },
  { at: on(day, "09:30"), run: ({ world, practice }, now) => remindClients(world.pool, practice.system, now) },
];

function happeningsOf(family: Family, moments: readonly Moment[]): Happening[] {
  const last = Math.max(...family.looks.map(([day]) => day));
  const days = Array.from({ length: last - family.ground.day }, (_, i) => family.ground.day + 1 + i);
  const acts = [...family.before, ...moments].map(([day, time, run]): Happening => ({ at: on(day, time), run }));
  return [...days.flatMap(daily), ...acts].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Lives every history of a family side by side on one clock, and compares each with the first at each look. */
export async function play(world: World, family: Family, breadth: Breadth): Promise<Outcome> {
  const outcome: Outcome = { faults: [], compared: 0, ok: 0 };
  const [first = "", ...others] = Object.keys(family.histories);
  const compared = breadth === "every" ? others : family.chosen.histories;
  if (breadth === "chosen" && family.chosen.looks.length === 0) return outcome;
  const lives: Live[] = [];
  for (const name of [first, ...compared, CONTROL]) {
    const base = family.histories[name === CONTROL ? first : name] ?? [];
    const waiting = happeningsOf(family, name === CONTROL ? [...base, ...family.control] : base);
    lives.push({ name, side: await mintSide(world, family.ground), waiting, isSeen: new Set() });
  }
  for (const look of family.looks.filter((_, i) => breadth === "every" || family.chosen.looks.includes(i))) {
    for (const live of lives) await liveUntil(live, on(...look));
    await compareAt(family, lives, look, breadth, outcome);
  }
  if (!family.letters) await compareMail(family, lives, outcome);
  for (const view of family.views)
    if (!lives.at(-1)?.isSeen.has(view)) outcome.faults.push(`${family.name}: the control is not seen by ${view}`);
  return outcome;
}

async function liveUntil({ side, waiting }: Live, now: Date): Promise<void> {
  for (let next = waiting[0]; next && next.at <= now; next = waiting[0]) {
    await next.run(side, next.at);
    waiting.shift();
  }
}

async function compareAt(family: Family, lives: Live[], look: Look, breadth: Breadth, outcome: Outcome): Promise<void> {
  const now = on(...look);
  for (const view of family.views) {
    let base: { fetched: Fetched; letters: string[] } | undefined;
    for (const { name, side, isSeen } of lives) {
      const fetched = await lookAt(side, view, now, breadth);
      const letters = await lettersOf(side, view);
      if (family.letters) await expectBothOrNeither(family, side, name, outcome);
      if (!base) {
        base = { fetched, letters };
        continue;
      }
      outcome.compared += fetched.answers.size;
      outcome.ok += fetched.ok;
      const where = `${family.name}: ${name}, day ${look[0]} ${look[1]}, ${view}`;
      const parted = new Map(
        [...differences(base.fetched, fetched)].filter(([key]) => view === "teo" || !family.except?.test(key)),
      );
      const mailParted = !family.letters && base.letters.join() !== letters.join();
      if (name === CONTROL) {
        if (parted.size > 0) isSeen.add(view);
      } else if (family.isMeant?.(name, look[0])) {
        if (parted.size === 0) outcome.faults.push(`${where}: nothing changed, and it is meant to be seen`);
      } else {
        for (const [key, words] of parted) outcome.faults.push(`${where}: ${key}\n      ${words}`);
        if (mailParted) outcome.faults.push(`${where}: letters ${base.letters.join()} ~ ${letters.join()}`);
      }
    }
  }
}

/** One letter to both in the same minute, or to neither. */
async function expectBothOrNeither(family: Family, side: Side, name: string, outcome: Outcome): Promise<void> {
  const checks = async (view: View) =>
    (await lettersOf(side, view)).filter((letter) => letter.endsWith(" check")).join();
  const [teo, mara] = [await checks("teo"), await checks("mara")];
  if (teo !== mara) outcome.faults.push(`${family.name}: ${name}: a letter to one of the two: ${teo} ~ ${mara}`);
}

/** What the mail server took for each, at the end. */
async function compareMail(family: Family, lives: Live[], outcome: Outcome): Promise<void> {
  const [base, ...others] = lives.filter(({ name }) => name !== CONTROL);
  if (!base) return;
  for (const view of family.views.filter((one) => one !== "desk")) {
    const expected = await arrivedFor(base.side, view);
    for (const { name, side } of others) {
      const arrived = await arrivedFor(side, view);
      if (arrived !== expected)
        outcome.faults.push(`${family.name}: ${name}, ${view}: ${arrived} letters arrived, not ${expected}`);
    }
  }
}
