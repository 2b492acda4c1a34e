import { describe, expect, it } from "vitest";
import { guessesIn, momentsIn, type OwnAttempt } from "./reread";

const favour = (expected: string | null, happened: string | null): OwnAttempt["detail"] => ({
  ...{ page: "ask-for-a-favour", size: "small", favour: "A lift", expected, happened },
});
const attempt = (id: string, more: Partial<OwnAttempt>): OwnAttempt => ({
  ...{ id, title: "Ask for a favour", date: "2026-11-24", detail: null, howItWent: null, reflection: null },
  ...more,
});

describe("what somebody reads again", () => {
  it("is each guess beside what happened, oldest first, where both were written", () => {
    const attempts = [
      attempt("c", { date: "2026-12-01", detail: favour("A no", "She came early") }),
      attempt("b", { detail: favour("Silence", "A laugh") }),
      attempt("d", { detail: favour("Silence", null) }),
      attempt("e", { detail: favour(null, "A laugh") }),
      attempt("f", { reflection: "Fine" }),
    ];
    expect(guessesIn(attempts)).toEqual([
      { id: "b", date: "2026-11-24", about: "A lift", expected: "Silence", happened: "A laugh" },
      { id: "c", date: "2026-12-01", about: "A lift", expected: "A no", happened: "She came early" },
    ]);
  });

  it("counts guesses of own steps, which have no size", () => {
    const detail = {
      form: "own",
      page: "ask-for-a-favour",
      way: "ask",
      favour: null,
      expected: "A no",
      happened: "A yes",
    };
    expect(guessesIn([attempt("a", { detail: detail as OwnAttempt["detail"] })])).toMatchObject([{ about: null }]);
  });

  it("is what holds words of theirs; good is what they said went well", () => {
    const { good, others } = momentsIn([
      attempt("a", { howItWent: 4, reflection: "We laughed." }),
      attempt("b", { howItWent: 3, detail: favour(null, null) }),
      attempt("c", { howItWent: 2, reflection: "Hard." }),
      attempt("d", { howItWent: 4, detail: { page: "temperature-check", score: 7, told: "told", said: null } }),
      attempt("e", { reflection: "Not said how it went." }),
    ]);
    expect(good.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(others.map(({ id }) => id)).toEqual(["c", "e"]);
    expect(good[0]?.lines).toEqual([{ label: "Afterwards", words: "We laughed.", isOwn: true }]);
  });
});
