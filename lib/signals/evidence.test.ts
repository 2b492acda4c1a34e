import { describe, expect, it } from "vitest";
import { judgedStatus } from "@/lib/connection/status.testing";
import { signalEvidence } from "@/lib/signals/evidence";
import { type SignalKind, signalKinds, signalRow } from "@/lib/signals/kinds";
import type { WeighedAttempt } from "@/lib/signals/proposals";
import type { ScaleMove, SignalFacts } from "@/lib/signals/signal-facts";
import { calmFacts } from "@/lib/signals/signal-facts.testing";
import { thresholdsOf } from "@/lib/signals/thresholds";
import { addDays } from "@/lib/time/local-date";

const { today } = calmFacts;
const ago = (days: number) => addDays(today, -days);
const evidence = (over: Partial<SignalFacts>, set = {}) => signalEvidence({ ...calmFacts, ...over }, thresholdsOf(set));
const kinds = (over: Partial<SignalFacts>, set = {}): SignalKind[] => evidence(over, set).map(({ kind }) => kind);
const gate = (own: Partial<SignalFacts["gate"]["own"]>, both = own): SignalFacts["gate"] => ({
  own: { state: "not-screened", awaits: null, expiresOn: null, ...own },
  both: { state: "not-screened", awaits: null, expiresOn: null, ...both },
});
const at = "2025-10-16T07:42:00Z";
const event = { id: "e1", source: "screen", openedAt: at, acknowledged: false } as const;
const late = { id: "a1", title: "Week 4", dueOn: ago(1), reminders: 0 };
const move: ScaleMove = {
  ...{
    assessmentId: "s1",
    answeredAt: at,
    instrument: "five-dimensions",
    title: "Five Dimensions",
    scale: "Emotional",
  },
  ...{ verdict: "better", isOneOfFive: true, isSecondTime: false },
};
const tried = (before: number | null, after: number | null, day: number): WeighedAttempt => ({
  ...{ exercise: "favour", date: ago(day), loggedAt: new Date(`${ago(day)}T10:00:00Z`), outcome: "done" },
  ...{ anxietyBefore: before, anxietyAfter: after },
});
const times = (count: number, before: number, after: number) =>
  Array.from({ length: count }, (_, i) => tried(before, after, i));

/** Facts on which each kind opens, and the nearest on which it does not. */
const table: Record<SignalKind, { opens: Partial<SignalFacts>[]; stays: Partial<SignalFacts>[] }> = {
  "safety-event": { opens: [{ openEvents: [event] }, { openEvents: [event], status: "ended" }], stays: [{}] },
  "safety-words": { opens: [{ hasUnreadWords: true }, { hasUnreadWords: true, status: "finished" }], stays: [{}] },
  "safety-stop": {
    opens: [{ gate: gate({ state: "stop" }) }, { gate: gate({ state: "stop" }), status: "ended" }],
    stays: [{ gate: gate({ state: "stop" }), openEvents: [event] }, { gate: gate({ state: "concern" }) }],
  },
  "court-demand": { opens: [{ courtDemandedOn: today }], stays: [{ courtDemandedOn: null }] },
  "erasure-asked": { opens: [{ erasureAskedOn: today }], stays: [{ erasureAskedOn: null }] },
  "consent-withdrawn": { opens: [{ consentWithdrawnOn: today }], stays: [{ consentWithdrawnOn: null }] },
  "safety-concern": {
    opens: [{ gate: gate({ state: "concern" }) }],
    stays: [{ gate: gate({ state: "concern" }), status: "ended" }, {}],
  },
  "waits-for-you": {
    opens: [{ gate: gate({ awaits: "clinician" }) }, { gate: gate({ awaits: "clinician" }), status: "starting" }],
    stays: [{ gate: gate({ awaits: "screen" }) }, { gate: gate({ awaits: "clinician" }), status: "finished" }],
  },
  "check-unanswered": {
    opens: [{ gate: gate({ awaits: "screen" }) }, { gate: gate({ awaits: "screen" }), status: "paused" }],
    stays: [
      { gate: gate({ awaits: "screen" }), status: "starting" },
      { gate: gate({ awaits: "screen" }), status: "invited" },
    ],
  },
  "reliable-decline": {
    opens: [{ moves: [{ ...move, verdict: "worse" }] }, { moves: [{ ...move, verdict: "worse" }], saysGain: false }],
    stays: [{ moves: [{ ...move, isSecondTime: true }] }],
  },
  "connection-review": {
    opens: [{ connection: judgedStatus({ signal: "review", latest: 4, baseline: 6 }) }],
    stays: [
      { connection: judgedStatus({ signal: "watch", latest: 4, baseline: 6 }) },
      { connection: { kind: "no baseline", counts: null } },
      { connection: { kind: "forming", day: 13, of: 14, checks: 9 } },
      { connection: { kind: "no checks" } },
    ],
  },
  "letter-lost": { opens: [{ lostLetters: { count: 1, newestAt: at } }], stays: [{}] },
  message: { opens: [{ unreadMessages: { count: 1, since: at, newestAt: at, arrivedAt: at } }], stays: [{}] },
  quiet: {
    opens: [
      { lastActivityOn: ago(5) },
      { lastActivityOn: null, startsOn: ago(5) },
      { lastActivityOn: ago(20), resumedOn: ago(5) },
      { lastActivityOn: ago(6), status: "held" },
    ],
    stays: [
      { lastActivityOn: ago(4) },
      { lastActivityOn: ago(20), resumedOn: ago(4) },
      { lastActivityOn: ago(20), status: "paused" },
      { lastActivityOn: ago(20), status: "ended" },
      { lastActivityOn: ago(20), status: "starting" },
      { lastActivityOn: ago(20), hasArrived: false },
      { lastActivityOn: null, startsOn: null },
    ],
  },
  "anxiety-not-falling": {
    opens: [
      { attempts: times(8, 6, 6) },
      { attempts: times(8, 6, 8) },
      { attempts: [...times(6, 6, 6), tried(6, 5, 7), tried(6, 5, 8)] },
    ],
    stays: [
      { attempts: times(8, 6, 5) },
      { attempts: [...times(5, 6, 6), tried(6, 5, 6), tried(6, 5, 7), tried(6, 5, 8)] },
      { attempts: times(7, 6, 6) },
      { attempts: [...times(7, 6, 6), tried(6, null, 8), tried(null, 6, 9)] },
      { attempts: times(8, 0, 0) },
    ],
  },
  skips: {
    opens: [{ gentler: [{ exercise: "favour", because: "skips", newestOn: today }] }],
    stays: [{ gentler: [{ exercise: "favour", because: "anxiety", newestOn: today }] }],
  },
  "invitation-over": {
    opens: [{ invitation: { madeOn: ago(8), endsOn: ago(1), isOver: true } }],
    stays: [{ invitation: { madeOn: ago(8), endsOn: today, isOver: false } }],
  },
  "baseline-waits": {
    opens: [{ baselineWaitsSince: ago(7) }, { baselineWaitsSince: ago(8) }],
    stays: [{ baselineWaitsSince: ago(6) }, { baselineWaitsSince: null }],
  },
  overdue: {
    opens: [{ overdue: [late] }, { overdue: [late], status: "follow-up" }],
    stays: [
      {},
      { overdue: [late], status: "starting" },
      { overdue: [late], status: "paused" },
      { overdue: [late], status: "ended" },
      { overdue: [late], status: "invited", hasArrived: false },
    ],
  },
  "invitation-waits": {
    opens: [{ invitation: { madeOn: ago(3), endsOn: addDays(today, 4), isOver: false } }],
    stays: [
      { invitation: { madeOn: ago(2), endsOn: addDays(today, 5), isOver: false } },
      { invitation: { madeOn: ago(8), endsOn: ago(1), isOver: true } },
    ],
  },
  "swap-wish": { opens: [{ swapRequests: [{ title: "One real feeling", askedOn: today }] }], stays: [{}] },
  result: {
    opens: [{ toReview: [{ id: "a1", title: "Week 5", answeredOn: today, answeredAt: `${today}T09:00:00Z` }] }],
    stays: [{}],
  },
  "go-gentler": {
    opens: [{ gentler: [{ exercise: "favour", because: "anxiety", newestOn: today }] }],
    stays: [{ gentler: [{ exercise: "favour", because: "skips", newestOn: today }] }],
  },
  "next-phase": { opens: [{ nextPhase: { number: 2, title: "Building Trust" } }], stays: [{}] },
  "gate-expiring": {
    opens: [
      { gate: gate({ state: "clear", expiresOn: addDays(today, 7) }) },
      { gate: gate({ state: "clear", expiresOn: today }) },
    ],
    stays: [
      { gate: gate({ state: "clear", expiresOn: addDays(today, 8) }) },
      { gate: gate({ state: "clear", expiresOn: addDays(today, 7) }), status: "finished" },
    ],
  },
  reflection: { opens: [{ reflections: { count: 2, newestAt: at } }], stays: [{}] },
  gain: {
    opens: [
      { moves: [{ ...move, isOneOfFive: false }] },
      { moves: [move, { ...move, scale: "Social" }] },
      { moves: [{ ...move, isSecondTime: true }] },
    ],
    stays: [
      { moves: [move] },
      { moves: [move, { ...move, scale: "Social" }], saysGain: false },
      { moves: [{ ...move, isOneOfFive: false, verdict: "worse" }] },
    ],
  },
  "gap-closed": {
    opens: [{ gapsClosed: [{ assessmentId: "s1", answeredAt: at, title: "Social" }] }],
    stays: [{ gapsClosed: [{ assessmentId: "s1", answeredAt: at, title: "Social" }], saysGain: false }],
  },
  "phase-finished": {
    opens: [{ phaseBehind: { number: 1, title: "Small Steps", endedOn: ago(7) } }],
    stays: [
      { phaseBehind: { number: 1, title: "Small Steps", endedOn: ago(8) } },
      { phaseBehind: { number: 1, title: "Small Steps", endedOn: ago(1) }, saysGain: false },
    ],
  },
};

describe("what calls for a signal", () => {
  it("is nothing about somebody who is well on the way", () => {
    expect(kinds({})).toEqual([]);
  });

  it.each(signalKinds)("%s: at its threshold, and not before it", (kind) => {
    for (const facts of table[kind].opens) expect(kinds(facts), JSON.stringify(facts)).toContain(kind);
    for (const facts of table[kind].stays) expect(kinds(facts), JSON.stringify(facts)).not.toContain(kind);
  });

  it.each(signalKinds.filter((kind) => signalRow(kind).acts))("%s: says since when an act may answer it", (kind) => {
    for (const facts of table[kind].opens) {
      const since = evidence(facts).find((one) => one.kind === kind)?.since;
      if (kind === "next-phase") expect(since).toBeNull();
      else if (since && "on" in since) expect(since.on <= today && since.on > ago(30)).toBe(true);
      else expect(Date.parse(since?.at ?? "")).toBeLessThanOrEqual(Date.parse(`${today}T23:59:59Z`));
    }
  });

  it("is one of each kind at the most", () => {
    const all = Object.values(table).flatMap(({ opens }) => opens);
    for (const facts of all) {
      const found = kinds(Object.assign({}, ...all, facts));
      expect(new Set(found).size).toBe(found.length);
    }
  });

  it("follows the numbers that the practice has set", () => {
    expect(kinds({ lastActivityOn: ago(8) }, { quietDays: 9 })).toEqual([]);
    expect(kinds({ lastActivityOn: ago(9) }, { quietDays: 9 })).toEqual(["quiet"]);
    expect(kinds({ attempts: times(5, 6, 6) }, { anxietyTimes: 6 })).toEqual([]);
    expect(kinds({ attempts: times(5, 6, 6) }, { anxietyTimes: 5 })).toEqual(["anxiety-not-falling"]);
    expect(kinds({ baselineWaitsSince: ago(2) }, { baselineDays: 2 })).toEqual(["baseline-waits"]);
  });

  it("says only to who reads both what waits for the sake of the partner", () => {
    const both = gate({ state: "clear", expiresOn: "2026-01-01" }, { awaits: "clinician" });
    expect(evidence({ gate: both })).toMatchObject([{ kind: "waits-for-you", isBoth: true }]);
    const own = gate({ state: "concern" }, { state: "concern" });
    expect(evidence({ gate: own })).toMatchObject([{ kind: "safety-concern", isBoth: false }]);
  });

  it("keeps good news of two who are linked for who reads both, and a fall for nobody alone", () => {
    const linked = evidence({
      ...{ isLinked: true, gapsClosed: [{ assessmentId: "s1", answeredAt: at, title: "Social" }] },
      ...{ moves: [{ ...move, verdict: "worse" }], nextPhase: { number: 2, title: "Building Trust" } },
    });
    expect(linked.map(({ kind, isBoth }) => [kind, isBoth])).toEqual([
      ["reliable-decline", false],
      ["next-phase", true],
      ["gap-closed", true],
    ]);
  });

  it("is something new only where something new is there", () => {
    const key = (over: Partial<SignalFacts>) => evidence(over)[0]?.key;
    const two = [late, { ...late, id: "a2", dueOn: ago(3) }];
    expect(key({ overdue: [late] })).toBe(key({ overdue: [{ ...late, reminders: 3 }] }));
    expect(key({ overdue: [late] })).not.toBe(key({ overdue: two }));
    expect(key({ lastActivityOn: ago(5) })).toBe(key({ lastActivityOn: ago(5), today }));
    expect(key({ unreadMessages: { count: 2, since: at, newestAt: at, arrivedAt: at } })).toBe(
      key({ unreadMessages: { count: 1, since: at, newestAt: at, arrivedAt: at } }),
    );
  });
});
