import { z } from "zod";
import type { CriticalHit } from "@/lib/assessments/critical";
import type { Answer, Instrument } from "@/lib/assessments/instrument";

/** One critical answer as it was given: what a clinician has to know before ringing somebody. Kept sealed. */
export const saidAnswerSchema = z.strictObject({
  instrument: z.string(),
  form: z.enum(["now", "wished"]),
  /** The question, or null where several answers together did it. */
  itemId: z.string().nullable(),
  scale: z.string().nullable(),
  question: z.string(),
  answer: z.string(),
  value: z.union([z.number(), z.string()]).nullable(),
  sentence: z.string(),
  effect: z.enum(["crisis", "stop", "concern"]),
});
export type SaidAnswer = z.infer<typeof saidAnswerSchema>;

/** What stands behind each rule that was met, in the instrument's own words. A question without wording is named by its id. */
export function saidAnswers(
  instrument: Instrument,
  hits: readonly CriticalHit[],
  answers: readonly Answer[],
): SaidAnswer[] {
  return hits.map(({ form, itemId, scale, sentence, effect }) => {
    const item = instrument.items.find(({ id }) => id === itemId);
    const given = answers.find((one) => one.itemId === itemId && one.form === form)?.value ?? null;
    const options = instrument.optionSets[item?.options ?? ""] ?? [];
    const label = options.find(({ value }) => value === given)?.label;
    return {
      instrument: instrument.title,
      form,
      itemId,
      scale,
      question: item
        ? (item.text ?? `Question ${item.id}`)
        : `${instrument.scales.find(({ key }) => key === scale)?.title ?? "Several questions"} (several answers together)`,
      answer: item ? (label ?? String(given)) : "Above its threshold",
      value: given,
      sentence,
      effect,
    };
  });
}

/** Whether two entries say the same: the same question, answered the same, or the same answers together. */
export const isSameSaid = (a: SaidAnswer, b: SaidAnswer): boolean =>
  a.form === b.form && a.itemId === b.itemId && a.scale === b.scale && a.value === b.value && a.sentence === b.sentence;

export type SaidStatus = "sent" | "not-sent" | "taken-back" | "voided";

/** What has become of an answer since: never sent, taken back before it was, sent as it stands, or voided afterwards. */
export function saidStatus(
  said: SaidAnswer,
  now: { answers: readonly Answer[]; isSent: boolean; isVoided: boolean },
): SaidStatus {
  if (now.isVoided) return "voided";
  const stands = now.answers.find(({ itemId, form }) => itemId === said.itemId && form === said.form)?.value;
  if (said.itemId !== null && stands !== said.value) return "taken-back";
  return now.isSent ? "sent" : "not-sent";
}

export const saidStatusWords: Record<SaidStatus, string> = {
  sent: "Sent.",
  "not-sent": "Not sent: it stands in a draft.",
  "taken-back": "Taken back or changed since. Somebody may have been watching, so it still counts.",
  voided: "Voided afterwards.",
};
