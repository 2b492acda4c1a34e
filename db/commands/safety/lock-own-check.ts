import { and, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import type { Instrument } from "@/lib/assessments/instrument";
import { NotFound } from "@/lib/errors";
import { checkSitting } from "../../schema/check-sitting";
import type { Scope } from "../../scope";
import { lockOwnAssessment } from "../assessments/lock-own-assessment";

/** Somebody in the middle is not cut off when the card goes: a sitting may be answered for so long. */
const SITTING_HOURS = 12;

/** The person’s own card with safety questions, and the person held until this transaction ends. */
export async function lockOwnCard(
  scope: Scope<ClientActor>,
  assessmentId: string,
): Promise<{ instrument: Instrument; isClosed: boolean; isStarted: boolean; isSubmitted: boolean }> {
  const card = await lockOwnAssessment(scope, assessmentId);
  if (!card) throw new NotFound();
  if (card.instrument.sensitivity !== "safety") throw new NotFound();
  const { instrument, isClosed, startedAt, submittedAt } = card;
  return { instrument, isClosed, isStarted: startedAt !== null, isSubmitted: submittedAt !== null };
}

/** A sitting of the person’s own that can still be answered. Whoever was not alone has none. */
export async function lockOwnSitting(scope: Scope<ClientActor>, sittingId: string) {
  const { actor, tx, now } = scope;
  const [sitting] = await tx
    .select({
      id: checkSitting.id,
      assessmentId: checkSitting.assessmentId,
      wasPrivate: checkSitting.wasPrivate,
      beganAt: checkSitting.beganAt,
    })
    .from(checkSitting)
    .where(
      and(
        eq(checkSitting.practiceId, actor.practiceId),
        eq(checkSitting.id, sittingId),
        eq(checkSitting.clientId, actor.clientId),
      ),
    );
  if (!sitting?.wasPrivate || now.getTime() - sitting.beganAt.getTime() > SITTING_HOURS * 3_600_000)
    throw new NotFound();
  const card = await lockOwnCard(scope, sitting.assessmentId);
  // Read anew behind the lock: it may have been sent meanwhile.
  const [locked] = await tx
    .select({ sentAt: checkSitting.sentAt })
    .from(checkSitting)
    .where(and(eq(checkSitting.practiceId, actor.practiceId), eq(checkSitting.id, sittingId)));
  return { ...sitting, ...card, isSent: (locked?.sentAt ?? null) !== null };
}
