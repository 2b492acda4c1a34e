import type { ClientActor } from "@/lib/actor";
import { askedSteps } from "@/lib/assessments/questions";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { WalkForm } from "@/lib/safety/check-form";
import { latestAnswers } from "@/lib/safety/check-result";
import { answerIn, type CheckPlace, type OpenedCheck, placeAfter, placeBefore } from "@/lib/safety/opened-check";
import { sittingsOf } from "../../queries/safety/check-sittings";
import { getOpenedCheck } from "../../queries/safety/own-check";
import type { Scope } from "../../scope";
import { answerCheck } from "./answer-check";
import { beginCheck } from "./begin-check";
import { lockOwnSitting } from "./lock-own-check";
import { sendCheck } from "./send-check";

type Walked = CheckPlace & { opened: OpenedCheck | null; problem?: string };

/** A check without script: what the tap does, and the page that comes next. It opens at the door like any other. */
export async function walkCheck(scope: Scope<ClientActor>, form: WalkForm): Promise<Walked> {
  authorize(scope.actor, "portal.use");
  const { assessmentId, sittingId, itemId, go } = form;
  if (go === "yes" || go === "no") {
    const opened = await beginCheck(scope, { assessmentId, private: go });
    return { stage: opened ? "words" : "not-alone", itemId: "", opened };
  }
  if (!sittingId) throw new NotFound();
  const sitting = await lockOwnSitting(scope, sittingId);
  const opened = await getOpenedCheck(scope, sittingId, sitting.instrument);
  if (go === "send") {
    await sendCheck(scope, { sittingId });
    return { stage: "sent", itemId: "", opened };
  }
  const problem = await keepTap(scope, sittingId, form);
  if (problem) return { stage: "question", itemId, opened, problem };
  const sittings = await sittingsOf(scope, sitting.assessmentId);
  const given = latestAnswers(sittings.find(({ id }) => id === sittingId)?.given ?? []);
  const steps = askedSteps(opened.questions, ["now"], given);
  return { ...(go === "back" ? placeBefore : placeAfter)(steps, go === "on" ? "" : itemId), opened };
}

/** Keeps what was tapped or written. A sentence says what cannot be kept as it stands. */
async function keepTap(scope: Scope<ClientActor>, sittingId: string, form: WalkForm): Promise<string | undefined> {
  const { itemId, go, words } = form;
  const answer = answerIn(go);
  const value = answer === null ? words.trim() : String(answer);
  if (go === "on" || go === "back" || (go === "next" && value === "")) return undefined;
  try {
    await answerCheck(scope, { sittingId, itemId, form: "now", value: go === "out" ? "" : value });
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}
