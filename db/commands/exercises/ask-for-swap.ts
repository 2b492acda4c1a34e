import { and, eq } from "drizzle-orm";
import { requireExercise } from "@/db/queries/exercises/exercise-access";
import { swapRequestsOf } from "@/db/queries/exercises/swap-requests";
import { type EnrolmentPath, enrolmentOf } from "@/db/queries/protocol/enrolment";
import type { ClientActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { answerInForce, openSwapRequests, type SwapForm, type TakeBackForm } from "@/lib/protocol/swap-request";
import { recordAudit } from "../../audit";
import { swapAnswer, swapRequest, swapRequestWords } from "../../schema/swap-requests";
import type { Scope } from "../../scope";
import { lockOwnRow } from "../clients/lock-client-row";
import { noteActivity } from "../clients/note-activity";

/** A wish for another exercise. Nothing changes by asking, and while one waits the same wish is not made twice. */
export async function askForSwap(scope: Scope<ClientActor>, { id, key, note }: SwapForm): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  await lockOwnRow(scope);
  const { enrolmentId, today } = await requireExercise(scope, key);
  const path = await ownPath(scope, enrolmentId);
  const own = (await swapRequestsOf(scope, enrolmentId)).filter(({ exercise }) => exercise === key);
  if (own.some((request) => request.id === id) || openSwapRequests(own, path.decisions).length > 0) return;
  const { practiceId, clientId } = actor;
  const added = await tx
    .insert(swapRequest)
    .values({
      practiceId,
      id,
      clientId,
      enrolmentId,
      exerciseKey: key,
      wordsSealed: swapRequestWords.sealOrNull(note, { practiceId, id }),
      askedOn: today,
      askedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: swapRequest.id });
  if (added.length === 0) throw new NotFound();
  await noteActivity(scope, "exercise");
  await recordAudit(scope, "exercises.swap-asked", { id, clientId });
}

/** The client no longer wishes it. What was answered already stays answered. */
export async function takeBackSwap(scope: Scope<ClientActor>, { id, requestId }: TakeBackForm): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  const { practiceId, clientId } = actor;
  await lockOwnRow(scope);
  const [own] = await tx
    .select({ enrolmentId: swapRequest.enrolmentId })
    .from(swapRequest)
    .where(
      and(eq(swapRequest.practiceId, practiceId), eq(swapRequest.id, requestId), eq(swapRequest.clientId, clientId)),
    );
  if (!own) throw new NotFound();
  const path = await ownPath(scope, own.enrolmentId);
  const request = (await swapRequestsOf(scope, own.enrolmentId)).find((one) => one.id === requestId);
  const answer = request && answerInForce(request.answers, path.decisions);
  if (answer?.kind === "taken-back") return;
  if (answer) throw new Refused("It has been answered already. You can read the answer here.");
  await tx
    .insert(swapAnswer)
    .values({ practiceId, id, requestId, kind: "taken-back", answeredBy: actor.accountId, answeredAt: now });
  await recordAudit(scope, "exercises.swap-taken-back", { id: requestId, clientId });
}

/** The client's path, who is held: a wish and its answer come one after another. */
async function ownPath(scope: Scope<ClientActor>, enrolmentId: string): Promise<EnrolmentPath> {
  const path = await enrolmentOf(scope, scope.actor.clientId);
  if (path?.id !== enrolmentId) throw new NotFound();
  return path;
}
