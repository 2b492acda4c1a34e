import { describe, expect, it } from "vitest";
import { correctionsBetween, type RecordFacts } from "./correction";

const facts: RecordFacts = { name: "Inez", pronouns: "she/her", "partner-name": "Paul", zone: "Europe/London" };

describe("what was corrected", () => {
  it("is what differs, and nothing where nothing does", () => {
    expect(correctionsBetween(facts, facts)).toEqual([]);
    expect(correctionsBetween(facts, { ...facts, name: "Ines", "partner-name": null })).toEqual([
      { field: "name", before: "Inez", after: "Ines" },
      { field: "partner-name", before: "Paul", after: null },
    ]);
  });
});
