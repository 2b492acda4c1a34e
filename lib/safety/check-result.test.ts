import { describe, expect, test } from "vitest";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";
import {
  accountsDiffer,
  alarmsOf,
  type CheckOutcome,
  checkOutcomes,
  checkResult,
  type DecidedAnswer,
  latestAnswers,
  moreCareful,
  mostCareful,
  sittingResult,
} from "@/lib/safety/check-result";

function builtIn(key: string): Instrument {
  const found = builtInInstrument(key);
  if (!found) throw new Error(`no instrument ${key}`);
  return found;
}
const first = builtIn("safety-and-steadiness");
const later = builtIn("safety-and-steadiness-since");

const answer = (itemId: string, value: Answer["value"]): Answer => ({ itemId, form: "now", value });
const decidedOn = (itemId: string, value: number): DecidedAnswer => ({ itemId, form: "now", value });
const calm = (instrument: Instrument, given: Record<string, Answer["value"]> = {}): Answer[] =>
  instrument.items.flatMap(({ id, kind }) => {
    if (id in given) return answer(id, given[id] ?? null);
    return kind === "choice" ? answer(id, id === "private" ? 1 : 0) : [];
  });
const sent = (instrument: Instrument, given: Record<string, Answer["value"]> = {}, decided: DecidedAnswer[] = []) =>
  checkResult(instrument, { answers: calm(instrument, given), isSent: true, wasPrivate: true }, decided);

describe("what a sitting amounts to", () => {
  test("a draft is never clear, and what it raised counts", () => {
    const draft = (answers: Answer[]) => checkResult(first, { answers, isSent: false, wasPrivate: true }).outcome;
    expect(draft(calm(first))).toBe("unfinished");
    expect(draft([])).toBe("unfinished");
    expect(draft([answer("fear", 1)])).toBe("stop");
    expect(draft([answer("swings", 2)])).toBe("concern");
  });

  test("somebody in the room makes it unfinished, whatever is answered; a stop stands all the same", () => {
    const watched = (answers: Answer[]) => checkResult(first, { answers, isSent: true, wasPrivate: false });
    expect(watched(calm(first)).outcome).toBe("unfinished");
    expect(watched(calm(first, { weapon: 1 })).outcome).toBe("stop");
    expect(watched(calm(first)).facts.wasPrivate).toBe(false);
    expect(sent(first, { private: 0 }).facts.wasPrivate).toBe(false);
    expect(sent(first).facts.wasPrivate).toBe(true);
  });

  test("a published screen above its cut-off stops; one with a question open is unfinished", () => {
    const [hark, hits] = [builtIn("hark"), builtIn("e-hits")];
    const of = (instrument: Instrument, answers: Answer[]) =>
      checkResult(instrument, { answers, isSent: true, wasPrivate: true }).outcome;
    expect(of(hark, [answer("3", 1)])).toBe("stop");
    expect(
      of(
        hark,
        ["1", "2", "3", "4"].map((id) => answer(id, 0)),
      ),
    ).toBe("clear");
    expect(
      of(
        hark,
        ["1", "2", "3"].map((id) => answer(id, 0)),
      ),
    ).toBe("unfinished");
    expect(of(hits, [answer("1", 2)])).toBe("unfinished");
    expect(of(hits, [answer("1", 3)])).toBe("stop");
    expect(
      of(
        hits,
        ["1", "2", "3", "4", "5"].map((id) => answer(id, 1)),
      ),
    ).toBe("clear");
  });

  test("a crisis answer inside a screen is a stop", () => {
    const grave: Instrument = {
      ...first,
      items: first.items.map((item) => ({
        ...item,
        critical: item.critical.map((rule) => ({ ...rule, effect: "crisis" as const })),
      })),
    };
    expect(checkResult(grave, { answers: [answer("hurt", 1)], isSent: false, wasPrivate: true }).outcome).toBe("stop");
  });
});

describe("what it tells beside the outcome", () => {
  test.each([
    ["own-harm", 1, { isOwnHarm: true, ownHarm: true, reportsHarm: false }],
    ["child", 1, { isChildAtRisk: true, isOwnHarm: false }],
    ["control-phone", 1, { phoneIsRead: true, reportsHarm: false }],
    ["stalked", 1, { phoneIsRead: true }],
    ["hurt", 1, { reportsHarm: true, ownHarm: false }],
    ["fear", 1, { reportsHarm: true }],
    ["pressed-into-sex", 1, { reportsHarm: true }],
    ["anything-else", "Please call.", { hasWords: true }],
    ["belittled", 3, { reportsHarm: false, hasWords: false, phoneIsRead: false, isChildAtRisk: false }],
    ["weapon", null, { reportsHarm: null }],
    ["own-harm", null, { ownHarm: null, isOwnHarm: false }],
  ] as const)("%s = %s", (itemId, value, facts) => {
    expect(sent(first, { [itemId]: value }).facts).toMatchObject(facts);
  });

  test.each([
    ["own-harm-since", 1, { isOwnHarm: true }],
    ["child-since", 1, { isChildAtRisk: true }],
    ["watched-since", 1, { phoneIsRead: true }],
    ["hurt-since", 2, { reportsHarm: true }],
  ] as const)("again: %s = %s", (itemId, value, facts) => {
    expect(sent(later, { [itemId]: value }).facts).toMatchObject(facts);
  });

  test("another instrument does not ask, which is not a no", () => {
    const { facts } = checkResult(builtIn("hark"), { answers: [answer("1", 0)], isSent: true, wasPrivate: true });
    expect(facts).toMatchObject({ reportsHarm: null, ownHarm: null });
  });
});

describe("an answer that was decided about", () => {
  test("keeps the gate waiting without a new alarm, unless it is graver", () => {
    expect(sent(first, { hurt: 1 }, [decidedOn("hurt", 1)]).outcome).toBe("unfinished");
    const hurt = { itemId: "hurt", form: "now" } as const;
    expect(alarmsOf(first, calm(first, { hurt: 1 }), hurt, [decidedOn("hurt", 1)])).toEqual([]);
    expect(sent(first, { fear: 2 }, [decidedOn("fear", 1)]).outcome).toBe("stop");
    expect(sent(first, { fear: 1 }, [decidedOn("fear", 2)]).outcome).toBe("unfinished");
    expect(sent(first, { hurt: 1, weapon: 1 }, [decidedOn("hurt", 1)]).outcome).toBe("stop");
  });

  test("is “again” in a repeat, whatever was decided", () => {
    const decided = [decidedOn("hurt", 1), decidedOn("hurt-since", 2), decidedOn("fear-since", 3)];
    expect(sent(later, { "hurt-since": 2 }, decided).outcome).toBe("stop");
    expect(sent(later, { "hurt-since": 1 }, decided).outcome).toBe("unfinished");
    expect(sent(later, { "fear-since": 1 }, decided).outcome).toBe("stop");
  });

  test("“before, and not since then” raises an alarm when nobody has decided about it", () => {
    expect(sent(later, { "hurt-since": 1 }).outcome).toBe("stop");
    expect(sent(later, { "hurt-since": 1 }, [decidedOn("strangled", 1)]).outcome).toBe("unfinished");
    expect(sent(later, { "hurt-since": 1 }, [decidedOn("hurt", 0)]).outcome).toBe("stop");
    expect(sent(later, { "sex-since": 1 }, [decidedOn("hurt", 1)]).outcome).toBe("stop");
  });

  test("together with others: only when all of them were", () => {
    const given = { swings: 3, "made-up-for": 3 };
    const both = [decidedOn("swings", 3), decidedOn("made-up-for", 3)];
    expect(sent(first, given, [decidedOn("swings", 3)]).outcome).toBe("stop");
    expect(sent(first, given, both).outcome).toBe("unfinished");
  });
  test("a published screen is decided about as a whole", () => {
    const hits = builtIn("e-hits");
    const answers = ["1", "2", "3", "4", "5"].map((id) => answer(id, 2));
    const of = (decided: DecidedAnswer[]) =>
      checkResult(hits, { answers, isSent: true, wasPrivate: true }, decided).outcome;
    expect(of([])).toBe("stop");
    expect(of(answers.map(({ itemId }) => decidedOn(itemId, 2)))).toBe("unfinished");
    expect(of(answers.map(({ itemId }) => decidedOn(itemId, 1)))).toBe("stop");
  });
});

describe("everything said in one sitting", () => {
  const said = (given: Answer[], isSent = true) => sittingResult(first, { given, isSent, wasPrivate: true });
  test("a stop or a concern that is taken back counts", () => {
    expect(said([answer("hurt", 1), ...calm(first)]).outcome).toBe("stop");
    expect(said([answer("swings", 2), ...calm(first)]).outcome).toBe("concern");
    expect(said([answer("hurt", 1), ...calm(first)]).facts).toMatchObject({ reportsHarm: true });
    expect(said([answer("own-harm", 1), ...calm(first)]).facts).toMatchObject({ isOwnHarm: true, ownHarm: true });
    expect(said([answer("anything-else", "He"), ...calm(first), answer("anything-else", null)]).facts.hasWords).toBe(
      true,
    );
  });
  test("an answer that was left out first and given later is no gap", () => {
    expect(said([answer("hurt", null), ...calm(first)]).outcome).toBe("clear");
    expect(said([...calm(first), answer("hurt", null)]).outcome).toBe("unfinished");
    expect(said(calm(first), false).outcome).toBe("unfinished");
    expect(said([], false).outcome).toBe("unfinished");
    expect(latestAnswers([answer("a", 1), answer("b", 2), answer("a", 3)])).toEqual([answer("a", 3), answer("b", 2)]);
  });
  test("together two answers stop though never a third was given", () => {
    expect(said([answer("swings", 3), answer("made-up-for", 3), answer("swings", 0)], false).outcome).toBe("stop");
  });
});

describe("an alarm", () => {
  const on = (answers: Answer[], itemId: string, decided: DecidedAnswer[] = []) =>
    alarmsOf(first, answers, { itemId, form: "now" }, decided).map((hit) => hit.itemId ?? hit.combination);
  test("is for what is said now", () => {
    const answers = [answer("fear", 1), answer("weapon", 1), answer("belittled", 2)];
    expect(on(answers, "fear")).toEqual(["fear"]);
    expect(on(answers, "weapon")).toEqual(["weapon"]);
    expect(on(answers, "belittled")).toEqual([]);
    expect(on(answers, "weapon", [decidedOn("weapon", 1)])).toEqual([]);
  });
  test("comes with the last of several that weigh together", () => {
    const answers = [answer("cannot-leave", 1), answer("control-phone", 2)];
    expect(on(answers, "control-phone")).toEqual(["held"]);
    expect(on(answers.slice(0, 1), "cannot-leave")).toEqual([]);
  });
});

describe("several sittings", () => {
  test.each(checkOutcomes.flatMap((a) => checkOutcomes.map((b) => [a, b] as const)))("%s and %s", (a, b) => {
    const rank: Record<CheckOutcome, number> = { clear: 0, unfinished: 1, concern: 2, stop: 3 };
    expect(rank[moreCareful(a, b)]).toBe(Math.max(rank[a], rank[b]));
  });

  test("the most careful counts, in any order", () => {
    const all = [sent(first), sent(first, { hurt: 1 }), sent(first, { "anything-else": "x", child: null })];
    for (const results of [all, all.toReversed()])
      expect(mostCareful(results)).toMatchObject({
        outcome: "stop",
        facts: { hasWords: true, reportsHarm: true, wasPrivate: true, ownHarm: false },
      });
    expect(mostCareful([])).toBeNull();
    const watched = checkResult(first, { answers: [], isSent: false, wasPrivate: false });
    expect(mostCareful([sent(first), watched])).toMatchObject({
      outcome: "unfinished",
      facts: { wasPrivate: false, reportsHarm: false, ownHarm: false },
    });
  });
});

describe("two accounts", () => {
  const yesNoOpen = [true, false, null];
  const all = yesNoOpen.flatMap((reportsHarm) => yesNoOpen.map((ownHarm) => ({ reportsHarm, ownHarm })));
  test.each(all.flatMap((a) => all.map((b) => [a, b] as const)))("%j and %j", (a, b) => {
    const expected =
      (a.reportsHarm === true && b.ownHarm === false) ||
      (b.reportsHarm === true && a.ownHarm === false) ||
      (a.ownHarm === true && b.reportsHarm === false) ||
      (b.ownHarm === true && a.reportsHarm === false);
    expect(accountsDiffer(a, b)).toBe(expected);
    expect(accountsDiffer(b, a)).toBe(expected);
  });
  test("agree where one says what the other says", () => {
    expect(accountsDiffer({ reportsHarm: true, ownHarm: false }, { reportsHarm: false, ownHarm: true })).toBe(false);
    expect(accountsDiffer({ reportsHarm: false, ownHarm: false }, { reportsHarm: false, ownHarm: false })).toBe(false);
    expect(accountsDiffer({ reportsHarm: true, ownHarm: false }, { reportsHarm: false, ownHarm: false })).toBe(true);
  });
});
