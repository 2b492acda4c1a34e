import { randomUUID } from "node:crypto";
import type { StaffActor } from "@/lib/domain/actor";
import { Forbidden, Refused } from "@/lib/domain/errors";
import { authorize } from "@/lib/domain/policy";
import { clearanceFault, type GateDecision, historyMark, placeInHistory } from "@/lib/domain/safety/gate";
import { recordAudit } from "../../audit";
import { gateHistory } from "../../queries/safety-gate";
import { hasUnreadWords } from "../../queries/unread-check-words";
import { safetyDecision, safetyDecisionReason } from "../../schema/safety";
import type { Scope } from "../../scope";
import { queueLetter } from "../letters/queue-letter";
import { followPath } from "../protocol/follow-path";
import { lockClient } from "./lock-client";

/** A clinician's own judgement. Whoever reads the client may be more careful; when it is not the therapist, they hear. */
export async function raiseGate(
  scope: Scope<StaffActor>,
  { clientId, kind, reason }: { clientId: string; kind: "concern" | "stop"; reason: string },
): Promise<void> {
  const { actor } = scope;
  authorize(actor, "safety.handle");
  const { therapistId } = await lockClient(scope, clientId);
  const id = await keepDecision(scope, clientId, { kind, reason, talkedAlone: false });
  if (therapistId !== actor.accountId)
    await queueLetter(scope, { accountId: therapistId, about: { kind: "safety-decision", id }, urgent: true });
}

type Clearance = {
  clientId: string;
  reason: string;
  talkedAlone: boolean;
  /** What the clinician had in front of them (`historyMark`). A stop that came after the page was opened is not released unread. */
  seen?: string | undefined;
};

const somethingNew = "Something was answered or decided since you opened this page. Open it again and read that first.";

/** Opens the gate for twelve weeks. Only whoever is responsible, by name, in writing, and as the gate's rule says. */
export async function clearGate(
  scope: Scope<StaffActor>,
  { clientId, reason, talkedAlone, seen }: Clearance,
): Promise<void> {
  const { actor, now } = scope;
  authorize(actor, "safety.release");
  const { mayChange } = await lockClient(scope, clientId);
  if (!mayChange) throw new Forbidden("The client’s own therapist or the owner decides this.");
  const history = await gateHistory(scope, clientId);
  if (seen !== undefined && seen !== historyMark(history)) throw new Refused(somethingNew);
  const decidedAt = placeInHistory(history, "decision", now);
  if (await hasUnreadWords(scope, clientId))
    throw new Refused(
      "Something was written in the safety questions that nobody has read. Read it first, and mark it as read.",
    );
  const fault = clearanceFault(history, { clinicianId: actor.accountId, reason, talkedAlone, decidedAt });
  if (fault) throw new Refused(fault);
  await keepDecision(scope, clientId, { kind: "clear", reason, talkedAlone });
  await followPath(scope, clientId);
}

async function keepDecision(
  scope: Scope<StaffActor>,
  clientId: string,
  { kind, reason, talkedAlone }: Pick<GateDecision, "kind" | "reason" | "talkedAlone">,
): Promise<string> {
  const { actor, tx, now } = scope;
  const id = randomUUID();
  const decidedAt = placeInHistory(await gateHistory(scope, clientId), "decision", now);
  await tx.insert(safetyDecision).values({
    practiceId: actor.practiceId,
    id,
    clientId,
    kind,
    talkedAlone,
    reasonSealed: safetyDecisionReason.seal(reason.trim(), { practiceId: actor.practiceId, id }),
    decidedBy: actor.accountId,
    decidedAt,
  });
  await recordAudit(scope, `safety.gate-${kind}`, { id, clientId });
  return id;
}
