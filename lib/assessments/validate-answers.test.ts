import { describe, expect, test } from "vitest";
import { placesIn } from "@/lib/assessments/asked-forms";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { validateAnswers } from "@/lib/assessments/validate-answers";
import { builtInInstrument } from "@/lib/instruments/built-in";

function builtIn(key: string): Instrument {
  const found = builtInInstrument(key);
  if (!found) throw new Error(`no instrument ${key}`);
  return found;
}

const full = builtIn("five-dimensions");

/** The same rule for every statement of the given forms. */
const answered = (of: (item: Instrument["items"][number]) => number | null, forms = full.forms): Answer[] =>
  placesIn({ ...full, forms }).map(({ item, form }) => ({ itemId: item.id, form, value: of(item) }));
const answer = (itemId: string, value: number | null): Answer => ({ itemId, form: "now", value });

describe("what stands between answers and a submission", () => {
  test("complete answers pass; declining passes where it is allowed", () => {
    expect(
      validateAnswers(
        full,
        answered(() => 2),
      ),
    ).toEqual([]);
    expect(
      validateAnswers(
        full,
        answered((item) => (item.id.startsWith("sexual") ? null : 2)),
      ),
    ).toEqual([]);
  });

  test.each([
    ["unknown item", [{ itemId: "emotional-9", form: "now", value: 1 }]],
    ["unknown form", [{ itemId: "emotional-1", form: "then", value: 1 }]],
    ["out of range", [{ itemId: "emotional-1", form: "now", value: 5 }]],
    ["out of range", [{ itemId: "emotional-1", form: "now", value: 1.5 }]],
    ["out of range", [{ itemId: "emotional-1", form: "now", value: "2" }]],
    [
      "answered twice",
      [
        { itemId: "emotional-1", form: "now", value: 1 },
        { itemId: "emotional-1", form: "now", value: 2 },
      ],
    ],
  ])("%s", (kind, answers) => {
    const [problem] = validateAnswers(full, answers, true);
    expect(problem).toMatchObject({ kind });
    expect(problem?.sentence).toMatch(/^[A-Z].*\.$/);
  });

  test("an open required question is named, form by form; a draft may have it open", () => {
    const now = answered(() => 2, ["now"]);
    const problems = validateAnswers(full, now);
    expect(problems).toHaveLength(30);
    expect(problems[0]).toMatchObject({ kind: "required missing", itemId: "emotional-1", form: "wished" });
    expect(validateAnswers(full, now, true)).toEqual([]);
  });

  test("nothing at all is not a submission; a required rating cannot be declined", () => {
    expect(
      validateAnswers(
        full,
        answered(() => null),
      ),
    ).toMatchObject([{ kind: "nothing answered" }]);
    const connection = builtIn("connection-check");
    const noteOnly = [
      { itemId: "connected", form: "now", value: null },
      { itemId: "note", form: "now", value: "A quiet day" },
    ];
    expect(validateAnswers(connection, noteOnly)).toMatchObject([{ kind: "required missing", itemId: "connected" }]);
  });

  test("a question behind a closed gate is not missing", () => {
    const screen = builtIn("pc-ptsd-5");
    expect(validateAnswers(screen, [answer("gate", 0)])).toEqual([]);
    expect(validateAnswers(screen, [answer("gate", 1)])).toHaveLength(5);
  });
});
