import { describe, expect, it, test } from "vitest";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";
import { checkRowOf, criticalOf, firstCheckRows, laterCheckRows } from "@/lib/safety/check-effects";
import {
  alarmsOf,
  type CheckFacts,
  type CheckResult,
  checkResult,
  type DecidedAnswer,
  mostCareful,
  sittingResult,
} from "@/lib/safety/check-result";

function builtIn(key: string): Instrument {
  const found = builtInInstrument(key);
  if (!found) throw new Error(`no instrument ${key}`);
  return found;
}
const check = builtIn("safety-and-steadiness");
const hark = builtIn("hark");
const hits = builtIn("e-hits");
const answer = (itemId: string, value: Answer["value"], form: Answer["form"] = "now"): Answer => ({
  ...{ itemId, form, value },
});
const decided = (itemId: string, value: number): DecidedAnswer => ({ itemId, form: "now", value });
const allOf = (instrument: Instrument, value: number) => instrument.items.map(({ id }) => answer(id, value));
const outcome = (instrument: Instrument, answers: Answer[], about: DecidedAnswer[] = []) =>
  checkResult(instrument, { answers, isSent: true, wasPrivate: true }, about).outcome;
const reaching = (atLeast: number, more: Partial<Instrument> = {}): Instrument => ({
  ...hits,
  scales: hits.scales.map((scale) => ({ ...scale, critical: scale.critical.map((rule) => ({ ...rule, atLeast })) })),
  ...more,
});

describe("a screen asked twice over, now and wished", () => {
  const both = (instrument: Instrument): Instrument => ({ ...instrument, forms: ["now", "wished"] });
  it("is left open while one of the two is", () => {
    const now = allOf(hark, 0);
    expect(outcome(both(hark), now)).toBe("unfinished");
    expect(outcome(both(hark), [...now, ...now.map((one) => ({ ...one, form: "wished" as const }))])).toBe("clear");
  });
  it("raises an alarm for the answer that was given now, and not for the other", () => {
    const answers = [answer("3", 1), answer("3", 0, "wished")];
    const onSaving = (form: Answer["form"]) => alarmsOf(both(hark), answers, { itemId: "3", form }, []);
    expect([onSaving("now").length, onSaving("wished").length]).toEqual([1, 0]);
  });
  it("is decided about by the answers that set it off, and not by those of the other", () => {
    const twelve = both(reaching(12));
    const answers = [...allOf(hits, 3), answer("1", 5, "wished")];
    const about = hits.items.map(({ id }) => decided(id, 3));
    expect(outcome(twelve, answers, about)).toBe("unfinished");
  });
});

describe("what was decided about", () => {
  it("is not asked of a question that was left out", () => {
    const four = allOf(hits, 3).slice(0, 4);
    const about = four.map(({ itemId }) => decided(itemId, 3));
    expect(outcome(hits, [...four, answer("5", null)], about)).toBe("unfinished");
  });
  it("is not asked of an answer too faint for the rule", () => {
    const answers = [answer("cannot-leave", 1), answer("control-phone", 2), answer("control-people", 1)];
    expect(outcome(check, answers)).toBe("stop");
    expect(outcome(check, answers, [decided("cannot-leave", 1), decided("control-phone", 2)])).toBe("unfinished");
  });
  it("is asked of the questions of the rule that was met, and of no other rule", () => {
    const answers = [answer("cannot-leave", 1), answer("control-phone", 2), answer("belittled", 3)];
    expect(outcome(check, answers, [decided("cannot-leave", 1), decided("control-phone", 2)])).toBe("concern");
  });
  it("is asked of every question of the scale that was reached, and of no other scale", () => {
    const [scale] = hits.scales;
    if (!scale) throw new Error("E-HITS has a scale.");
    const two = (items: string[], reached: string[]): Instrument => ({
      ...hits,
      scales: [
        { ...scale, key: "other", items, critical: [] },
        { ...scale, items: reached },
      ],
    });
    const about = (ids: string[]) => ids.map((id) => decided(id, 3));
    expect(outcome(two(["1"], scale.items), allOf(hits, 3), about(["1"]))).toBe("stop");
    expect(outcome(two(["1"], scale.items), allOf(hits, 3), about(scale.items))).toBe("unfinished");
    expect(outcome(two(["5"], ["1", "2", "3", "4"]), allOf(hits, 3), about(["1", "2", "3", "4"]))).toBe("unfinished");
  });
  it("is nothing where a rule is met without an answer", () => {
    expect(outcome(reaching(5), [])).toBe("stop");
  });
  it("in a repeat refers to questions of the first check that stop by themselves", () => {
    const first = new Set(firstCheckRows.map(({ item }) => item));
    for (const { sameAs = [] } of laterCheckRows)
      for (const item of sameAs) {
        expect(first.has(item), item).toBe(true);
        expect(checkRowOf(item)?.effects, item).toContain("stop");
      }
  });
});

describe("the printed table", () => {
  const later = builtInInstrument("safety-and-steadiness-since");
  if (!later) throw new Error("The repeat ships.");
  const harm = ["fear", "hurt", "forced-sex", "pressed-into-sex", "strangled", "weapon", "threat-to-kill"];
  const harmSince = ["fear-since", "hurt-since", "sex-since", "threat-since"];
  it.each([
    [check, harm],
    [later, harmSince],
  ] as const)("says of which answers violence is reported (%#)", (instrument, expected) => {
    const calm = instrument.items
      .filter(({ kind }) => kind === "choice")
      .map(({ id }) => answer(id, id === "private" ? 1 : 0));
    const reports = instrument.items
      .filter(({ kind, id }) => kind === "choice" && id !== "private")
      .filter(({ id }) => {
        const answers = calm.map((one) => (one.itemId === id ? answer(id, 1) : one));
        return checkResult(instrument, { answers, isSent: true, wasPrivate: true }).facts.reportsHarm;
      });
    expect(reports.map(({ id }) => id)).toEqual(expected);
  });
  it("takes what was decided about the same question of the first check for decided in a repeat", () => {
    const same: Record<string, string[]> = {
      ...{ "hurt-since": ["hurt", "strangled", "weapon"], "sex-since": ["forced-sex", "pressed-into-sex"] },
      ...{
        "threat-since": ["threat-to-kill", "threat-to-self"],
        "child-since": ["child"],
        "own-harm-since": ["own-harm"],
      },
    };
    for (const [item, firsts] of Object.entries(same))
      for (const first of firsts) {
        expect(outcome(later, [answer(item, 1)]), item).toBe("stop");
        expect(outcome(later, [answer(item, 1)], [decided(first, 1)]), `${item} after ${first}`).toBe("unfinished");
      }
  });
  it("gives words no effect of their own, and knows no question that is not in it", () => {
    expect(checkRowOf("anything-else")).toEqual({ item: "anything-else", effects: [] });
    expect(criticalOf("anything-else")).toEqual([]);
    expect(() => criticalOf("nothing")).toThrow("has no question nothing");
  });
});

describe("a question left out", () => {
  const calm = check.items
    .filter(({ kind }) => kind === "choice")
    .map(({ id }) => answer(id, id === "private" ? 1 : 0));
  it("is none of those that ask nothing, and not the one of the door, which was answered there", () => {
    const [one] = hark.items;
    if (!one) throw new Error("HARK has questions.");
    const shown: Instrument = {
      ...hark,
      items: [{ ...one, id: "words", kind: "display", critical: [] }, ...hark.items],
    };
    expect(outcome(shown, allOf(hark, 0))).toBe("clear");
    expect(
      outcome(
        check,
        calm.filter(({ itemId }) => itemId !== "private"),
      ),
    ).toBe("clear");
  });
  it("leaves open what an answer in words would have told", () => {
    const { facts } = checkResult(check, { answers: [answer("hurt", "yes")], isSent: false, wasPrivate: true });
    expect(facts.reportsHarm).toBeNull();
  });
  it("at the door counts as it was said last", () => {
    const given = [answer("private", 0), ...calm];
    expect(sittingResult(check, { given, isSent: true, wasPrivate: true }).facts.wasPrivate).toBe(true);
  });
});

describe("what two sittings tell together", () => {
  const calm: CheckFacts = {
    ...{ hasWords: false, isOwnHarm: false, isChildAtRisk: false, phoneIsRead: false, wasPrivate: true },
    ...{ reportsHarm: null, ownHarm: null },
  };
  const result = (facts: Partial<CheckFacts> = {}): CheckResult => ({ outcome: "clear", facts: { ...calm, ...facts } });

  test.each(["hasWords", "isOwnHarm", "isChildAtRisk", "phoneIsRead"] as const)("%s in either is so", (fact) => {
    expect(mostCareful([result(), result({ [fact]: true })])?.facts).toEqual({ ...calm, [fact]: true });
    expect(mostCareful([result({ [fact]: true }), result()])?.facts).toEqual({ ...calm, [fact]: true });
    expect(mostCareful([result(), result()])?.facts).toEqual(calm);
  });
  test("somebody in the room in either is so", () => {
    expect(mostCareful([result({ wasPrivate: false }), result()])?.facts.wasPrivate).toBe(false);
    expect(mostCareful([result(), result({ wasPrivate: false })])?.facts.wasPrivate).toBe(false);
  });
  test.each(["reportsHarm", "ownHarm"] as const)("%s: a yes outweighs a no, and a no what was left open", (fact) => {
    const of = (a: boolean | null, b: boolean | null) =>
      mostCareful([result({ [fact]: a }), result({ [fact]: b })])?.facts[fact];
    for (const [a, b, told] of [
      ...([
        [true, false, true],
        [true, null, true],
        [false, null, false],
      ] as const),
      ...([
        [true, true, true],
        [false, false, false],
        [null, null, null],
      ] as const),
    ]) {
      expect(of(a, b)).toBe(told);
      expect(of(b, a)).toBe(told);
    }
  });
});
