import { expect, it } from "vitest";
import { openReason } from "./open-reason";

it("opens one part of one reason, and nothing for an address that names none", () => {
  expect(openReason({ look: "reflection" })).toEqual({ kind: "reflection", part: "look" });
  expect(openReason({ aside: "reflection" })).toEqual({ kind: "reflection", part: "aside" });
  expect(openReason({ look: ["reflection", "result"] })).toBeNull();
  expect(openReason({ look: "somebody else" })).toBeNull();
  expect(openReason({})).toBeNull();
});
