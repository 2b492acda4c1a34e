import { describe, expect, it } from "vitest";
import { changeThreshold, leastReliable } from "@/lib/assessments/change";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { fiveDimensionsBrief } from "@/lib/instruments/five-dimensions-brief";
import { builtInProtocol } from "@/lib/protocol/built-in";
import {
  AHEAD_BY,
  type ClosenessSeen,
  isPlayNearer,
  playEvidence,
  playFor,
  withPlayInstead,
} from "@/lib/signals/side-by-side-first";

const seen = (
  emotional: number | null,
  recreational: number | null,
  form: "full" | "brief" = "full",
): ClosenessSeen => ({
  ...{ answeredOn: "2026-03-02", form, emotional, recreational },
});

describe("play first", () => {
  it("needs low emotional closeness and a recreational one that is higher beyond measurement error", () => {
    expect(isPlayNearer(seen(20, 48))).toBe(true);
    expect(isPlayNearer(seen(20, 47))).toBe(false);
    expect(isPlayNearer(seen(47.9, 96))).toBe(true);
    expect(isPlayNearer(seen(48, 96))).toBe(false);
    expect(isPlayNearer(seen(20, 58, "brief"))).toBe(false);
    expect(isPlayNearer(seen(20, 59, "brief"))).toBe(true);
  });
  it("says nothing without both scores", () => {
    for (const one of [null, seen(null, 90), seen(10, null)]) expect(isPlayNearer(one)).toBe(false);
  });
  it("has the error of each form as that form states it", () => {
    for (const [form, { scales }] of [
      ["full", fiveDimensions],
      ["brief", fiveDimensionsBrief],
    ] as const) {
      const scale = scales.find(({ key }) => key === "recreational");
      const threshold = scale && changeThreshold(scale);
      expect(threshold && leastReliable(threshold), form).toBe(AHEAD_BY[form]);
    }
  });
  it("has a recreational step for every exercise that asks for words about oneself, and names it first", () => {
    const telling = builtInProtocol.exercises.filter(({ exposureLevel }) => exposureLevel === "disclosure");
    expect(withPlayInstead(builtInProtocol)).toEqual(telling);
    for (const one of builtInProtocol.exercises) {
      if (one.page === "learn-together") continue;
      expect(playFor(builtInProtocol, one)?.key, one.key).toBe("learn-together");
      expect(one.gentler[0], one.key).toBe("learn-together");
    }
  });
  it("says the two figures, and no word of gain", () => {
    expect(playEvidence(seen(20.4, 59.6))).toMatch(/low \(20 of 96\).*higher \(60\)/);
    expect(playEvidence(seen(20, 60))).not.toMatch(/better|improv|gain|closer/);
  });
});
