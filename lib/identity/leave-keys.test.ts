import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countWords, type Key, nothingPressed, type Pressed, pressed, shiftWithin } from "@/lib/identity/leave-keys";

const key = (name: string, at: number, rest: Partial<Key> = {}): Key => ({
  ...{ name, at, isTyping: false, isEscapeFree: true },
  ...rest,
});

function leavesAfter(...keys: Key[]): boolean[] {
  let state: Pressed = nothingPressed;
  return keys.map((one) => {
    const { leaves, ...next } = pressed(state, one);
    state = next;
    return leaves;
  });
}

describe("leaving by keys", () => {
  it("takes Shift three times, each within five seconds of the one before", () => {
    expect(leavesAfter(key("Shift", 0), key("Shift", 4_000), key("Shift", 8_000))).toEqual([false, false, true]);
    expect(leavesAfter(key("Shift", 0), key("Shift", shiftWithin + 1), key("Shift", 6_000))).not.toContain(true);
  });

  it("takes Esc twice where it is free, and never one that closes something", () => {
    expect(leavesAfter(key("Escape", 0), key("Escape", 600))).toEqual([false, true]);
    expect(leavesAfter(key("Escape", 0), key("Escape", 800))).not.toContain(true);
    expect(leavesAfter(key("Escape", 0, { isEscapeFree: false }), key("Escape", 300))).not.toContain(true);
  });

  it("is never what typing does", () => {
    const letters = fc.array(fc.constantFrom("A", "b", " ", "Enter", "Tab", "Backspace"), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 20 }), (words) => {
        // Shift goes down, letters follow, as capitals are typed.
        const keys = words.flatMap((word) => ["Shift", ...word]).map((name, index) => key(name, index * 40));
        expect(leavesAfter(...keys)).not.toContain(true);
      }),
    );
    const held = Array.from({ length: 6 }, (_, index) => key("Shift", index * 30, { isTyping: true }));
    expect(leavesAfter(...held)).not.toContain(true);
  });

  it("is counted aloud", () => {
    expect([0, 1, 2, 3].map(countWords)).toEqual([
      ...["", "Shift, press 2 more times to leave.", "Shift, press 1 more time to leave.", "Leaving."],
    ]);
  });
});
