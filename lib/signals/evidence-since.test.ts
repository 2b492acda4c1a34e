import { describe, expect, it } from "vitest";
import { judgedStatus } from "@/lib/connection/status.testing";
import { signalEvidence } from "@/lib/signals/evidence";
import type { WeighedAttempt } from "@/lib/signals/proposals";
import type { ScaleMove, SignalFacts } from "@/lib/signals/signal-facts";
import { calmFacts } from "@/lib/signals/signal-facts.testing";
import { thresholdsOf } from "@/lib/signals/thresholds";
import { addDays } from "@/lib/time/local-date";

const { today } = calmFacts;
const ago = (days: number) => addDays(today, -days);
const evidence = (over: Partial<SignalFacts>) => signalEvidence({ ...calmFacts, ...over }, thresholdsOf({}));
const late = { id: "a1", title: "Week 4", dueOn: ago(1), reminders: 0 };
const move: ScaleMove = {
  ...{
    assessmentId: "s1",
    answeredAt: "2025-10-16T07:42:00Z",
    instrument: "five-dimensions",
    title: "Five Dimensions",
  },
  ...{ scale: "Emotional", verdict: "better", isOneOfFive: true, isSecondTime: false },
};
const skipped = (time: string): WeighedAttempt => ({
  ...{ exercise: "favour", date: ago(2), loggedAt: new Date(`${ago(2)}T${time}:00Z`), outcome: "skipped" },
  ...{ anxietyBefore: null, anxietyAfter: null },
});

describe("what calls for a signal", () => {
  it("says of each since when the newest of what it rests on is there", () => {
    const since = (over: Partial<SignalFacts>) => evidence(over)[0]?.since;
    expect(since({ lastActivityOn: ago(9) })).toEqual({ on: ago(4) });
    expect(since({ overdue: [{ ...late, dueOn: ago(6) }, late] })).toEqual({ on: today });
    expect(since({ baselineWaitsSince: ago(9) })).toEqual({ on: ago(2) });
    expect(since({ connection: judgedStatus({ signal: "review", latest: 4, baseline: 6 }) })).toEqual({
      on: addDays("2025-09-01", 7 * 4),
    });
    const gentler = [{ exercise: "favour", because: "skips", newestOn: ago(2) }] as const;
    expect(since({ gentler, attempts: [skipped("18:30"), skipped("10:00")] })).toEqual({
      at: `${ago(2)}T18:30:00.000Z`,
    });
  });

  it("tells of the newest fall and the newest gain first", () => {
    const newer = { ...move, assessmentId: "s2", answeredAt: "2025-10-16T08:00:00Z", isSecondTime: true };
    const fallen = evidence({ moves: [move, newer].map((one) => ({ ...one, verdict: "worse" as const })) });
    expect(fallen).toMatchObject([{ key: "s2", data: { ref: "s2", count: 2 }, since: { at: newer.answeredAt } }]);
    expect(evidence({ moves: [{ ...move, isOneOfFive: false }, newer] })).toMatchObject([{ kind: "gain", key: "s2" }]);
  });
});
