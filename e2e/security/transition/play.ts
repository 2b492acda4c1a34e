import {
  compareAnswers,
  compareArrived,
  compareLetters,
  expectBothOrNeither,
  expectSeen,
  type Outcome,
} from "./compare";
import type { Family, Look } from "./family";
import type { Depth } from "./fetched";
import { begin, CONTROL, type Live, liveUntil } from "./live";
import { actAs, type Breadth, lookAt } from "./views";
import { on, type World } from "./world";

type Say = (line: string) => void;

/**
 * Lives histories of a family side by side on one clock, and compares each with the first at each look: every page, and the
 * answer to every form that can be sent. Forms change what comes after them: they are sent in a copy, or at the end.
 */
export async function play(world: World, family: Family, breadth: Breadth, say: Say = () => {}): Promise<Outcome> {
  const outcome: Outcome = { faults: [], compared: 0, fetched: 0, ok: 0, looks: 0, taken: new Set() };
  const isEvery = breadth === "every";
  const names = isEvery ? Object.keys(family.histories).slice(1) : family.chosen.histories;
  const looks = isEvery ? family.looks : family.looks.filter((_, i) => family.chosen.looks.includes(i));
  if (looks.length === 0) return outcome;
  await world.forgetPast();
  const lives = await begin(world, family, names);
  const isSeen = lives.at(-1)?.isSeen ?? new Set();
  for (const [place, look] of looks.entries()) {
    const isLast = place === looks.length - 1;
    for (const live of lives) await liveUntil(live, on(...look));
    // Until the last look whole pages alone, and none of the control: at the last its pages are told apart.
    await comparePages(
      family,
      lives,
      look,
      { breadth, depth: isEvery || isLast ? lastDepth(family, isEvery) : "whole pages" },
      outcome,
    );
    if (family.letters) await expectBothOrNeither(family, lives, outcome);
    // What the mail server took is the proof's: with all families on one clock a letter is overtaken by the days.
    if (isLast && isEvery && !family.letters) await compareArrived(family, look, lives, outcome);
    if (isLast) await compareForms(family, isEvery ? lives : chosenForForms(family, lives), look, outcome);
    else if (isEvery) for (const way of await formsInCopies(world, family, names, look, outcome)) isSeen.add(way);
    outcome.looks += lives.length * family.views.length;
    say(`day ${look[0]} ${look[1]}: ${outcome.compared} answers compared, ${outcome.faults.length} differences`);
  }
  expectSeen(family, isSeen, breadth, outcome);
  return outcome;
}

const lastDepth = ({ chosen }: Family, isEvery: boolean): Depth =>
  isEvery || chosen.everyWay ? "every way" : "whole and payload";

/**
 * Forms are most of the time: of the chosen they are sent in the first history and in one that is set beside it, and in the
 * control of the families that say so, one for each screen that looks on.
 */
const chosenForForms = ({ chosen }: Family, lives: Live[]) =>
  lives.filter(({ name }, place) => place < 2 || (name === CONTROL && chosen.formsOfControl));

type Extent = { breadth: Breadth; depth: Depth };

async function comparePages(family: Family, lives: Live[], look: Look, { breadth, depth }: Extent, outcome: Outcome) {
  for (const view of family.views) {
    const all = [];
    const looked = depth === "whole pages" ? lives.filter(({ name }) => name !== CONTROL) : lives;
    for (const [place, { name, side, isSeen }] of looked.entries()) {
      // Of the chosen, one history is set beside the first in more ways than whole pages, which hold the rest.
      const own = breadth === "every" || (place < 2 && name !== CONTROL) ? depth : "whole pages";
      const { answers, ok } = await lookAt(side, view, on(...look), breadth, own);
      if (all.length > 0) outcome.ok += ok;
      all.push({ name, isSeen, answers, depth: own });
    }
    compareAnswers(family, { view, look, kind: "pages" }, all, outcome);
    if (!family.letters) await compareLetters(family, view, look, lives, outcome);
  }
}

async function compareForms(family: Family, lives: Live[], look: Look, outcome: Outcome) {
  for (const view of family.views) {
    const all = [];
    for (const { name, side, isSeen } of lives) {
      const { answers, taken } = await actAs(side, view, on(...look));
      for (const action of taken) outcome.taken.add(action);
      all.push({ name, isSeen, answers });
    }
    compareAnswers(family, { view, look, kind: "forms" }, all, outcome);
  }
}

/** The same histories lived once more until this moment, for forms to be sent in. Answers how their control was told apart. */
async function formsInCopies(
  world: World,
  family: Family,
  names: readonly string[],
  look: Look,
  outcome: Outcome,
): Promise<ReadonlySet<string>> {
  const copies = await begin(world, family, names);
  for (const copy of copies) await liveUntil(copy, on(...look));
  await compareForms(family, copies, look, outcome);
  return copies.at(-1)?.isSeen ?? new Set();
}
