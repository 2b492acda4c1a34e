import { describe, expect, it } from "vitest";
import { protocolVersionSchema } from "@/lib/protocol/definition";
import { doseLabel } from "@/lib/protocol/dose";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";

describe("a practice's own version", () => {
  const faults = (change: (draft: typeof fixtureProtocol) => void) => {
    const draft = structuredClone(fixtureProtocol);
    change(draft);
    return protocolVersionSchema.safeParse(draft).error?.issues.map((i) => i.message) ?? [];
  };
  it("names what does not fit together", () => {
    expect(faults((d) => d.weeks[0]?.exercises.push({ exercise: "nothing", dose: { kind: "daily" } }))).toEqual([
      'Week 1 asks for "nothing", which does not exist.',
    ]);
    expect(faults((d) => d.weeks.splice(3, 1))).toContain("Week 5 is out of order.");
    expect(faults((d) => d.phases.pop())).toContain("Week 9 is in a phase that does not exist.");
    expect(faults((d) => d.measures.push({ instrument: "x", moment: { at: "week", week: 11 } }))).toHaveLength(1);
  });
});

describe("words", () => {
  it("says doses", () => {
    expect(doseLabel({ kind: "times", times: 3 })).toBe("3 times");
    expect(doseLabel({ kind: "up-to", times: 2 })).toBe("Up to twice");
  });
});
