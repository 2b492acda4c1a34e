import { describe, expect, it } from "vitest";
import { isNamed } from "@/lib/clients/name-search";

describe("a search for a name", () => {
  it.each([
    ["Ines Marchetti", "nes"],
    ["Ines Marchetti", "MARCH ines"],
    ["Aleš Novák", "ales nov"],
    ["Ales Novak", "Aleš"],
    ["Ines Marchetti", ""],
    ["Ines Marchetti", "  "],
  ])('finds %s by "%s"', (name, search) => {
    expect(isNamed(name, search)).toBe(true);
  });

  it.each([
    ["Ines Marchetti", "inez"],
    ["Ines Marchetti", "ines conti"],
    ["Ines Marchetti", "%"],
    ["Ines Marchetti", "_nes"],
    ["Ines Marchetti", ".*"],
  ])('does not find %s by "%s"', (name, search) => {
    expect(isNamed(name, search)).toBe(false);
  });
});
