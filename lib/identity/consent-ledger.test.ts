import { describe, expect, it } from "vitest";
import { ledgerOrder, ledgerState, ledgerWords } from "./consent-ledger";

const inForce = { text: 3, newest: 5, asked: 4 };
const agreed = (limitsVersion: number | null, version = 3) => ({ decision: "agreed" as const, version, limitsVersion });

describe("where somebody stands with the agreement", () => {
  it("goes by what they said last and by what everybody has to have read", () => {
    expect(ledgerState(null, inForce)).toBe("not-yet");
    expect(ledgerState({ ...agreed(5), decision: "withdrawn" }, inForce)).toBe("taken-back");
    expect(ledgerState(agreed(5), inForce)).toBe("agreed");
    expect(ledgerState(agreed(4), inForce)).toBe("agreed-earlier");
    expect(ledgerState(agreed(3), inForce)).toBe("asked-again");
    expect(ledgerState(agreed(5, 2), inForce)).toBe("asked-again");
    expect(ledgerState(agreed(null), inForce)).toBe("asked-again");
    expect(ledgerState(agreed(null), { text: 3, newest: 0, asked: 0 })).toBe("agreed");
  });

  it("has a word and a place for each", () => {
    expect([...ledgerOrder].sort()).toEqual(Object.keys(ledgerWords).sort());
  });
});
