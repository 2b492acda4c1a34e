import { describe, expect, it } from "vitest";
import { isNamed } from "@/lib/clients/name-search";

describe("a search for a name", () => {
  it.each([
    ["Ines Marchetti", "nes"],
    ["Ines Marchetti", "MARCH ines"],
    ["Aleš Novák", "ales nov"],
    ["Ales Novak", "Aleš"],
    ["Seán O’Brien", "O'Brien"],
    ["Sean O'Brien", "o’bri"],
    ["Kahaʻi D`Angelo", "Kaha'i d'angelo"],
    ["Anne‑Marie Weiß", "anne-marie WEISS"],
    ["Anna Weiss", "Weiß"],
    ["Søren Łęcki", "soren lecki"],
    ["SØREN ÆGIR", "Søren aegir"],
    ["\u200fדנה\u200f כהן", "דנה כהן"],
    ["علی\u200cرضا", "علیرضا"],
    ["لَيْلَى حسن", "ليلى"],
    ["Ines Marchetti", ""],
    ["Ines Marchetti", "  "],
  ])('finds %s by "%s"', (name, search) => {
    expect(isNamed(name, search)).toBe(true);
  });

  it.each([
    ["Sean O'Brien", "o-brien"],
    ["Ines Marchetti", "inez"],
    ["Ines Marchetti", "ines conti"],
    ["Ines Marchetti", "%"],
    ["Ines Marchetti", "_nes"],
    ["Ines Marchetti", ".*"],
  ])('does not find %s by "%s"', (name, search) => {
    expect(isNamed(name, search)).toBe(false);
  });
});
