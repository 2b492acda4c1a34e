import { describe, expect, it } from "vitest";
import { fieldAt } from "@/lib/exercises/attempt-fields";
import { attemptForm, skipForm } from "@/lib/exercises/attempt-form";

const id = "0b8f5a52-6a0e-4f57-9a5c-3f6f0a1d2c3b";
const favour = {
  id,
  key: "ask-for-a-favour",
  page: "ask-for-a-favour",
  outcome: "done",
  size: "small",
  favour: " Carry the shopping up ",
  expected: "A sigh",
  happened: "",
  anxietyBefore: "6",
  anxietyAfter: "",
  wasHard: "4",
  went: "3",
  reflection: "",
};

describe("the form of a guided page", () => {
  it("becomes an attempt: numbers as numbers, what was left out as nothing", () => {
    expect(attemptForm.parse(favour)).toEqual({
      id,
      key: "ask-for-a-favour",
      form: "shared",
      attempt: {
        outcome: "done",
        detail: {
          page: "ask-for-a-favour",
          size: "small",
          favour: "Carry the shopping up",
          expected: "A sigh",
          happened: null,
        },
        anxietyBefore: 6,
        anxietyAfter: null,
        howHard: 4,
        howItWent: 3,
        reflection: null,
      },
    });
  });
  it("asks for the words of what was done, at the field that misses them", () => {
    const empty = attemptForm.safeParse({ ...favour, favour: "" });
    expect(empty.error?.issues[0]?.path).toEqual(["attempt", "detail", "favour"]);
    expect(attemptForm.safeParse({ ...favour, favour: "", outcome: "tried" }).success).toBe(true);
  });
  it("refuses what the page does not have, and an outcome that is not its own", () => {
    for (const wrong of [{ clientId: id }, { outcome: "skipped" }, { anxietyBefore: "11" }, { went: "x" }, { id: "1" }])
      expect(attemptForm.safeParse({ ...favour, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
  });
  it("takes nothing whose outcome nobody chose: Enter on a phone's keyboard says nothing about an exercise", () => {
    for (const page of ["ask-for-a-favour", "small-secret", "ten-minute-cuddle"]) {
      const form = { id, key: page, page, size: "small", favour: "Carry it up", secondsDone: "0" };
      const { success, error } = attemptForm.safeParse(form);
      expect([success, error?.issues[0]?.message]).toEqual([false, expect.stringMatching(/^Nothing was saved yet/)]);
    }
    const own = attemptForm.safeParse({
      id,
      key: "f",
      form: "own",
      page: "one-real-feeling",
      feeling: "",
      sentence: "",
    });
    expect(own.error?.issues[0]?.path).toEqual(["attempt", "outcome"]);
  });
  it("takes told as done and not yet as tried", () => {
    const check = { id, key: "temperature-check", page: "temperature-check", score: "4", said: "" };
    expect(attemptForm.parse({ ...check, told: "told" }).attempt.outcome).toBe("done");
    expect(attemptForm.parse({ ...check, told: "not-yet" }).attempt.outcome).toBe("tried");
    expect(attemptForm.safeParse(check).success).toBe(false);
  });
  it("keeps the words about coming back apart from how it went", () => {
    const fear = { id, key: "f", page: "name-the-fear", outcome: "done", sentence: "I'm scared", returnPromise: "" };
    const { attempt } = attemptForm.parse({ ...fear, comingBack: "Easier than I thought", went: "3" });
    expect(attempt).toMatchObject({ howItWent: 3, detail: { howItWent: "Easier than I thought" } });
  });
  it("says in words what is missing", () => {
    const sentence = (form: object) => attemptForm.safeParse(form).error?.issues[0]?.message;
    const { size: _, ...noSize } = favour;
    expect(sentence(noSize)).toBe("Choose small or medium.");
    expect(sentence({ id, key: "t", page: "temperature-check", score: "", told: "told" })).toMatch(/number/);
    expect(sentence({ id, key: "t", page: "temperature-check", score: "3" })).toMatch(/not yet/);
  });
  it("reads a switch and a count of seconds", () => {
    const cuddle = {
      id,
      key: "c",
      page: "ten-minute-cuddle",
      outcome: "tried",
      bothWilling: "yes",
      secondsDone: "90",
      felt: "",
    };
    const { attempt } = attemptForm.parse(cuddle);
    expect(attempt).toMatchObject({ detail: { bothWilling: true, secondsDone: 90, felt: null } });
  });

  it("takes a box that was not ticked for a no: a try without the ten minutes counts", () => {
    const form = { id, key: "ten-minute-cuddle", page: "ten-minute-cuddle", outcome: "tried" };
    const read = attemptForm.safeParse({ ...form, secondsDone: "0", felt: "" });
    expect(read.data?.attempt).toMatchObject({ detail: { bothWilling: false, secondsDone: 0 } });
    expect(attemptForm.safeParse({ ...form, secondsDone: "90", felt: "" }).error?.issues[0]?.message).toBe(
      "The timer starts when you are both willing.",
    );
  });
});

describe("the form of own steps", () => {
  const own = { id, key: "f", page: "ask-for-a-favour", form: "own", outcome: "done" };
  it("counts as done with nothing written or chosen", () => {
    expect(attemptForm.parse({ ...own, favour: "", expected: " ", happened: "" })).toMatchObject({
      form: "own",
      attempt: { outcome: "done", detail: { form: "own", page: "ask-for-a-favour", way: null, favour: null } },
    });
  });
  it("has fields of its own, and refuses those of the other form and values that it does not offer", () => {
    expect(attemptForm.safeParse({ ...own, way: "myself" }).success).toBe(true);
    for (const wrong of [{ way: "partner" }, { size: "small" }, { form: "both" }, { told: "told" }])
      expect(attemptForm.safeParse({ ...own, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
    const warmth = { ...own, page: "ten-minute-cuddle", secondsDone: "0" };
    expect(attemptForm.parse(warmth).attempt).toMatchObject({ detail: { secondsDone: 0 } });
    expect(attemptForm.safeParse({ ...warmth, bothWilling: "yes" }).success).toBe(false);
  });
  it("may be left out for reasons that are one’s own", () => {
    const skip = { id, key: "f", form: "own" };
    expect(skipForm.parse({ ...skip, reason: "not-well" }).form).toBe("own");
    expect(skipForm.safeParse({ ...skip, reason: "partner-not-up-for-it" }).success).toBe(false);
    expect(skipForm.parse({ id, key: "f", reason: "partner-not-up-for-it" }).form).toBe("shared");
  });
});

describe("skips", () => {
  it("take any of the reasons and no other", () => {
    expect(skipForm.parse({ id, key: "small-secret", reason: "too-big" }).note).toBeNull();
    expect(skipForm.safeParse({ id, key: "small-secret", reason: "lazy" }).success).toBe(false);
  });
});

describe("the field behind a fault", () => {
  it("is the one on the page, also where its detail has another name", () => {
    expect(fieldAt("attempt.detail.size")).toBe("size");
    expect(fieldAt("attempt.howItWent")).toBe("went");
    expect(fieldAt("attempt.howHard")).toBe("wasHard");
    expect(fieldAt("attempt.detail.howItWent")).toBe("comingBack");
    expect(fieldAt("again")).toBe("again");
  });
});
