import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";
import { checkRowOf, firstCheckRows, laterCheckRows } from "@/lib/safety/check-effects";
import { type CheckOutcome, checkResult } from "@/lib/safety/check-result";

function builtIn(key: string): Instrument {
  const found = builtInInstrument(key);
  if (!found) throw new Error(`no instrument ${key}`);
  return found;
}

const first = builtIn("safety-and-steadiness");
const later = builtIn("safety-and-steadiness-since");

/** Written by hand from the rule: question → outcome of each answer, everything else being a plain no. */
const expectedFirst: Record<string, CheckOutcome[]> = {
  private: ["unfinished", "clear"],
  fear: ["clear", "stop", "stop", "stop"],
  "on-guard": ["clear", "clear", "concern", "stop"],
  belittled: ["clear", "clear", "concern", "concern"],
  "control-people": ["clear", "clear", "concern", "concern"],
  "control-money": ["clear", "clear", "concern", "concern"],
  "control-phone": ["clear", "clear", "concern", "concern"],
  hurt: ["clear", "stop"],
  "forced-sex": ["clear", "stop"],
  "pressed-into-sex": ["clear", "stop", "stop", "stop"],
  strangled: ["clear", "stop"],
  weapon: ["clear", "stop"],
  "threat-to-kill": ["clear", "stop"],
  "threat-to-self": ["clear", "stop"],
  stalked: ["clear", "stop"],
  child: ["clear", "stop"],
  "own-harm": ["clear", "stop"],
  swings: ["clear", "clear", "concern", "concern"],
  "made-up-for": ["clear", "clear", "concern", "concern"],
  "cannot-leave": ["clear", "concern", "concern", "concern"],
};
const expectedLater: Record<string, CheckOutcome[]> = {
  private: ["unfinished", "clear"],
  "fear-since": ["clear", "stop", "stop", "stop"],
  "hemmed-in-since": ["clear", "clear", "concern", "stop"],
  "watched-since": ["clear", "concern", "stop"],
  "hurt-since": ["clear", "stop", "stop"],
  "sex-since": ["clear", "stop", "stop"],
  "threat-since": ["clear", "stop", "stop"],
  "child-since": ["clear", "stop", "stop"],
  "own-harm-since": ["clear", "stop", "stop"],
};

const answer = (itemId: string, value: number | string | null): Answer => ({ itemId, form: "now", value });
const allNo = (instrument: Instrument): Answer[] =>
  instrument.items
    .filter(({ kind }) => kind === "choice")
    .map(({ id }): Answer => answer(id, id === "private" ? 1 : 0));
const withAnswers = (instrument: Instrument, given: Record<string, number | string | null>): Answer[] => [
  ...allNo(instrument).filter(({ itemId }) => !(itemId in given)),
  ...Object.entries(given).map(([id, value]) => answer(id, value)),
];
const outcomeOf = (instrument: Instrument, given: Record<string, number | string | null>) =>
  checkResult(instrument, { answers: withAnswers(instrument, given), isSent: true, wasPrivate: true }).outcome;

const cells = [[first, expectedFirst] as const, [later, expectedLater] as const].flatMap(([instrument, expected]) =>
  Object.entries(expected).flatMap(([id, outcomes]) =>
    outcomes.map((outcome, value) => ({ name: instrument.title, instrument, id, value, outcome })),
  ),
);

describe("every answer of the check", () => {
  test.each([
    [first, expectedFirst],
    [later, expectedLater],
  ] as const)("has its cell, and no cell is without an answer (%#)", (instrument, expected) => {
    const asked = instrument.items.filter(({ kind }) => kind === "choice");
    expect(asked.map(({ id }) => id).sort()).toEqual(Object.keys(expected).sort());
    for (const { id, options } of asked)
      expect(
        instrument.optionSets[options ?? ""]?.map(({ value }) => value),
        id,
      ).toEqual([...(expected[id] ?? []).keys()]);
    expect(instrument.items.filter(({ kind }) => kind === "text").map(({ id }) => id)).toEqual(["anything-else"]);
  });

  test.each(cells)("$name: $id = $value → $outcome", ({ instrument, id, value, outcome }) => {
    expect(outcomeOf(instrument, { [id]: value })).toBe(outcome);
  });

  test.each(
    [first, later].flatMap((instrument) =>
      instrument.items
        .filter(({ kind }) => kind === "choice")
        .map(({ id }) => ({ name: instrument.title, instrument, id })),
    ),
  )("$name: $id declined or left out → unfinished", ({ instrument, id }) => {
    expect(outcomeOf(instrument, { [id]: null })).toBe("unfinished");
    if (id === "private") return;
    const answers = allNo(instrument).filter(({ itemId }) => itemId !== id);
    expect(checkResult(instrument, { answers, isSent: true, wasPrivate: true }).outcome).toBe("unfinished");
  });

  test.each([first, later])("words wait for a reader, blanks do not (%#)", (instrument) => {
    expect(outcomeOf(instrument, { "anything-else": "No, thank you." })).toBe("unfinished");
    expect(outcomeOf(instrument, { "anything-else": " \n" })).toBe("clear");
    expect(outcomeOf(instrument, { "anything-else": null })).toBe("clear");
    expect(
      outcomeOf(instrument, { "anything-else": "He knows.", [instrument === first ? "fear" : "fear-since"]: 1 }),
    ).toBe("stop");
  });

  test("a stop or a concern is asked for in the words of the therapist", () => {
    for (const instrument of [first, later])
      for (const { id, critical } of instrument.items)
        for (const effect of checkRowOf(id)?.effects ?? [])
          if (effect === "stop" || effect === "concern")
            expect(
              critical.filter((rule) => rule.effect === effect).map(({ sentence }) => sentence.length > 10),
            ).toEqual([true]);
  });
});

describe("answers of the first check together", () => {
  const highsAndLows = ["swings", "made-up-for", "belittled", "cannot-leave"];
  const pairs = highsAndLows.flatMap((a, i) => highsAndLows.slice(i + 1).map((b) => [a, b] as const));

  test.each(pairs)("%s and %s: a stop when both are often, not before", (a, b) => {
    expect(outcomeOf(first, { [a]: 3, [b]: 3 })).toBe("stop");
    expect(outcomeOf(first, { [a]: 3, [b]: 2 })).toBe("concern");
    expect(outcomeOf(first, { [a]: 2, [b]: 3 })).toBe("concern");
  });

  const controls = ["control-people", "control-money", "control-phone"];
  test.each(controls.flatMap((control) => [1, 2, 3].map((value) => [value, control] as const)))(
    "cannot leave at %i: a stop with %s from Sometimes on",
    (value, control) => {
      expect(outcomeOf(first, { "cannot-leave": value, [control]: 1 })).toBe("concern");
      expect(outcomeOf(first, { "cannot-leave": value, [control]: 2 })).toBe("stop");
      expect(outcomeOf(first, { "cannot-leave": value, [control]: 3 })).toBe("stop");
    },
  );
  test("all three controls without the wish to leave stay a concern", () => {
    expect(outcomeOf(first, { "control-people": 3, "control-money": 3, "control-phone": 3 })).toBe("concern");
  });
});

describe("an ordinary couple", () => {
  test("is not stopped, and not even made a concern, by what now and then happens to everybody", () => {
    const rarely = [
      "on-guard",
      "belittled",
      "control-people",
      "control-money",
      "control-phone",
      "swings",
      "made-up-for",
    ];
    expect(outcomeOf(first, Object.fromEntries(rarely.map((id) => [id, 1])))).toBe("clear");
    expect(outcomeOf(later, { "hemmed-in-since": 1 })).toBe("clear");
  });
});

describe("a repeat", () => {
  test("has nine questions at most, each about the time since the last one", () => {
    const asked = later.items.filter(({ id }) => id !== "private");
    expect(asked.length).toBeLessThanOrEqual(9);
    for (const { section, kind } of asked) if (kind === "choice") expect(section).toBe("Since you were last asked");
  });
});

const label = (instrument: Instrument, id: string, value: number) => {
  const item = instrument.items.find((one) => one.id === id);
  return instrument.optionSets[item?.options ?? ""]?.find((one) => one.value === value)?.label ?? "";
};

function printed(instrument: Instrument, rows: typeof firstCheckRows): string[] {
  const lines = rows.flatMap(({ item: id, effects }) => {
    const item = instrument.items.find((one) => one.id === id);
    const answers = effects.map((effect, value) => `${label(instrument, id, value)}: ${effect}`);
    const left =
      item?.kind === "text" ? ["left out: none", "any words: unfinished"] : [...answers, "left out: unfinished"];
    return `| ${id} | ${item?.section} | ${item?.text} | ${left.join("; ")} |`;
  });
  return [
    `## ${instrument.title} (\`${instrument.key}\`, version ${instrument.version})`,
    "",
    "| Question | Asked about | Statement | Answer: effect |",
    "|---|---|---|---|",
    ...lines,
    ...instrument.combinations.flatMap(({ key, groups, effect }) => [
      "",
      `Together, \`${key}\`: ${groups
        .map(
          ({ needs, of }) =>
            `${needs} of ${of.map(({ itemId, atLeast }) => `${itemId} from ${label(instrument, itemId, atLeast)}`).join(", ")}`,
        )
        .join("; and ")}: ${effect}.`,
    ]),
    "",
  ];
}

const head = [
  "# The safety check: every answer and what it does",
  "",
  "Printed from `lib/safety/check-effects.ts`: a test compares the two (`vitest -u` prints it anew) and tries every",
  "cell against a table that was written by hand. *Stop* and *concern* move the gate the moment the answer is given, also",
  "when it is taken back; *unfinished* opens nothing and waits for the clinician; *none* reassures nobody. Of several",
  "sittings the most careful counts. An answer that was decided about keeps the gate waiting without a new alarm, unless it",
  "is graver or says “since then”.",
  "",
];

test("docs/SAFETY-CHECK.md prints the table as it is", async () => {
  const table = [...head, ...printed(first, firstCheckRows), ...printed(later, laterCheckRows)].join("\n");
  await expect(table).toMatchFileSnapshot(path.join(process.cwd(), "docs/SAFETY-CHECK.md"));
});
