import { expect, it } from "vitest";
import { auditActions } from "./actions";
import { isReading } from "./reading";
import { toldReadings } from "./told-readings";

it("tells a client of readings alone, and of none about safety or about two", () => {
  for (const action of toldReadings) {
    expect(isReading(action), action).toBe(true);
    expect(action).not.toMatch(/^(safety|couples|signals)\./);
    expect(auditActions[action].subject).not.toMatch(/safety|couple/);
  }
});
