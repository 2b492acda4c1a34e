import { expect, it } from "vitest";
import { openReason, opensClearing, opensWorking } from "./opened-here";

it("opens one part of one reason, and nothing for an address that names none", () => {
  expect(openReason({ look: "reflection" })).toEqual({ kind: "reflection", part: "look" });
  expect(openReason({ aside: "reflection" })).toEqual({ kind: "reflection", part: "aside" });
  expect(openReason({ look: ["reflection", "result"] })).toBeNull();
  expect(openReason({ look: "somebody else" })).toBeNull();
  expect(openReason({})).toBeNull();
});

it("opens the form that clears, and how a finding was worked out, by their own words", () => {
  expect([opensClearing({ safety: "clear" }), opensClearing({ safety: "yes" }), opensClearing({})]).toEqual([
    true,
    false,
    false,
  ]);
  expect([opensWorking({ how: "connection" }), opensWorking({ look: "connection" })]).toEqual([true, false]);
});
