import { expect, it } from "vitest";
import { box, makeBoxKeys, unbox } from "./boxed";

it("opens with its own pair and under its own name alone, and not once it was changed", () => {
  const [pair, other] = [makeBoxKeys(), makeBoxKeys()];
  const boxed = box(Buffer.from("Five people."), pair.publicKey, "one");
  expect(unbox(boxed, pair.privateKey, "one").toString()).toBe("Five people.");
  expect(boxed).not.toContain(Buffer.from("Five people.").toString("base64url"));
  expect(() => unbox(boxed, other.privateKey, "one")).toThrow();
  expect(() => unbox(boxed, pair.privateKey, "two")).toThrow();
  const at = boxed.length - 3;
  const changed = boxed.slice(0, at) + (boxed[at] === "A" ? "B" : "A") + boxed.slice(at + 1);
  expect(() => unbox(changed, pair.privateKey, "one")).toThrow();
  expect(box(Buffer.from("Five people."), pair.publicKey, "one")).not.toBe(boxed);
});
