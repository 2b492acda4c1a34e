import { answerKey } from "@/lib/assessments/answer-key";
import { type CriticalHit, criticalHits } from "@/lib/assessments/critical";
import { isEnabled } from "@/lib/assessments/enabled";
import type { Answer, Form, Instrument } from "@/lib/assessments/instrument";
import { type CheckFact, checkRowOf } from "@/lib/safety/check-effects";

/** From the least to the most careful. `clear` says only that everything was answered, alone, and no rule was met. */
export const checkOutcomes = ["clear", "unfinished", "concern", "stop"] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

export type CheckFacts = {
  /** Something is written that somebody has to read before anything is cleared. */
  hasWords: boolean;
  isOwnHarm: boolean;
  isChildAtRisk: boolean;
  phoneIsRead: boolean;
  wasPrivate: boolean;
  /** What two accounts of one couple are compared by. Null: not asked, or left open. */
  reportsHarm: boolean | null;
  ownHarm: boolean | null;
};

export type CheckResult = { outcome: CheckOutcome; facts: CheckFacts };

/** One sitting: what was said at the door, what was answered after it, and whether it was sent. */
export type CheckSitting = { wasPrivate: boolean; answers: readonly Answer[]; isSent: boolean };

/** An answer that a clinician has decided about since: it keeps the gate waiting and raises no new alarm. */
export type DecidedAnswer = Pick<Answer, "itemId" | "form"> & { value: number };

const isGrave = (effect: CriticalHit["effect"] | undefined) => effect === "stop" || effect === "crisis";

/** What one sitting amounts to. Anything left out, declined or not answered alone is `unfinished`, never `clear`. */
export function checkResult(
  instrument: Instrument,
  sitting: CheckSitting,
  decided: readonly DecidedAnswer[] = [],
): CheckResult {
  const facts = factsOf(instrument, sitting);
  const hits = criticalHits(instrument, sitting.answers);
  const fresh = hits.filter((hit) => !isDecidedAbout(instrument, hit, sitting.answers, decided));
  if (fresh.some(({ effect }) => isGrave(effect))) return { outcome: "stop", facts };
  if (fresh.length > 0) return { outcome: "concern", facts };
  const waits =
    hits.length > 0 ||
    !sitting.isSent ||
    !facts.wasPrivate ||
    facts.hasWords ||
    isLeftOpen(instrument, sitting.answers);
  return { outcome: waits ? "unfinished" : "clear", facts };
}

/**
 * What a sitting amounts to with everything that was said in it, in order: a stop or a concern counts when it is given, also
 * where it is taken back before the rest is sent. Somebody may have been watching.
 */
export function sittingResult(
  instrument: Instrument,
  { given, ...sitting }: Omit<CheckSitting, "answers"> & { given: readonly Answer[] },
  decided: readonly DecidedAnswer[] = [],
): CheckResult {
  const atLast = checkResult(instrument, { ...sitting, answers: latestAnswers(given) }, decided);
  const onTheWay = given.map((_, index) =>
    checkResult(instrument, { ...sitting, answers: latestAnswers(given.slice(0, index + 1)) }, decided),
  );
  const raised = onTheWay.filter(({ outcome }) => outcome === "stop" || outcome === "concern");
  const { outcome } = mostCareful([...raised, atLast]) ?? atLast;
  const { facts } = mostCareful([...onTheWay, atLast]) ?? atLast;
  return { outcome, facts: { ...facts, wasPrivate: atLast.facts.wasPrivate } };
}

/** The newest answer to every question. */
export const latestAnswers = (given: readonly Answer[]): Answer[] => [
  ...new Map(given.map((answer) => [answerKey(answer.form, answer.itemId), answer])).values(),
];

/** The grave rules that the answer saved now is behind, and that nobody has decided about: they are worth an alarm. */
export function alarmsOf(
  instrument: Instrument,
  answers: readonly Answer[],
  saved: Pick<Answer, "itemId" | "form">,
  decided: readonly DecidedAnswer[],
): CriticalHit[] {
  return criticalHits(instrument, answers).filter(
    (hit) =>
      isGrave(hit.effect) &&
      hit.form === saved.form &&
      itemsBehind(instrument, hit).has(saved.itemId) &&
      !isDecidedAbout(instrument, hit, answers, decided),
  );
}

function isDecidedAbout(
  instrument: Instrument,
  hit: CriticalHit,
  answers: readonly Answer[],
  decided: readonly DecidedAnswer[],
): boolean {
  const behind = itemsBehind(instrument, hit);
  const given = answers.flatMap(({ itemId, form, value }) => {
    const least = behind.get(itemId) ?? Number.POSITIVE_INFINITY;
    return form === hit.form && typeof value === "number" && value >= least ? [{ itemId, value }] : [];
  });
  return given.length > 0 && given.every((one) => isSaidBefore(one, decided));
}

/** The questions that can have set a rule off, with the least value that counts. */
function itemsBehind(instrument: Instrument, { itemId, scale, combination }: CriticalHit): Map<string, number> {
  if (itemId !== null) return new Map([[itemId, Number.NEGATIVE_INFINITY]]);
  const together = instrument.combinations.filter(({ key }) => key === combination);
  const scored = instrument.scales.filter(({ key }) => key === scale);
  return new Map([
    ...together
      .flatMap(({ groups }) => groups.flatMap(({ of }) => of))
      .map((one) => [one.itemId, one.atLeast] as const),
    ...scored.flatMap(({ items }) => items).map((id) => [id, Number.NEGATIVE_INFINITY] as const),
  ]);
}

function isSaidBefore({ itemId, value }: { itemId: string; value: number }, decided: readonly DecidedAnswer[]) {
  const row = checkRowOf(itemId);
  if (row?.again !== undefined && value >= row.again) return false;
  return decided.some((one) => {
    if (one.itemId === itemId) return one.value >= value;
    return row?.sameAs?.includes(one.itemId) && checkRowOf(one.itemId)?.effects[one.value] === "stop";
  });
}

const givenTo = (answers: readonly Answer[], itemId: string, form: Form) =>
  answers.find((answer) => answer.itemId === itemId && answer.form === form)?.value ?? null;

/** Whether a question to tap was left out. A blank in one's own words is no question left open. */
function isLeftOpen(instrument: Instrument, answers: readonly Answer[]): boolean {
  return instrument.forms.some((form) =>
    instrument.items.some((item) => {
      if (item.kind === "text" || item.kind === "display" || item.id === "private") return false;
      return isEnabled(instrument, item, answers, form) && givenTo(answers, item.id, form) === null;
    }),
  );
}

function factsOf(instrument: Instrument, { answers, wasPrivate }: CheckSitting): CheckFacts {
  const ownHarm = factOf(instrument, answers, "own-harm");
  return {
    hasWords: instrument.items.some(
      ({ id, kind }) =>
        kind === "text" && answers.some(({ itemId, value }) => itemId === id && `${value ?? ""}`.trim() !== ""),
    ),
    isOwnHarm: ownHarm === true,
    isChildAtRisk: factOf(instrument, answers, "child") === true,
    phoneIsRead: factOf(instrument, answers, "phone") === true,
    wasPrivate: wasPrivate && !answers.some(({ itemId, value }) => itemId === "private" && value !== 1),
    reportsHarm: factOf(instrument, answers, "harm"),
    ownHarm,
  };
}

/** True on any yes, however faint; false when every question about it is a no; else null. */
function factOf(instrument: Instrument, answers: readonly Answer[], fact: CheckFact): boolean | null {
  const asked = instrument.items.filter(({ id }) => checkRowOf(id)?.fact === fact);
  const values = asked.map(({ id }) => givenTo(answers, id, "now"));
  if (values.some((value) => Number(value) > 0)) return true;
  return asked.length > 0 && values.every((value) => value === 0) ? false : null;
}

/** The more careful of two. */
export const moreCareful = (a: CheckOutcome, b: CheckOutcome): CheckOutcome =>
  checkOutcomes.indexOf(a) >= checkOutcomes.indexOf(b) ? a : b;

/** A yes once is a yes, a no once is an account of its own; only what was never answered stays open. */
const eitherWay = (a: boolean | null, b: boolean | null): boolean | null => (b === null ? a : a || b);

/** Of several sittings the most careful counts: nothing said in one is taken back by another. Null without a sitting. */
export function mostCareful(results: readonly CheckResult[]): CheckResult | null {
  return results.reduce<CheckResult | null>(
    (so, one) =>
      so === null
        ? one
        : {
            outcome: moreCareful(so.outcome, one.outcome),
            facts: {
              hasWords: so.facts.hasWords || one.facts.hasWords,
              isOwnHarm: so.facts.isOwnHarm || one.facts.isOwnHarm,
              isChildAtRisk: so.facts.isChildAtRisk || one.facts.isChildAtRisk,
              phoneIsRead: so.facts.phoneIsRead || one.facts.phoneIsRead,
              wasPrivate: so.facts.wasPrivate && one.facts.wasPrivate,
              reportsHarm: eitherWay(so.facts.reportsHarm, one.facts.reportsHarm),
              ownHarm: eitherWay(so.facts.ownHarm, one.facts.ownHarm),
            },
          },
    null,
  );
}

type Account = Pick<CheckFacts, "reportsHarm" | "ownHarm">;

/**
 * Whether two accounts of one couple differ about violence: what one reports the other denies, either way round. What
 * was left open differs from nothing; it keeps the gate waiting by itself.
 */
export function accountsDiffer(a: Account, b: Account): boolean {
  const isDenied = (reporter: Account, other: Account) =>
    (reporter.reportsHarm === true && other.ownHarm === false) ||
    (reporter.ownHarm === true && other.reportsHarm === false);
  return isDenied(a, b) || isDenied(b, a);
}
