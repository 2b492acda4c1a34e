import { describe, expect, it } from "vitest";
import { clientSummary, type SummaryFacts } from "@/lib/signals/client-summary";

const facts: SummaryFacts = {
  firstName: "Ines",
  practice: { logged: 2, asked: 3 },
  connection: { latest: 7, baseline: 4, signal: "none" },
  widest: { title: "Emotional", gap: 40 },
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
    expect(clientSummary({ ...closed, connection: { latest: 2, baseline: 6, signal: "review" } })).toContain(
      "lower for two weeks running",
    );
  });

  it("says an open safety event before anything, and no gain beside it", () => {
    expect(clientSummary({ ...facts, safetyOpen: true, waiting: 0 })).toBe(
      "A safety event is open, and comes before everything else on this page.",
    );
  });

  it("leaves out what is not known", () => {
    const nothing = { ...facts, practice: null, connection: null, widest: null, waiting: 0 };
    expect(clientSummary(nothing)).toBe("");
    expect(clientSummary({ ...nothing, practice: { logged: 0, asked: 4 } })).toBe("Nothing is logged yet this week.");
    expect(clientSummary({ ...nothing, practice: { logged: 0, asked: 1 } })).toBe("");
    expect(clientSummary({ ...nothing, connection: { latest: 4.5, baseline: 5, signal: "none" } })).toBe(
      "Connection stands about where it began.",
    );
  });
});
