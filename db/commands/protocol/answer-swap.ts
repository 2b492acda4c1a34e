import { randomUUID } from "node:crypto";
import { swapRequestsOf } from "@/db/queries/exercises/swap-requests";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { type Change, type Decision, rulesOf } from "@/lib/protocol/decision";
import { answerInForce, type DeclineSwapForm, openSwapRequests } from "@/lib/protocol/swap-request";
import { recordAudit } from "../../audit";
import { swapAnswer, swapAnswerWords } from "../../schema/swap-requests";
import type { Scope } from "../../scope";
import { lockPath } from "./lock-path";

/** A no to a wish for another exercise, with the words that the client reads. The path stays as it is. */
export async function declineSwap(
  scope: Scope<StaffActor>,
  { id, clientId, requestId, words }: DeclineSwapForm,
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const { path } = await lockPath(scope, clientId);
  const request = (await swapRequestsOf(scope, path.id)).find((one) => one.id === requestId);
  if (!request) throw new NotFound();
  if (request.answers.some((answer) => answer.id === id)) return;
  const answer = answerInForce(request.answers, path.decisions);
  if (answer?.kind === "taken-back") throw new Refused("Your client has taken that wish back.");
  if (answer) throw new Refused(`${answer.by} has answered that already.`);
  await tx.insert(swapAnswer).values({
    practiceId,
    id,
    requestId,
    kind: "declined",
    wordsSealed: swapAnswerWords.seal(words, { practiceId, id }),
    answeredBy: actor.accountId,
    answeredAt: now,
  });
  await recordAudit(scope, "protocol.swap-declined", { id: requestId, clientId });
}

type Steered = { clientId: string; enrolmentId: string; decisions: readonly Decision[] };

/** A swap or a drop is the answer to every open wish about that exercise. The caller holds the path. */
export async function answerByDecision(
  scope: Scope<StaffActor>,
  { clientId, enrolmentId, decisions }: Steered,
  decision: { id: string; change: Change; at: Date },
): Promise<void> {
  const { actor, tx } = scope;
  const { answersWish, exercise } = rulesOf(decision.change);
  if (!answersWish) return;
  const open = openSwapRequests(await swapRequestsOf(scope, enrolmentId), decisions);
  for (const request of open.filter((one) => one.exercise === exercise(decision.change))) {
    await tx.insert(swapAnswer).values({
      practiceId: actor.practiceId,
      id: randomUUID(),
      requestId: request.id,
      kind: "decided",
      decisionId: decision.id,
      answeredBy: actor.accountId,
      answeredAt: decision.at,
    });
    await recordAudit(scope, "protocol.swap-answered", { id: request.id, clientId });
  }
}
