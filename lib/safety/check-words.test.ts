import { describe, expect, it } from "vitest";
import type { CheckFacts } from "@/lib/safety/check-result";
import { wordsAfterCheck, wordsBeforeCheck } from "@/lib/safety/check-words";
import { factWords } from "@/lib/safety/fact-words";
import { waitingSentence } from "@/lib/safety/waiting-sentence";

describe("what stands before the first question", () => {
  const before = wordsBeforeCheck("Alma");
  it("says who reads, that the partner does not, and that one tap is enough to be read", () => {
    expect(before[0]).toMatch(/Alma reads your answers, and so does whoever stands in for Alma or supervises the work/);
    expect(before[0]).toContain("Your partner never sees them.");
    expect(before[1]).toMatch(/reach Alma the moment you tap them/);
  });
  it("says what has to be passed on, and to whom it is said first", () => {
    expect(before[2]).toMatch(/If a child is hurt or in danger, or somebody’s life is, Alma may have to tell/);
    expect(before[2]).toContain("talks to you alone first, unless that would add danger");
  });
  it("says that no answer and no silence changes a page, and that leaving out is one tap", () => {
    expect(before[3]).toBe("Your answers change nobody’s pages by themselves. Leaving them out does not either.");
    expect(before[4]).toMatch(/^One tap leaves a question out/);
    expect(before).toHaveLength(5);
  });
});

it("ends for everybody with the sentence that stands wherever something waits", () => {
  expect(wordsAfterCheck("Alma")).toBe(waitingSentence("Alma"));
});

describe("what a clinician reads beside the outcome", () => {
  const calm: CheckFacts = {
    ...{ hasWords: false, isOwnHarm: false, isChildAtRisk: false, phoneIsRead: false, wasPrivate: true },
    ...{ reportsHarm: false, ownHarm: false },
  };
  it("is nothing where there is nothing to know", () => {
    expect(factWords(calm, "Ines")).toEqual([]);
  });
  it.each([
    [{ isChildAtRisk: true }, /^A child was hurt or is in danger\. Follow your safeguarding duties today\.$/],
    [{ isOwnHarm: true, ownHarm: true }, /^Ines has hurt or frightened the partner\..*neither is told from here/],
    [{ phoneIsRead: true }, /^Somebody reads or tracks Ines’s phone\..*talk alone, in person/],
    [{ wasPrivate: false }, /^Ines was not alone in one of the sittings\.$/],
    [{ hasWords: true }, /^Ines wrote something in their own words\.$/],
  ] as const)("is one sentence for %j", (fact, words) => {
    const said = factWords({ ...calm, ...fact }, "Ines");
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(words);
  });
  it("begins with the child", () => {
    const everything = { ...calm, hasWords: true, isOwnHarm: true, isChildAtRisk: true, phoneIsRead: true };
    expect(factWords({ ...everything, wasPrivate: false }, "Ines").map((one) => one.slice(0, 12))).toEqual([
      "A child was ",
      "Ines has hur",
      "Somebody rea",
      "Ines was not",
      "Ines wrote s",
    ]);
  });
});
