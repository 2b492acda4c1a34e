import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import type { Instrument } from "@/lib/assessments/instrument";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { wordsUpTo } from "@/lib/written-words";
import { recordAudit } from "../../audit";
import { instrumentLicence } from "../../schema/instrument-choices";
import type { Scope } from "../../scope";
import { lockDraft } from "./draft-instrument";

export const licenceForm = z.strictObject({
  key: z.string().min(1).max(64),
  licenceNote: wordsUpTo("licenceNote", "Write the licence or permission: from whom, and since when."),
});

/** What allows the practice to use words that are somebody else's. */
export async function sayLicence(scope: Scope<StaffActor>, form: z.infer<typeof licenceForm>): Promise<void> {
  authorize(scope.actor, "assessments.edit-instrument");
  const { id } = await lockDraft(scope, form.key);
  await recordLicence(scope, { key: form.key, note: form.licenceNote });
  await recordAudit(scope, "instruments.licence-said", { id });
}

/** The row is its own record: it says who, when and what. */
export async function recordLicence(
  { actor, tx, now }: Scope<StaffActor>,
  { key, note }: { key: string; note: string },
): Promise<void> {
  await tx.insert(instrumentLicence).values({
    ...{ practiceId: actor.practiceId, id: randomUUID(), instrumentKey: key, note },
    ...{ recordedBy: actor.accountId, recordedAt: now },
  });
}

/** What the practice said last of its right to an instrument's wording; null when nobody said anything. */
export async function licenceNoteOf({ actor, tx }: Scope<StaffActor>, key: string): Promise<string | null> {
  const [licence] = await tx
    .select({ note: instrumentLicence.note })
    .from(instrumentLicence)
    .where(and(eq(instrumentLicence.practiceId, actor.practiceId), eq(instrumentLicence.instrumentKey, key)))
    .orderBy(desc(instrumentLicence.recordedAt))
    .limit(1);
  return licence?.note ?? null;
}

/** Words that may be somebody else's go into a draft only once somebody said what allows it. */
export async function requireLicence(scope: Scope<StaffActor>, { key, licence }: Instrument): Promise<void> {
  if (licence.wording !== "needed" || (await licenceNoteOf(scope, key)) !== null) return;
  const sentence = "Say first, under About, what allows your practice to use this wording.";
  throw new Refused(sentence, { text: sentence });
}
