import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { Correction } from "@/lib/clients/correction";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import {
  clientCorrection,
  clientCorrectionAfter,
  clientCorrectionBefore,
  clientCorrectionReason,
} from "../../schema/client-life";
import type { Scope } from "../../scope";

type Kept = { clientId: string; corrections: readonly Correction[]; reason: string | null; correctedBy: string };

/** Writes a row of the history for each fact that was put right. The caller has changed the facts and holds the client. */
export async function keepCorrections(
  scope: Scope,
  { clientId, corrections, reason, correctedBy }: Kept,
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const earlier = await tx
    .select({ at: clientCorrection.correctedAt })
    .from(clientCorrection)
    .where(and(eq(clientCorrection.practiceId, practiceId), eq(clientCorrection.clientId, clientId)))
    .orderBy(desc(clientCorrection.correctedAt))
    .limit(1);
  const correctedAt = afterAll(
    earlier.map(({ at }) => at),
    now,
  );
  for (const { field, before, after } of corrections) {
    const id = randomUUID();
    const row = { practiceId, id };
    await tx.insert(clientCorrection).values({
      ...row,
      ...{ clientId, field, correctedBy, correctedAt },
      beforeSealed: clientCorrectionBefore.sealOrNull(before, row),
      afterSealed: clientCorrectionAfter.sealOrNull(after, row),
      reasonSealed: clientCorrectionReason.sealOrNull(reason, row),
    });
    const isConfirmed = field === "email" && actor.kind === "system";
    await recordAudit(scope, isConfirmed ? "clients.address-confirmed" : "clients.corrected", { id, clientId });
  }
}
