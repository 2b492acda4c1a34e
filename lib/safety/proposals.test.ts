import { describe, expect, it } from "vitest";
import {
  noCoupleTherapy,
  proposalKeys,
  proposalsFor,
  proposalWords,
  shippedProposals,
  wordsInUse,
} from "@/lib/safety/proposals";

describe("what the panel proposes", () => {
  it("is nothing while the gate is clear or only waits to be asked, whatever was said before", () => {
    for (const gate of ["clear", "not-screened"] as const) expect(proposalsFor(gate, true)).toEqual([]);
  });

  it.each(["concern", "stop"] as const)("begins at a %s with a talk alone and ends with therapy for one", (gate) => {
    expect(proposalsFor(gate, false)).toEqual(["talk-alone", "advocate", "safety-plan", "therapy-for-one"]);
  });

  it("adds a programme for who has hurt or frightened the partner, before therapy", () => {
    expect(proposalsFor("stop", true)).toEqual([...proposalKeys]);
    expect(proposalKeys.slice(-2)).toEqual(["programme", "therapy-for-one"]);
  });

  it("asks who fears and controls whom, and about children, and reads distance as possible self-protection", () => {
    const { words } = shippedProposals["talk-alone"];
    for (const asked of [/afraid of whom/, /decides about money/, /children live at home/, /protecting themself/])
      expect(words).toMatch(asked);
  });

  it("names nobody a victim or a perpetrator, and offers no therapy for two", () => {
    const said = Object.values(shippedProposals).map(({ title, words }) => `${title} ${words}`);
    for (const text of said) {
      expect(text).not.toMatch(/victim|perpetrator|abuser|offender/i);
      expect(text).not.toMatch(/couple therapy/i);
    }
    expect(noCoupleTherapy).toContain("not offered while either gate is not clear");
    expect(shippedProposals["therapy-for-one"].words).toMatch(/EMDR.*emotionally focused therapy for individuals/);
  });

  it("is said in the practice’s own words where it has some", () => {
    const own = { title: "Ours", words: "What we say." };
    expect(wordsInUse("advocate", own)).toEqual(own);
    expect(wordsInUse("advocate", null)).toEqual({
      title: shippedProposals.advocate.title,
      words: shippedProposals.advocate.words,
    });
  });

  it("is compared and changed by its title and words alone: when it stands there is nobody’s to change", () => {
    for (const key of proposalKeys) {
      const { title, words } = shippedProposals[key];
      expect(proposalWords(shippedProposals[key])).toEqual({ title, words });
    }
  });
});
