import { and, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/domain/actor";
import { criticalHits } from "@/lib/domain/assessments/critical";
import type { Answer, Instrument } from "@/lib/domain/assessments/instrument";
import { recordAudit } from "../../audit";
import { safetyEvent } from "../../schema/safety";
import type { Scope } from "../../scope";

type Given = { assessmentId: string; instrument: Instrument; answers: readonly Answer[] };

/**
 * What critical answers do the moment they are saved, drafts included: one event per assessment, which carries the
 * assessment's id. `crisis` says whether the person is shown where to turn, whether or not the event is new.
 */
export async function actOnCriticalAnswers(
  scope: Scope<ClientActor>,
  { assessmentId, instrument, answers }: Given,
): Promise<{ crisis: boolean }> {
  const hits = criticalHits(instrument, answers);
  if (hits.some(({ effect }) => effect !== "concern"))
    await openEventOfAssessment(
      scope,
      assessmentId,
      instrument.sensitivity === "safety" ? "screen" : "critical-answer",
    );
  return { crisis: hits.some(({ effect }) => effect === "crisis") };
}

export async function openEventOfAssessment(
  scope: Scope<ClientActor>,
  assessmentId: string,
  source: "screen" | "critical-answer",
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId, clientId } = actor;
  const [known] = await tx
    .select({ id: safetyEvent.id })
    .from(safetyEvent)
    .where(and(eq(safetyEvent.practiceId, practiceId), eq(safetyEvent.id, assessmentId)));
  if (known) return;
  const { rowCount } = await tx
    .insert(safetyEvent)
    .values({ practiceId, id: assessmentId, clientId, source, openedAt: now })
    .onConflictDoNothing();
  if (rowCount) await recordAudit(scope, "safety.event-opened", { kind: "safety_event", id: assessmentId, clientId });
}
