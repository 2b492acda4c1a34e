import { describe, expect, it } from "vitest";
import type { Evidence } from "@/lib/signals/found";
import { type SignalKind, signalActs, signalKinds, signalRow } from "@/lib/signals/kinds";
import { foldNew, type KeptSignal, type LastActs, openSignals, settleSignals } from "@/lib/signals/settle";

const day = (date: number) => new Date(Date.UTC(2025, 9, date, 9));
const local = (date: number) => `2025-10-${String(date).padStart(2, "0")}`;
const seen = (kind: SignalKind, key = "one", since: Evidence["since"] = null): Evidence => ({
  ...{ kind, key, data: {}, isBoth: false, since },
});

type Looked = { before?: number; minutes?: number; zone?: string };
function settle(
  evidence: Evidence[],
  kept: readonly KeptSignal[],
  date: number,
  acts: LastActs = {},
  { before, minutes = 0, zone = "UTC" }: Looked = {},
) {
  let made = 0;
  const newId = () => {
    made += 1;
    return `s${date}-${made}`;
  };
  const now = new Date(day(date).getTime() + minutes * 60_000);
  const lookedBefore = before === undefined ? null : day(before);
  return settleSignals(evidence, kept, { today: local(date), now, zone, acts, lookedBefore, newId });
}

const setAside = (signals: readonly KeptSignal[], over: Partial<KeptSignal>) =>
  signals.map((one) => ({ ...one, ...over }));
const stepsOf = ({ steps }: { steps: { step: string }[] }) => steps.map(({ step }) => step);

describe("the life of a signal", () => {
  it("opens with what it rests on, stays, and is gone with it", () => {
    const first = settle([seen("quiet")], [], 10);
    expect(stepsOf(first)).toEqual(["opened"]);
    const again = settle([seen("quiet")], first.standing, 11);
    expect([again.changed, again.resolved, again.steps]).toEqual([[], [], []]);
    const gone = settle([], again.standing, 12);
    expect(stepsOf(gone)).toEqual(["resolved"]);
    expect(gone.standing).toEqual([]);
    expect(settle([seen("quiet")], gone.standing, 13).standing[0]?.id).not.toBe(first.standing[0]?.id);
  });

  it("keeps what tells of the partner apart from what tells of the person alone", () => {
    const both = settle([{ ...seen("waits-for-you"), isBoth: true }], [], 10);
    const own = settle([seen("waits-for-you")], both.standing, 12);
    expect(own.steps).toMatchObject([
      { step: "resolved", isBoth: true },
      { step: "opened", isBoth: false },
    ]);
    expect(own.standing).toMatchObject([{ isBoth: false, openedAt: day(12) }]);
    expect(own.standing[0]?.id).not.toBe(both.standing[0]?.id);
  });

  it("is answered by an act of its own after it came up, and by no other", () => {
    const { standing } = settle([seen("quiet")], [], 10);
    expect(stepsOf(settle([seen("quiet")], standing, 11, { message: day(9) }))).toEqual([]);
    expect(stepsOf(settle([seen("quiet")], standing, 11, { invitation: day(11) }))).toEqual([]);
    const acted = settle([seen("quiet")], standing, 11, { message: day(11) });
    expect(stepsOf(acted)).toEqual(["acted"]);
    expect(openSignals(acted.standing)).toEqual([]);
    expect(stepsOf(settle([seen("quiet")], acted.standing, 12, { message: day(11) }))).toEqual([]);
    const other = settle([seen("result")], settle([seen("result")], [], 10).standing, 11, { message: day(11) });
    expect(openSignals(other.standing)).toHaveLength(1);
  });

  it("that was put off comes back on its day, and not before", () => {
    const snoozed = setAside(settle([seen("overdue")], [], 10).standing, { state: "snoozed", hiddenUntil: local(14) });
    expect(stepsOf(settle([seen("overdue")], snoozed, 13))).toEqual([]);
    const back = settle([seen("overdue")], snoozed, 14);
    expect(stepsOf(back)).toEqual(["reopened"]);
    expect(back.standing[0]).toMatchObject({ state: "open", shownAt: day(14), hiddenUntil: null });
  });

  it("that was set aside stays so where its client moved, or the practice counts other days", () => {
    const quiet = (on: number) => seen("quiet", local(5), { on: local(on) });
    const first = settle([quiet(10)], [], 10, {}, { zone: "Europe/London" }).standing;
    for (const state of ["known", "acted"] as const) {
      const aside = setAside(first, { state });
      expect(stepsOf(settle([quiet(10)], aside, 11, {}, { zone: "America/New_York" }))).toEqual([]);
      expect(stepsOf(settle([quiet(12)], aside, 12, {}, { zone: "Europe/London" }))).toEqual([]);
      const again = seen("quiet", local(11), { on: local(16) });
      expect(stepsOf(settle([again], aside, 16, {}, { zone: "America/New_York" }))).toEqual(["reopened"]);
    }
    const skips = (minute: number) =>
      seen("skips", "favour 5", { at: new Date(day(5).getTime() + minute).toISOString() });
    const known = setAside(settle([skips(0)], [], 5).standing, { state: "known" });
    expect(stepsOf(settle([skips(1)], known, 5)), "one more of the same day is new").toEqual(["reopened"]);
  });

  it("that is known comes back with something new, and with nothing else", () => {
    const known = setAside(settle([seen("overdue")], [], 10).standing, { state: "known" });
    expect(stepsOf(settle([seen("overdue")], known, 60))).toEqual([]);
    expect(stepsOf(settle([seen("overdue", "two")], known, 11))).toEqual(["reopened"]);
  });

  it("keeps what it shows as it is today", () => {
    const { standing } = settle([seen("overdue")], [], 10);
    const more = settle([{ ...seen("overdue", "two"), data: { count: 2 } }], standing, 11);
    expect(stepsOf(more)).toEqual([]);
    expect(more.changed).toMatchObject([{ key: "two", data: { count: 2 }, state: "open" }]);
    const turned = [{ ...seen("overdue", "two"), data: { title: "A", count: 2 } }];
    const same = settle(turned, [{ ...(more.standing[0] as KeptSignal), data: { count: 2, title: "A" } }], 12);
    expect(same.changed).toEqual([]);
  });
});

describe("what was done before anybody looked", () => {
  const since = { at: day(10).toISOString() };
  const withActs = signalKinds.flatMap((kind) => (signalRow(kind).acts ?? []).map((act) => [kind, act] as const));

  it.each(withActs)("answers %s by %s: it never opens", (kind, act) => {
    const first = settle([seen(kind, "one", since)], [], 12, { [act]: day(11) });
    expect(stepsOf(first)).toEqual(["acted"]);
    expect(openSignals(first.standing)).toEqual([]);
    const again = settle([seen(kind, "one", since)], first.standing, 13, { [act]: day(11) });
    expect([again.changed, again.steps]).toEqual([[], []]);
  });

  it.each(withActs)("answers %s by %s also in the transaction that looks first", (kind, act) => {
    expect(stepsOf(settle([seen(kind, "one", since)], [], 12, { [act]: day(12) }, { before: 9 }))).toEqual(["acted"]);
  });

  it.each(withActs)("answers %s by %s that began before the look and came after it", (kind, act) => {
    const { standing } = settle([seen(kind, "one", since)], [], 12, {}, { minutes: 1 });
    expect(stepsOf(settle([seen(kind, "one", since)], standing, 12, { [act]: day(12) }))).toEqual(["acted"]);
  });

  it.each(withActs)(
    "answers no %s by %s from before it was there, or from before a look that did not see it",
    (kind, act) => {
      expect(stepsOf(settle([seen(kind, "one", since)], [], 12, { [act]: day(10) }))).toEqual(["opened"]);
      expect(stepsOf(settle([seen(kind, "one", since)], [], 12, { [act]: day(11) }, { before: 11 }))).toEqual([
        "opened",
      ]);
    },
  );

  it.each(signalKinds.filter((kind) => !signalRow(kind).acts))(
    "answers no %s: that ends with what it rests on",
    (kind) => {
      const all = Object.fromEntries(signalActs.map((act) => [act, day(11)]));
      const { standing, steps } = settle([seen(kind, "one", since)], [], 12, all);
      expect(steps).toMatchObject([{ step: "opened" }]);
      expect(stepsOf(settle([seen(kind, "one", since)], standing, 13, { ...all, message: day(13) }))).toEqual([]);
      expect(stepsOf(settle([], standing, 14))).toEqual(["resolved"]);
    },
  );

  it("answers what came back, by an act of that very day", () => {
    const { standing } = settle([seen("quiet", "one", since)], [], 10);
    const off = setAside(standing, { state: "snoozed", hiddenUntil: local(14) });
    expect(stepsOf(settle([seen("quiet", "one", since)], off, 14, { message: day(13) }))).toEqual(["reopened"]);
    const back = settle([seen("quiet", "one", since)], off, 14, { message: day(14) }, { before: 13 });
    expect(stepsOf(back)).toEqual(["acted"]);
    expect(back.standing[0]).toMatchObject({ state: "acted", hiddenUntil: null });
  });

  it("answers what is new, where it was done since", () => {
    const known = setAside(settle([seen("overdue", "one", since)], [], 10).standing, { state: "known" });
    const later = [seen("overdue", "two", { on: local(12) })];
    expect(stepsOf(settle(later, known, 12, { reminder: day(12) }, { before: 11 }))).toEqual(["acted"]);
    expect(stepsOf(settle(later, known, 12, { reminder: day(11) }, { before: 11 }))).toEqual(["reopened"]);
  });
});

describe("what was set aside", () => {
  const on = (date: number) => ({ on: local(date) });

  it.each(["known", "acted", "snoozed"] as const)("and %s stays so where less of it is left", (state) => {
    const two = settle([seen("overdue", "2 12", on(12))], [], 12).standing;
    const aside = setAside(two, { state, hiddenUntil: state === "snoozed" ? local(30) : null });
    const one = settle([seen("overdue", "1 11", on(11))], aside, 13);
    expect(stepsOf(one)).toEqual([]);
    expect(one.standing).toMatchObject([{ state, key: "1 11" }]);
    expect(stepsOf(settle([seen("overdue", "1 11", on(11))], one.standing, 14))).toEqual([]);
    expect(stepsOf(settle([seen("overdue", "2 14", on(14))], one.standing, 14))).toEqual(["reopened"]);
  });
});

describe("what is new this week", () => {
  const kinds: SignalKind[] = ["reflection", "result", "overdue", "quiet", "letter-lost", "safety-stop"];
  const { standing } = settle(
    kinds.map((kind) => seen(kind)),
    [],
    10,
  );

  it("folds beyond three, and never safety, a fall, the agreement or a lost letter", () => {
    const { shown, folded } = foldNew(standing, 3, day(12));
    expect(shown.map(({ kind }) => kind)).toEqual(["safety-stop", "letter-lost", "quiet"]);
    expect(folded.map(({ kind }) => kind)).toEqual(["overdue", "result", "reflection"]);
    const { shown: risky } = foldNew(standing, 1, day(12));
    expect(risky.map(({ kind }) => kind)).toEqual(["safety-stop", "letter-lost"]);
  });

  it("counts seven days", () => {
    expect(foldNew(standing, 3, new Date(day(17).getTime() - 1)).folded).toHaveLength(3);
    expect(foldNew(standing, 3, day(17)).folded).toEqual([]);
  });
});
