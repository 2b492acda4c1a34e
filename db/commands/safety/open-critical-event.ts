import type { ClientActor } from "@/lib/domain/actor";
import { criticalHits } from "@/lib/domain/assessments/critical";
import type { Answer, Instrument } from "@/lib/domain/assessments/instrument";
import type { Scope } from "../../scope";
import { openSafetyEvent } from "./open-event";

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
    await openSafetyEvent(scope, {
      clientId: scope.actor.clientId,
      source: instrument.sensitivity === "safety" ? "screen" : "critical-answer",
      id: assessmentId,
    });
  return { crisis: hits.some(({ effect }) => effect === "crisis") };
}
