import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { instrumentVersion } from "../../schema/assessments";
import { instrumentArchiving } from "../../schema/instrument-choices";
import type { Scope } from "../../scope";

export const archiveForm = z.strictObject({ key: z.string().min(1).max(64), archive: z.enum(["yes", "no"]) });

/** Puts an instrument away, or takes it out again. What is asked already goes on, and nothing that was answered changes. */
export async function archiveInstrument(
  scope: Scope<StaffActor>,
  { key, archive }: z.infer<typeof archiveForm>,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "assessments.edit-instrument");
  const versions = await tx
    .select({ id: instrumentVersion.id })
    .from(instrumentVersion)
    .where(and(eq(instrumentVersion.practiceId, actor.practiceId), eq(instrumentVersion.key, key)))
    .for("update");
  if (versions.length === 0) throw new NotFound();
  const id = randomUUID();
  const isArchived = archive === "yes";
  await tx.insert(instrumentArchiving).values({
    ...{ practiceId: actor.practiceId, id, instrumentKey: key, isArchived },
    ...{ decidedBy: actor.accountId, decidedAt: now },
  });
  await recordAudit(scope, isArchived ? "instruments.archived" : "instruments.restored", { id });
}
