import type { StaffActor } from "@/lib/actor";
import { parseInstrument } from "@/lib/assessments/instrument";
import { NotFound, Refused } from "@/lib/errors";
import { isCriticalSaid } from "@/lib/instruments/critical-marks";
import { whyNotCopyable } from "@/lib/instruments/may-build";
import { authorize } from "@/lib/policy";
import type { Scope } from "../../scope";
import { addDraft, freeKey, lockDraft, newestPublished } from "./draft-instrument";
import { licenceNoteOf, recordLicence } from "./record-licence";

/**
 * A draft of the practice's own under another name; its scores never mix with the original's. It is not validated, and what
 * allowed the practice to use somebody else's words is said of the copy too.
 */
export async function copyInstrument(
  scope: Scope<StaffActor>,
  { key: named, title }: { key: string; title: string },
): Promise<{ key: string }> {
  authorize(scope.actor, "assessments.edit-instrument");
  const original = await newestPublished(scope, named).catch(async (error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
    return (await lockDraft(scope, named)).instrument;
  });
  const why = whyNotCopyable(original);
  if (why) throw new Refused(why);
  const criticalSaid = isCriticalSaid(original);
  const own = { key: await freeKey(scope, title), version: 1, title, validated: false, criticalSaid };
  const note = await licenceNoteOf(scope, named);
  if (note !== null) await recordLicence(scope, { key: own.key, note });
  return addDraft(scope, parseInstrument({ ...original, ...own }), "instruments.copied");
}
