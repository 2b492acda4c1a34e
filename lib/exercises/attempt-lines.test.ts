import { describe, expect, it } from "vitest";
import { type AttemptDetail, attemptDetailSchema, readAttemptDetail } from "./attempt";
import { attemptLines } from "./attempt-lines";
import { exercisePages } from "./exercise";

const said = (detail: AttemptDetail) => attemptLines(detail).map(({ label, words }) => `${label}: ${words}`);

describe("what a client gave in an exercise, as the therapist reads it", () => {
  it("says a prediction and what came of it one after the other", () => {
    expect(
      said({
        ...{ page: "ask-for-a-favour", size: "medium", favour: "A lift on Friday" },
        ...{ expected: "That it would be a burden.", happened: "“Of course”, and a kiss." },
      }),
    ).toEqual([
      "How big: Medium",
      "Asked for: A lift on Friday",
      "Expected before: That it would be a burden.",
      "What happened: “Of course”, and a kiss.",
    ]);
  });
  it("says numbers with their unit and choices in words", () => {
    expect(said({ page: "temperature-check", score: 4, told: "not-yet", said: null })).toEqual([
      "Temperature: 4 of 10",
      "To the partner: Not yet told",
    ]);
    const lasted = (secondsDone: number) =>
      said({ page: "ten-minute-cuddle", bothWilling: true, secondsDone, felt: null })[1];
    expect([0, 45, 60, 250, 600].map(lasted)).toEqual([
      "Lasted: 0 s",
      "Lasted: 45 s",
      "Lasted: 1 min",
      "Lasted: 4 min 10 s",
      "Lasted: 10 min",
    ]);
    const own = attemptDetailSchema.parse({ form: "own", page: "ask-for-a-favour", way: "accept" });
    expect(said(own)).toEqual(["The way: Accept something small"]);
  });
  it("keeps apart what was written and what was chosen", () => {
    const lines = attemptLines({
      page: "one-real-feeling",
      family: "sad",
      feeling: "lonely",
      sentence: "Today.",
      told: "told",
    });
    expect(lines.map(({ isOwn }) => isOwn)).toEqual([false, true, true, false]);
  });
  it("leaves no word out of any page, in either form", () => {
    for (const page of exercisePages) {
      for (const detail of attemptsOn(page)) {
        const kept = JSON.stringify(detail);
        const read = readAttemptDetail(kept).detail;
        const words = read ? attemptLines(read).map((line) => line.words) : [];
        for (const value of Object.values(detail))
          if (String(value).startsWith("canary")) expect(words, kept).toContain(value);
        expect(words.filter((one) => one.startsWith("canary")).length, kept).toBeGreaterThan(0);
      }
    }
  });
  it("reads the note of a skip, and nothing out of nothing", () => {
    expect(readAttemptDetail('{"skipNote":"He shouted."}')).toEqual({ detail: null, skipNote: "He shouted." });
    expect(readAttemptDetail(null)).toEqual({ detail: null, skipNote: null });
    expect(readAttemptDetail('{"page":"gone"}')).toEqual({ detail: null, skipNote: null });
  });
});

/** A page with words in every field that takes words, as either form of it is kept. */
function attemptsOn(page: string): Record<string, unknown>[] {
  const fields = ["feeling", "sentence", "favour", "expected", "happened", "felt", "plan", "moment", "said"];
  const every = [...fields, "returnPromise", "howItWent", "pick"];
  const chosen = [
    { size: "small", told: "told", bothWilling: true, secondsDone: 60, score: 5, family: "warm" },
    { form: "own" },
  ];
  return chosen.map((rest) => {
    const wanted: Record<string, unknown> = { page, ...rest };
    for (const field of every) wanted[field] = `canary ${field}`;
    return fitting(wanted);
  });
}

/** The same without what the page has no field for. */
function fitting(wanted: Record<string, unknown>): Record<string, unknown> {
  const read = attemptDetailSchema.safeParse(wanted);
  if (read.success) return wanted;
  const unknown = JSON.stringify(read.error.issues).matchAll(/"keys":\[([^\]]*)\]/g);
  const [least] = [...unknown]
    .map(([, keys]) => JSON.parse(`[${keys}]`) as string[])
    .sort((a, b) => a.length - b.length);
  if (!least) throw new Error(`No attempt on ${String(wanted.page)}: ${read.error.message}`);
  return fitting(Object.fromEntries(Object.entries(wanted).filter(([key]) => !least.includes(key))));
}
