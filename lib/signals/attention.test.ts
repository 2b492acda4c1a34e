import { describe, expect, it } from "vitest";
import { judgedStatus } from "@/lib/connection/status.testing";
import { attentionReasons, type StandingFacts } from "@/lib/signals/attention";
import { attentionLevels, type SignalKind, signalKinds, signalRow } from "@/lib/signals/kinds";
import { leadsTo } from "@/lib/signals/leads-to";
import type { KeptSignal } from "@/lib/signals/settle";
import type { SignalData } from "@/lib/signals/signal-facts";

const base: StandingFacts = {
  today: "2025-10-16",
  status: "active",
  startsOn: "2025-09-01",
  baselineAnswered: true,
  waits: false,
  statusSince: null,
  connection: judgedStatus({ signal: "none", latest: 6, baseline: 6 }),
};
const at = "2025-10-16T07:42:00Z";
const say = {
  today: base.today,
  dayOf: () => base.today,
  day: (d: string) => d.slice(5),
  within: (d: string) => `the ${d.slice(5)}`,
  moment: () => "Today 07:42",
};
const signal = (kind: SignalKind, data: SignalData = {}, over: Partial<KeptSignal> = {}): KeptSignal => ({
  ...{ id: kind, kind, key: "one", data, isBoth: false, state: "open", hiddenUntil: null },
  ...{ openedAt: new Date(at), shownAt: new Date(at), ...over },
});
const reasons = (signals: KeptSignal[], over: Partial<StandingFacts> = {}) =>
  attentionReasons(signals, { ...base, ...over }, say);
const said = (kind: SignalKind, data: SignalData = {}) => {
  const [first] = reasons([signal(kind, data)]);
  return [first?.level, first?.sentence, first?.detail];
};

describe("why a client needs attention", () => {
  it("is said in one sentence and one detail", () => {
    expect(said("safety-event", { source: "not-safe-button", at, count: 1 })).toEqual([
      ...["risk", "Chose “I don’t feel safe”", "Today 07:42"],
    ]);
    expect(said("safety-event", { source: "screen", at, count: 2, isTaken: true })).toEqual([
      ...["risk", "Safety screen needs you today", "Today 07:42, somebody is on it, and 1 more"],
    ]);
    expect(said("swap-wish", { title: "One real feeling a day", on: "2025-10-14" })).toEqual([
      ...["review", "Asks for another exercise than One real feeling a day", "10-14, answer on the Protocol tab"],
    ]);
    expect(said("overdue", { title: "Week 4", on: "2025-10-12", reminders: 1, count: 1 })).toEqual([
      ...["attention", "Assessment 4 days overdue", "Week 4, reminded once"],
    ]);
    expect(said("overdue", { title: "Week 4", on: "2025-10-15", reminders: 4, count: 2 })).toEqual([
      ...["attention", "2 assessments overdue, the oldest 1 day", "Week 4, reminded 4 times"],
    ]);
    expect(said("message", { count: 3, at })).toEqual([
      ...["attention", "Wrote you 3 messages", "Not read since Today 07:42"],
    ]);
    expect(said("quiet", { on: "2025-10-10", at: "2025-10-10" })).toEqual([
      ...["attention", "Quiet for 6 days", "Last activity the 10-10"],
    ]);
    expect(said("quiet", { on: "2025-10-10" })[2]).toBe("Nothing logged yet");
    expect(said("reliable-decline", { count: 2, title: "Social", detail: "Five Dimensions" })).toEqual([
      ...["attention", "Lower beyond measurement error: Social, and 1 more", "Five Dimensions"],
    ]);
  });

  it("has a sentence, a rule and a place to go for every kind", () => {
    for (const kind of signalKinds) {
      const [first] = reasons([signal(kind, { on: base.today, at, title: "A", detail: "B", count: 1 })]);
      expect(first?.sentence, kind).toMatch(/^[A-Z2].{3,80}$/);
      expect(`${first?.sentence} ${first?.detail}`, kind).not.toMatch(/undefined|null|NaN/);
      expect(signalRow(kind).rule, kind).toMatch(/\.$/);
      expect(leadsTo("c1", signalRow(kind).leads, null)).toMatch(/^\/clients\/c1\//);
    }
  });

  it("comes in the order of the table, and what somebody is on after what nobody is", () => {
    const all = reasons(signalKinds.toReversed().map((kind) => signal(kind)));
    expect(all.flatMap((reason) => reason.signal?.kind ?? [])).toEqual(signalKinds);
    const levels = all.map(({ level }) => attentionLevels.indexOf(level));
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    const [taken] = reasons([signal("safety-event", { source: "screen", isTaken: true })]);
    const [open] = reasons([signal("safety-event", { source: "screen" })]);
    if (!taken || !open) throw new Error("Both have a reason.");
    expect([taken, open].sort((a, b) => a.rank - b.rank)).toEqual([open, taken]);
  });

  it("leaves out what was set aside, and says how things stand where nothing presses", () => {
    expect(reasons([signal("quiet", {}, { state: "known" })]).map(({ sentence }) => sentence)).toEqual(["On track"]);
    expect(reasons([signal("gain", { title: "Social" })]).map(({ level }) => level)).toEqual(["calm", "calm"]);
    expect(reasons([signal("quiet", { on: "2025-10-10" })])).toHaveLength(1);
  });

  it("says how a client stands about whom nothing presses", () => {
    const standing = (over: Partial<StandingFacts>) => {
      const [first] = reasons([], over);
      return [first?.level, first?.sentence, first?.detail];
    };
    expect(standing({})).toEqual(["calm", "On track", ""]);
    expect(standing({ status: "invited" })).toEqual(["starting", "Invited", "Not accepted yet"]);
    const soon = { status: "starting", startsOn: "2025-10-17", baselineAnswered: false } as const;
    expect(standing(soon)).toEqual(["starting", "Starts tomorrow", "Baseline not answered yet"]);
    expect(standing({ ...soon, startsOn: "2025-10-20" })[1]).toBe("Starts on the 10-20");
    expect(standing({ startsOn: base.today })[1]).toBe("Starts today");
    expect(standing({ status: "held", statusSince: "2025-10-12" })).toEqual(["calm", "On hold", "Since the 10-12"]);
    expect(standing({ status: "paused" })[1]).toBe("Paused");
    expect(standing({ status: "follow-up" })[1]).toBe("Finished, follow-up to come");
    expect(standing({ status: "ended" })[1]).toBe("Finished");
    const watch = judgedStatus({ signal: "watch", latest: 4, baseline: 6 });
    expect(standing({ connection: watch })[2]).toBe("Connection lower last week, worth watching");
  });
});
