import { describe, expect, test } from "vitest";
import { placesIn } from "@/lib/assessments/asked-forms";
import { responseFlags } from "@/lib/assessments/flags";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { builtInInstrument } from "@/lib/instruments/built-in";

function builtIn(key: string): Instrument {
  const found = builtInInstrument(key);
  if (!found) throw new Error(`no instrument ${key}`);
  return found;
}

const full = builtIn("five-dimensions");

/** The same rule for every statement of the given forms. */
const answered = (
  of: (item: Instrument["items"][number]) => number | null,
  forms: readonly Answer["form"][] = full.forms,
): Answer[] =>
  placesIn(full).flatMap(({ item, form }) =>
    forms.includes(form) ? [{ itemId: item.id, form, value: of(item) }] : [],
  );
const answer = (itemId: string, value: number | null): Answer => ({ itemId, form: "now", value });

describe("flags", () => {
  const varied = (item: Instrument["items"][number]) => (item.id.length + Number(item.id.at(-1)) + 1) % 5;

  test("an even spread at a calm pace has none", () => {
    expect(responseFlags(full, answered(varied), 66 * 4000)).toEqual([]);
    expect(responseFlags(full, answered(varied), null)).toEqual([]);
  });

  test("idealised, straight-lining and fast are each noticed, and nothing is taken off the score", () => {
    const ideal = answered((item) => (item.id.startsWith("idealised") ? (item.reversed ? 0 : 4) : varied(item)));
    expect(responseFlags(full, ideal, null).map((flag) => flag.kind)).toEqual(["idealised"]);
    const straight = answered(() => 3);
    expect(responseFlags(full, straight, null).map((flag) => [flag.kind, flag.form])).toEqual([
      ["straight-lining", null],
    ]);
    const half = [...answered(varied, ["wished"]), ...answered(() => 3, ["now"])];
    expect(responseFlags(full, half, null)).toMatchObject([{ kind: "straight-lining", form: "now" }]);
    expect(responseFlags(full, answered(varied), 66 * 1499)).toMatchObject([{ kind: "fast" }]);
    expect(responseFlags(full, answered(varied), 66 * 1500)).toEqual([]);
  });

  test("an answer that the instrument marks is told to the therapist, as it is now alone and in its own words", () => {
    const away = (value: number, form: Answer["form"] = "now") =>
      responseFlags(full, [{ itemId: "sexual-6", form, value }], null).map(({ kind, sentence }) => [kind, sentence]);
    expect(away(4)).toEqual([["worth asking", expect.stringMatching(/^The mind goes elsewhere .* alone /)]]);
    expect(away(3)).toEqual([]);
    expect(away(4, "wished")).toEqual([]);
  });

  test("all zeros on a scale that only points one way is an answer, not straight-lining", () => {
    const distance = builtIn("distance-moves");
    const never = distance.items.map((item) => answer(item.id, 0));
    expect(responseFlags(distance, never, null)).toEqual([]);
  });
});
