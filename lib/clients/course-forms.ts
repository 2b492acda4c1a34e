import { z } from "zod";
import { wordsUpTo } from "@/lib/written-words";
import { enrolmentForm } from "./enrolment-form";

const reason = wordsUpTo("accountReason", "Write why. The record keeps it.");

/** A step that needs a reason and nothing else. `id` is made by the page, so that sending it twice does it once. */
export const lifeStepForm = z.strictObject({ id: z.uuid(), clientId: z.uuid(), reason });
export type LifeStepForm = z.infer<typeof lifeStepForm>;

/** A course from week 1, for somebody who is a client already. */
export const courseForm = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  startDate: enrolmentForm.shape.startDate,
  again: z.string().optional(),
  reason,
});
export type CourseForm = z.infer<typeof courseForm>;
