import { describe, expect, it } from "vitest";
import { limits } from "@/lib/limits";
import { checkAnswerForm, walkForm } from "./check-form";

const assessmentId = "5d4a93e3-e660-4d45-8c92-a36c6daa7548";
const sittingId = "644b05bb-1cf9-4da5-b38e-71d9d0f8d5ac";
const step = { assessmentId, sittingId, itemId: "on-guard", go: "next" };
const isTaken = (change: Record<string, unknown>) => walkForm.safeParse({ ...step, ...change }).success;

describe("a step of a check without script", () => {
  it("is at the door without a sitting, a question or words", () => {
    expect(walkForm.parse({ assessmentId, go: "yes" })).toEqual({ assessmentId, itemId: "", go: "yes", words: "" });
  });

  it("goes where one of its buttons leads, and carries an answer as its number", () => {
    for (const go of ["yes", "no", "on", "back", "out", "next", "send"]) expect(isTaken({ go }), go).toBe(true);
    for (const value of ["0", "4", "12", "-1", "2.5", "-10.25"]) expect(isTaken({ go: `answer:${value}` })).toBe(true);
  });

  it("goes nowhere else", () => {
    const strange = [
      "",
      "x",
      "forward",
      "yes ",
      " yes",
      "nextdoor",
      "not yes",
      "answer:",
      "answer:x",
      "answer:1.",
      "answer:1.x",
    ];
    for (const go of [...strange, "answer:1x", "answer:--1", "answer:.5"]) expect(isTaken({ go }), go).toBe(false);
  });

  it("holds the name of a question and words up to their limits, and nothing that no page sends", () => {
    expect(isTaken({ itemId: "a".repeat(80), words: "a".repeat(limits.openAnswer) })).toBe(true);
    expect(isTaken({ itemId: "a".repeat(81) })).toBe(false);
    expect(isTaken({ words: "a".repeat(limits.openAnswer + 1) })).toBe(false);
    expect(isTaken({ assessmentId: "1" })).toBe(false);
    expect(isTaken({ sittingId: "1" })).toBe(false);
    expect(isTaken({ clear: "yes" })).toBe(false);
  });
});

describe("an answer of a check", () => {
  it("is of one question of one form, and may be empty", () => {
    const answer = { sittingId, itemId: "on-guard", form: "now", value: "" };
    expect(checkAnswerForm.parse(answer)).toEqual(answer);
    for (const change of [{ itemId: "" }, { itemId: "a".repeat(81) }, { form: "then" }, { sittingId: "" }])
      expect(checkAnswerForm.safeParse({ ...answer, ...change }).success).toBe(false);
    expect(checkAnswerForm.safeParse({ ...answer, value: "a".repeat(limits.openAnswer + 1) }).success).toBe(false);
  });
});
