import { describe, expect, it } from "vitest";
import type { Change, Decision } from "@/lib/protocol/decision";
import { decisionToReadAbout } from "@/lib/protocol/words-in-force";

const made = (id: string, effectiveOn: string, change: Change): Decision => ({
  id,
  effectiveOn,
  change,
  madeAt: new Date(`${effectiveOn}T10:00:00Z`),
});
const read = (decisions: Decision[], today: string, without: string[] = []) =>
  decisionToReadAbout(decisions, new Set(decisions.map(({ id }) => id).filter((id) => !without.includes(id))), today)
    ?.id ?? null;

const hold = made("hold", "2026-03-02", { kind: "hold" });
const swap = made("swap", "2026-03-10", { kind: "swap", from: "a", to: "b", scope: "onward" });

describe("the words a client reads about the path", () => {
  it("are those of the newest decision that counts by today", () => {
    expect(read([hold, swap], "2026-03-10")).toBe("swap");
    expect(read([hold, swap], "2026-03-09")).toBe("hold");
    expect(read([hold, swap], "2026-03-01")).toBeNull();
  });
  it("stay for as long as a hold or a pause lasts, otherwise a week", () => {
    expect(read([hold], "2026-05-01")).toBe("hold");
    expect(read([swap], "2026-03-16")).toBe("swap");
    expect(read([swap], "2026-03-17")).toBeNull();
    const pause = made("pause", "2026-03-02", { kind: "pause", until: "2026-04-01" });
    expect(read([pause], "2026-03-31")).toBe("pause");
    expect(read([pause], "2026-04-01")).toBeNull();
  });
  it("end with the hold or the pause, also when what ended it had no words", () => {
    const release = made("release", "2026-03-10", { kind: "release" });
    expect(read([hold, release], "2026-03-10", ["release"])).toBeNull();
    expect(read([hold, swap, release], "2026-03-10", ["release", "swap"])).toBeNull();
    const pause = made("pause", "2026-03-02", { kind: "pause", until: "2026-04-01" });
    const resume = made("resume", "2026-03-12", { kind: "resume" });
    expect(read([pause, resume], "2026-03-12", ["resume"])).toBeNull();
    const end = made("end", "2026-03-12", { kind: "end", followUps: true });
    expect(read([hold, end], "2026-03-12", ["end"])).toBeNull();
    expect(read([hold, pause], "2026-03-12", ["pause"])).toBe("hold");
    expect(read([hold, swap], "2026-03-20")).toBe("hold");
  });
  it("go back to what stood before when a decision is undone at once, without words", () => {
    const undo = made("undo", "2026-03-11", { kind: "undo", undoes: "swap" });
    expect(read([hold, swap, undo], "2026-03-11", ["undo"])).toBe("hold");
    expect(read([hold, swap, undo], "2026-03-11")).toBe("undo");
    const redo = made("redo", "2026-03-12", { kind: "undo", undoes: "undo" });
    expect(read([hold, swap, undo, redo], "2026-03-12", ["undo", "redo"])).toBe("swap");
  });
});
