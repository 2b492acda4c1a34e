import { describe, expect, it } from "vitest";
import { correctionsBetween, correctionWords, type RecordFacts } from "./correction";

const facts: RecordFacts = { name: "Inez", pronouns: "she/her", "partner-name": "Paul", zone: "Europe/London" };

describe("what was corrected", () => {
  it("is what differs, and nothing where nothing does", () => {
    expect(correctionsBetween(facts, facts)).toEqual([]);
    expect(correctionsBetween(facts, { ...facts, name: "Ines", "partner-name": null })).toEqual([
      { field: "name", before: "Inez", after: "Ines" },
      { field: "partner-name", before: "Paul", after: null },
    ]);
  });

  it("is read as what stood there and what stands there now", () => {
    expect(correctionWords({ field: "partner-name", before: "Paul", after: null })).toBe(
      "Partner’s name: Paul, now none",
    );
    expect(correctionWords({ field: "zone", before: "Europe/London", after: "Pacific/Auckland" })).toBe(
      "Time zone: Europe/London, now Pacific/Auckland",
    );
  });
});
