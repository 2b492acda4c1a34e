import { describe, expect, it } from "vitest";
import { judgedStatus } from "@/lib/connection/status.testing";
import { clientSummary, type SummaryFacts } from "@/lib/signals/client-summary";

const facts: SummaryFacts = {
  firstName: "Ines",
  practice: { logged: 2, asked: 3 },
  connection: judgedStatus({ latest: 7, baseline: 4 }),
  falls: "",
  widest: { titles: ["Emotional"], gap: 40 },
  gateClear: true,
  safetyOpen: false,
  waiting: 3,
};

describe("the summary of a client", () => {
  it("says practice, connection, the widest distance and what waits", () => {
    expect(clientSummary(facts)).toBe(
      "Ines practised on 2 of 3 days this week. Connection stands 3 above where it began. The widest distance is emotional, 40 between now and wished. 3 messages or reflections wait for you.",
    );
  });

  it("never tells a rise as good news while the gate is not clear, but does tell a fall", () => {
    const closed = { ...facts, gateClear: false, widest: null };
    expect(clientSummary(closed)).not.toMatch(/above/);
    expect(clientSummary(closed)).toContain("Nothing here counts as a gain");
    expect(
      clientSummary({ ...closed, connection: judgedStatus({ latest: 2, baseline: 6, signal: "review" }) }),
    ).toContain("lower for two weeks running");
  });

  it("says an open safety event before anything, and no gain beside it", () => {
    expect(clientSummary({ ...facts, safetyOpen: true, waiting: 0 })).toBe(
      "A safety event is open, and comes before everything else on this page.",
    );
  });

  it("says falls first, whatever safety holds, a pause or a gap that closed", () => {
    const falls = "Since baseline, beyond measurement error: emotional fell by 60 points (assumed).";
    const fallen = { ...facts, falls, connection: judgedStatus({ latest: 2, baseline: 6, signal: "none" }) };
    expect(clientSummary(fallen)).toMatch(/^Since baseline, .*\. Connection stands 4 below where it began\. Ines/);
    for (const gateClear of [true, false]) {
      const told = clientSummary({ ...fallen, practice: null, gateClear });
      expect(told).toContain("4 below");
      expect(told).not.toContain("counts as a gain");
    }
    expect(clientSummary({ ...fallen, safetyOpen: true, waiting: 0 })).toBe(
      `A safety event is open, and comes before everything else on this page. ${falls} Connection stands 4 below where it began.`,
    );
  });

  it("names every distance that is the widest, and calls one check one", () => {
    const told = clientSummary({
      ...facts,
      practice: null,
      connection: judgedStatus({ latest: 3, baseline: 6, signal: "watch", days: 1 }),
      widest: { titles: ["emotional", "social"], gap: 20 },
      waiting: 0,
    });
    expect(told).toBe(
      "Connection was lower last week, by one check. The widest distances are emotional and social, each 20 between now and wished.",
    );
  });

  it("says nothing of connection that is silent", () => {
    const baseline = { from: 0, median: 6, lower: 5, upper: 7, checks: 9 };
    const connection = { kind: "silent", baseline, week: 9, weeks: 6 } as const;
    expect(clientSummary({ ...facts, practice: null, connection, widest: null, waiting: 0 })).toBe("");
  });

  it("leaves out what is not known", () => {
    const nothing = { ...facts, practice: null, connection: null, widest: null, waiting: 0 };
    expect(clientSummary(nothing)).toBe("");
    expect(clientSummary({ ...nothing, practice: { logged: 0, asked: 4 } })).toBe("Nothing is logged yet this week.");
    expect(clientSummary({ ...nothing, practice: { logged: 0, asked: 1 } })).toBe("");
    expect(clientSummary({ ...nothing, connection: judgedStatus({ latest: 4.5, baseline: 5 }) })).toBe(
      "Connection stands about where it began.",
    );
  });
});
