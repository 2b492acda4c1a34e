import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { draftBefore } from "@/lib/assessments/build/earlier";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { Scope } from "../../scope";
import { lockDraft, writeDraft } from "./draft-instrument";

export const undoForm = z.strictObject({
  key: z.string().min(1).max(64),
  /** Which step is meant: how many there are, and the last of them. */
  step: z.string().max(2100),
});

/** Takes the last step in a draft back. A step that somebody took since is theirs, and is not taken back unseen. */
export async function undoStep(scope: Scope<StaffActor>, form: z.infer<typeof undoForm>): Promise<void> {
  authorize(scope.actor, "assessments.edit-instrument");
  const { id, earlier } = await lockDraft(scope, form.key);
  const last = earlier.at(-1);
  if (!last) throw new Refused("There is nothing left to take back.");
  if (form.step !== stepNamed(earlier.length, last.did))
    throw new Refused(`Another step was taken since you opened this page: ${last.did} Look at it first.`);
  await writeDraft(scope, id, draftBefore(last), earlier.slice(0, -1), "instruments.step-undone");
}

export const stepNamed = (count: number, did: string): string => `${count}.${did}`.slice(0, 2000);
