import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { answerForm } from "@/lib/assessments/answer-form";

it.each([
  ["", 0],
  ["a while", 0],
  ["-5000", 0],
  ["1200.6", 1201],
  ["9e99", 604_800_000],
])("takes the answer whatever a device says of its waiting: %j", (waited, kept) => {
  const answer = { assessmentId: randomUUID(), itemId: "emotional-1", form: "now", value: "2" };
  expect(answerForm.parse({ ...answer, waited })).toEqual({ ...answer, waited: kept });
  expect(answerForm.parse(answer)).toEqual(answer);
});
