import { expect, it } from "vitest";
import { SIMULATED_PEOPLE, simulated } from "@/lib/signals/simulated";
import { simulate } from "@/lib/signals/simulation.testing";

it("states of each signal what four hundred invented people over ten weeks come to by the rules as they are", () => {
  expect(simulate(SIMULATED_PEOPLE)).toEqual(simulated);
}, 60_000);

it("raises a fall of connection for few who are well and for most who decline", () => {
  const { "connection-review": fall } = simulated;
  expect(fall.stable).toBeLessThanOrEqual(5);
  expect(fall.declining).toBeGreaterThanOrEqual(80);
});
