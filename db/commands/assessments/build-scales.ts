import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import {
  freeScaleKey,
  type ScaleForm,
  scaleWordsOf,
  withoutScale,
  withScale,
} from "@/lib/assessments/build/scale-form";
import { requireSeen } from "@/lib/drafts/standing-words";
import { authorize } from "@/lib/policy";
import type { Scope } from "../../scope";
import { keepStep, lockBuildable, takenIn } from "./lock-buildable";

/** One scale as its form says it, with the questions that it counts. */
export async function saveScale(scope: Scope<StaffActor>, form: ScaleForm): Promise<{ scale: string }> {
  authorize(scope.actor, "assessments.edit-instrument");
  const draft = await lockBuildable(scope, form.key);
  const { instrument } = draft;
  const standing = instrument.scales.find(({ key }) => key === form.scale);
  const key = standing?.key ?? freeScaleKey(takenIn(draft).scales);
  const said = withScale(instrument, form, key);
  const scale = said.scales.find((one) => one.key === key);
  if (standing && scale) requireSeen(scaleWordsOf(instrument, standing), scaleWordsOf(said, scale), form);
  await keepStep(scope, draft, said, `${standing ? "Changed" : "Added"} the scale “${form.title}”.`);
  return { scale: key };
}

export const oneScaleForm = z.strictObject({ key: z.string().min(1).max(64), scale: z.string().min(1).max(64) });

export async function dropScale(scope: Scope<StaffActor>, form: z.infer<typeof oneScaleForm>): Promise<void> {
  authorize(scope.actor, "assessments.edit-instrument");
  const draft = await lockBuildable(scope, form.key);
  const title = draft.instrument.scales.find(({ key }) => key === form.scale)?.title ?? form.scale;
  await keepStep(scope, draft, withoutScale(draft.instrument, form.scale), `Removed the scale “${title}”.`);
}
