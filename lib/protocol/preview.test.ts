import { describe, expect, it } from "vitest";
import { type Change, type ChangeKind, type Decision, rulesOf } from "@/lib/protocol/decision";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import type { PathInput } from "@/lib/protocol/path-in-force";
import { previewChange } from "@/lib/protocol/preview";

const today = "2025-10-16";
const input = (...changes: Change[]): PathInput => ({
  version: fixtureProtocol,
  enrolment: { startDate: "2025-09-01", zone: "UTC" },
  decisions: changes.map(
    (change, i): Decision => ({ id: `d${i}`, effectiveOn: "2025-10-15", madeAt: new Date(i), change }),
  ),
  today,
});
const people = { name: "Ines", partner: null, weeksFrom: "2025-09-01" };
const preview = (change: Change, ...made: Change[]) =>
  previewChange(input(...made), change, today, people, (d) => `<${d}>`);
const swap = (from: string, to: string): Change => ({ kind: "swap", from, to, scope: "this-week" });

describe("a change before it is confirmed", () => {
  it("says what waits and the words the client will read", () => {
    expect(preview({ kind: "hold" })).toMatchObject({
      refusal: null,
      changes: [
        "Week 7 goes on until you release it.",
        "Weeks 8 to 10 wait.",
        "The end date, <2025-11-09>, becomes open.",
      ],
      clientWords: "We’re staying with this week a little longer. There is no catching up to do.",
    });
  });
  it("says where the end date goes", () => {
    expect(preview({ kind: "repeat" }).changes[1]).toBe("The end date moves from <2025-11-09> to <2025-11-16>.");
    expect(preview({ kind: "release" }, { kind: "hold" }).changes).toEqual([
      "Week 7 ends on <2025-10-19>; week 8 follows.",
      "The end date becomes <2025-11-09>.",
    ]);
    expect(preview(swap("small-secret", "learn-together")).changes).toEqual([
      "Learn something together takes the place of Share a small secret for this week.",
    ]);
  });
  it("refuses what makes no sense, in a sentence", () => {
    const refused = (change: Change, ...made: Change[]) => preview(change, ...made).refusal;
    expect(refused({ kind: "hold" }, { kind: "hold" })).toMatch(/held already/);
    expect(refused({ kind: "release" })).toMatch(/not held/);
    expect(refused({ kind: "resume" })).toMatch(/not paused/);
    expect(refused({ kind: "pause", until: today })).toMatch(/comes after/);
    expect(refused({ kind: "repeat" }, { kind: "end", followUps: false })).toMatch(/ended/);
    expect(refused(swap("one-real-feeling", "learn-together"))).toMatch(/not part/);
    expect(refused(swap("small-secret", "karate"))).toMatch(/not in this protocol/);
    expect(refused({ kind: "undo", undoes: "d9" })).toMatch(/not on this path/);
    expect(refused({ kind: "undo", undoes: "d0" }, { kind: "hold" }, { kind: "undo", undoes: "d0" })).toMatch(
      /already/,
    );
    expect(previewChange(input(), { kind: "hold" }, "2025-10-15", people, String).refusal).toMatch(/today/);
    const safety = { ...input(), safetyHolds: [{ from: "2025-10-14", until: null }] };
    expect(previewChange(safety, { kind: "release" }, today, people, String).refusal).toMatch(/safety/);
  });
  it("never uses words that shame or shout", () => {
    const all: Record<ChangeKind, Change> = {
      hold: { kind: "hold" },
      release: { kind: "release" },
      repeat: { kind: "repeat" },
      swap: swap("small-secret", "learn-together"),
      drop: { kind: "drop", exercise: "small-secret", scope: "onward" },
      dose: { kind: "dose", exercise: "small-secret", dose: { kind: "times", times: 2 }, scope: "onward" },
      pause: { kind: "pause", until: null },
      resume: { kind: "resume" },
      "own-steps": { kind: "own-steps", from: today, until: null },
      end: { kind: "end", followUps: true },
      extend: { kind: "extend", weeks: 2 },
      undo: { kind: "undo", undoes: "d0" },
    };
    for (const change of Object.values(all)) {
      const { clientWords, changes } = preview(change);
      if (!rulesOf(change).isRead) expect(clientWords).toBeNull();
      else expect(clientWords?.length, change.kind).toBeGreaterThan(20);
      expect(`${clientWords ?? ""} ${changes.join(" ")}`).not.toMatch(
        /!|\b(fail|missed|just|simply|undefined|null)\b/i,
      );
    }
  });
});
