import { describe, expect, it } from "vitest";
import {
  arrivedBy,
  arrivesAt,
  HOLD_SECONDS,
  mayTakeBack,
  mayUnmark,
  READ_TOLD_AFTER_SECONDS,
  toldReadAt,
  UNDO_SECONDS,
  undoLeft,
} from "@/lib/messages/hold";

const sent = new Date("2026-11-23T10:00:00Z");
const later = (ms: number) => new Date(sent.getTime() + ms);
const held = HOLD_SECONDS * 1_000;
const told = READ_TOLD_AFTER_SECONDS * 1_000;

describe("a message on hold", () => {
  it("can be taken back until it arrives, and not at that moment", () => {
    expect([0, held - 1, held].map((ms) => mayTakeBack(sent, later(ms)))).toEqual([true, true, false]);
    expect(arrivesAt(sent)).toEqual(later(held));
  });

  it("has arrived from that very moment on", () => {
    expect([held - 1, held].map((ms) => sent <= arrivedBy(later(ms)))).toEqual([false, true]);
  });

  it("is offered to be taken back for ten seconds, and is never offered in vain", () => {
    expect([0, 9_999, 10_000, 60_000].map((ms) => undoLeft(sent, later(ms)))).toEqual([10_000, 2_000, 0, 0]);
    expect([20, 1_999, 2_001].map((ms) => undoLeft(sent, later(ms)))).toEqual([10_000, 10_000, 8_000]);
    expect(UNDO_SECONDS).toBeLessThan(HOLD_SECONDS);
  });
});

describe("a mark of reading", () => {
  it("is told to the writer once it cannot be undone any more", () => {
    for (const ms of [0, told - 1]) {
      expect(toldReadAt(sent, later(ms))).toBeNull();
      expect(mayUnmark(sent, later(ms))).toBe(true);
    }
    expect(toldReadAt(sent, later(told))).toEqual(sent);
    expect(mayUnmark(sent, later(told))).toBe(false);
    expect(toldReadAt(null, later(told))).toBeNull();
  });
});
