import { describe, expect, it } from "vitest";
import type { Change, Decision } from "@/lib/protocol/decision";
import { answerInForce, openSwapRequests, type SwapAnswer, swapsToReadAbout } from "@/lib/protocol/swap-request";

const swap: Change = { kind: "swap", from: "small-secret", to: "learn-together", scope: "onward" };
const decision = (id: string, change: Change, minute: number): Decision => ({
  id,
  effectiveOn: "2026-11-23",
  madeAt: new Date(Date.UTC(2026, 10, 23, 10, minute)),
  change,
});
const answer = (more: Partial<SwapAnswer> = {}): SwapAnswer => ({
  kind: "decided",
  decisionId: "d1",
  answeredOn: "2026-11-23",
  ...more,
});
const asked = (...answers: SwapAnswer[]) => ({ exercise: "small-secret", askedOn: "2026-11-22", answers });
const undo = (id: string, undoes: string, minute: number) => decision(id, { kind: "undo", undoes }, minute);

describe("a wish for another exercise", () => {
  const swapped = [decision("d1", swap, 0)];

  it("waits until something answers it", () => {
    expect(openSwapRequests([asked(), asked(answer())], swapped)).toHaveLength(1);
    expect(openSwapRequests([asked(answer({ kind: "declined", decisionId: null }))], [])).toHaveLength(0);
  });

  it("is open once more when the swap that answered it is undone, and answered again when the undo is", () => {
    const undone = [...swapped, undo("d2", "d1", 1)];
    expect(openSwapRequests([asked(answer())], undone)).toHaveLength(1);
    expect(openSwapRequests([asked(answer())], [...undone, undo("d3", "d2", 2)])).toHaveLength(0);
    const declined = answer({ kind: "declined", decisionId: null });
    expect(answerInForce([answer(), declined], undone)).toBe(declined);
  });

  it("is read about while it waits and for a week after its answer; taken back it is gone", () => {
    const read = (today: string, ...answers: SwapAnswer[]) => swapsToReadAbout([asked(...answers)], swapped, today);
    expect(read("2027-03-01")).toHaveLength(1);
    expect(read("2026-11-29", answer())).toHaveLength(1);
    expect(read("2026-11-30", answer())).toHaveLength(0);
    expect(read("2026-11-23", answer({ kind: "taken-back", decisionId: null }))).toHaveLength(0);
  });
});
