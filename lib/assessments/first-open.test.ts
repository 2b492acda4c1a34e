import { describe, expect, it } from "vitest";
import { firstOpen } from "@/lib/assessments/first-open";
import type { Answer, Form } from "@/lib/assessments/instrument";
import { fiveDimensionsBrief } from "@/lib/instruments/five-dimensions-brief";

const ids = fiveDimensionsBrief.items.map(({ id }) => id);
const given = (count: number, forms: readonly Form[] = ["now", "wished"]): Answer[] =>
  ids.slice(0, count).flatMap((itemId) => forms.map((form) => ({ itemId, form, value: 2 })));

describe("where a sitting goes on", () => {
  it("is the first statement with an open side, not the number of those that were touched", () => {
    expect(firstOpen(fiveDimensionsBrief, [])).toEqual({ at: 1, of: 15 });
    expect(firstOpen(fiveDimensionsBrief, given(10))).toEqual({ at: 11, of: 15 });
    expect(firstOpen(fiveDimensionsBrief, given(10, ["now"]))).toEqual({ at: 1, of: 15 });
    expect(firstOpen(fiveDimensionsBrief, given(11).slice(0, -1))).toEqual({ at: 11, of: 15 });
  });

  it("is nowhere once every side is there", () => {
    expect(firstOpen(fiveDimensionsBrief, given(15))).toEqual({ at: null, of: 15 });
  });
});
