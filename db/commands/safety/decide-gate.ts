import { randomUUID } from "node:crypto";
import { gateHistory } from "@/db/queries/safety/safety-gate";
import { readsPartnerOf } from "@/db/queries/safety/shared-class";
import { hasUnreadWords } from "@/db/queries/safety/unread-check-words";
import type { StaffActor } from "@/lib/actor";
import { Forbidden, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { clearanceFault, type GateDecision, historyMark, placeInHistory } from "@/lib/safety/gate";
import { ownHistory } from "@/lib/safety/own-side";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { safetyDecision, safetyDecisionReason } from "../../schema/safety";
import type { Scope } from "../../scope";
import { queueLetter } from "../letters/queue-letter";
import { beginIfArrived } from "../protocol/begin-weeks";
import { linkOf } from "./link-of";
import { lockClient } from "./lock-client";

type Raised = { clientId: string; kind: "concern" | "stop"; reason: string };

/**
 * A clinician's own judgement. Whoever reads the client may be more careful; when it is not the therapist, they hear. It
 * changes nobody's pages by itself: what follows for joint steps is a choice of its own, or the calendar's.
 */
export async function raiseGate(scope: Scope<StaffActor>, { clientId, kind, reason }: Raised): Promise<void> {
  const { actor } = scope;
  authorize(actor, "safety.handle");
  const { therapistId } = await lockClient(scope, clientId);
  const id = await keepDecision(scope, clientId, { kind, reason, talkedAlone: false });
  if (therapistId !== actor.accountId)
    await queueLetter(scope, { accountId: therapistId, about: { kind: "safety-decision", id }, urgent: true });
}

/** A talk alone: which day, how, and whether the person said that nobody could hear. */
export type TalkAlone = { on: string; way: "in-person" | "phone" | "video"; unheard: boolean };

type Clearance = {
  clientId: string;
  reason: string;
  talk: TalkAlone | null;
  /** What the clinician had in front of them (`historyMark`). A stop that came after the page was opened is not released unread. */
  seen?: string | undefined;
};

const somethingNew = "Something was answered or decided since you opened this page. Open it again and read that first.";

/** Opens the gate for twelve weeks. Only whoever is responsible, by name, in writing, and as the gate's rule says. */
export async function clearGate(scope: Scope<StaffActor>, { clientId, reason, talk, seen }: Clearance): Promise<void> {
  const { actor, now } = scope;
  authorize(actor, "safety.release");
  const { mayChange, zone } = await lockClient(scope, clientId);
  if (!mayChange) throw new Forbidden("The client’s own therapist or the owner decides this.");
  const link = await linkOf(scope, clientId);
  if (link && !link.isLead) throw new Forbidden("Joint steps have one lead, who decides for both.");
  const history = await gateHistory(scope, clientId);
  const shown = (await readsPartnerOf(scope, clientId)) ? history : ownHistory(history);
  if (seen !== undefined && seen !== historyMark(shown)) throw new Refused(somethingNew);
  if (talk && talk.on > localDate(now, zone)) throw new Refused("The talk alone lies in the future.");
  const decidedAt = placeInHistory(history, "decision", now);
  const fault = clearanceFault(history, {
    clinicianId: actor.accountId,
    reason,
    // Somebody who could be heard was not alone.
    talkedAlone: talk?.unheard === true,
    decidedAt,
    hasUnreadWords: await hasUnreadWords(scope, clientId),
    isFirstOfCouple: link !== null && !history.decisions.some((one) => one.kind === "clear" && one.talkedAlone),
  });
  if (fault) throw new Refused(fault);
  await keepDecision(scope, clientId, { kind: "clear", reason, talkedAlone: talk?.unheard === true, talk });
}

async function keepDecision(
  scope: Scope<StaffActor>,
  clientId: string,
  {
    kind,
    reason,
    talkedAlone,
    talk = null,
  }: Pick<GateDecision, "kind" | "reason" | "talkedAlone"> & { talk?: TalkAlone | null },
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
    talkOn: talk?.on ?? null,
    talkWay: talk?.way ?? null,
    talkUnheard: talk?.unheard ?? null,
    reasonSealed: safetyDecisionReason.seal(reason.trim(), { practiceId: actor.practiceId, id }),
    decidedBy: actor.accountId,
    decidedAt,
  });
  await recordAudit(scope, `safety.gate-${kind}`, { id, clientId });
  await beginIfArrived(scope, clientId);
  return id;
}
