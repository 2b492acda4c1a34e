import { criticalHits } from "@/lib/assessments/critical";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import type { Scope } from "../../scope";
import { keepSaid } from "./keep-said";
import { openSafetyEvent } from "./open-event";

type Given = {
  clientId: string;
  assessmentId: string;
  instrument: Instrument;
  answers: readonly Answer[];
  /** The answer that is being saved now; null when they are all sent. */
  saved: Pick<Answer, "itemId" | "form"> | null;
};

/**
 * What critical answers do the moment they are saved, drafts included: one event per assessment, which carries the
 * assessment's id, and another when more is said after it was answered. What was said is kept with it, sealed. `crisis`: whether the person is shown where to turn.
 */
export async function actOnCriticalAnswers(
  scope: Scope,
  { clientId, assessmentId, instrument, answers, saved }: Given,
): Promise<{ crisis: boolean }> {
  const hits = criticalHits(instrument, answers);
  const grave = hits.filter(({ effect }) => effect !== "concern");
  if (grave.length > 0) {
    const { eventId } = await openSafetyEvent(scope, {
      clientId,
      source: "critical-answer",
      id: assessmentId,
      again: saved !== null && grave.length > graveWithout(instrument, answers, saved),
    });
    await keepSaid(scope, { eventId, assessmentId, instrument, hits: grave, answers });
  }
  return { crisis: hits.some(({ effect }) => effect === "crisis") };
}

const graveWithout = (instrument: Instrument, answers: readonly Answer[], saved: NonNullable<Given["saved"]>): number =>
  criticalHits(
    instrument,
    answers.filter(({ itemId, form }) => itemId !== saved.itemId || form !== saved.form),
  ).filter(({ effect }) => effect !== "concern").length;
