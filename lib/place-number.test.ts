import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInReadings } from "@/lib/learn/readings";
import { keyAt, placeNumber } from "@/lib/place-number";
import { builtInProtocol } from "@/lib/protocol/built-in";

const keys = [...builtInProtocol.exercises, ...builtInReadings].map(({ key }) => key);

describe("the number of a place", () => {
  it("is another one for each exercise and reading that ships, and leads back to it", () => {
    expect(new Set(keys.map(placeNumber)).size).toBe(new Set(keys).size);
    for (const key of keys) expect(keyAt(keys, placeNumber(key))).toBe(key);
  });

  it("stays what it was: addresses are in histories and notes", () => {
    expect(placeNumber("ten-minute-cuddle")).toBe("3717552389");
  });

  it("is digits and nothing else, whatever the key", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), (key) => {
        expect(placeNumber(key)).toMatch(/^\d{1,10}$/);
      }),
    );
  });
});
