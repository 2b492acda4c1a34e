import { and, eq } from "drizzle-orm";
import { decideForPartner } from "@/db/commands/protocol/decide-for-partner";
import { insertDecision } from "@/db/commands/protocol/insert-decision";
import { lockBoth } from "@/db/commands/protocol/lock-both";
import { namesOfCouple } from "@/db/queries/couples/couple-names";
import type { EnrolmentPath } from "@/db/queries/protocol/enrolment";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { formatLongDay } from "@/lib/format";
import { authorize } from "@/lib/policy";
import type { Change } from "@/lib/protocol/decision";
import { subjectOf } from "@/lib/protocol/decision";
import type { DecisionForm } from "@/lib/protocol/decision-form";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { pathInputOf } from "@/lib/protocol/path-today";
import { changeRefusal } from "@/lib/protocol/refusal";
import { protocolPath } from "@/lib/protocol/schedule";
import { coverFault } from "@/lib/safety/cover-words";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { enrolmentDecision } from "../../schema/protocol";
import type { Scope } from "../../scope";
import { syncAssignedAssessments } from "../assessments/sync-assigned-assessments";
import { answerByDecision } from "./answer-swap";
import { lockPath } from "./lock-path";
import { syncProtocolAssessments } from "./sync-protocol-assessments";

/** Why words are refused that somebody could read beside own steps. */
export const NO_WORDS = "Own steps read the same whatever the reason: no words stand beside them.";

/**
 * One decision about a path, undo among them: a row with its author, its time, why, and what the client will read. It
 * counts from the client's today. Own steps of two who are linked are decided for both at once, by their lead. The same
 * form sent twice decides once.
 */
export async function decideOnPath(
  scope: Scope<StaffActor>,
  { id, clientId, change, reason, words }: DecisionForm,
): Promise<{ decisionId: string }> {
  const { now } = scope;
  authorize(scope.actor, "protocol.steer");
  const isOwnSteps = await isAboutOwnSteps(scope, clientId, change);
  const both = isOwnSteps ? await lockBoth(scope, clientId) : null;
  const { path, today } = await lockPath(scope, clientId);
  if (path.decisions.some((decision) => decision.id === id)) return { decisionId: id };
  const input = pathInputOf(path, today);
  const effectiveOn = countsFrom(path, change, today);
  const say = (date: string) => formatLongDay(date, today);
  const refusal = changeRefusal(input, protocolPath(input), change, effectiveOn, say);
  if (refusal) throw new Refused(refusal);
  if (isOwnSteps && words) throw new Refused(NO_WORDS, { words: NO_WORDS });
  const asksBack = coverFault(coverOf(input.version, change, words), await namesOfCouple(scope, clientId));
  if (asksBack) throw new Refused(asksBack, { words: asksBack });

  const madeAt = afterAll(
    path.decisions.map((decision) => decision.madeAt),
    now,
  );
  const together = both && { coupleId: both.coupleId, togetherId: id };
  const row = { id, enrolmentId: path.id, effectiveOn, change, reason, words, madeAt, together };
  if (!(await insertDecision(scope, row)))
    throw new Refused("That could not be kept. Open the page again and choose once more.");
  await answerByDecision(
    scope,
    { clientId, enrolmentId: path.id, decisions: path.decisions },
    { id, change, at: madeAt },
  );
  const decisions = [...path.decisions, { id, effectiveOn, madeAt, change }];
  await syncProtocolAssessments(scope, { clientId, path: { ...path, decisions }, today, at: madeAt, decisionId: id });
  await syncAssignedAssessments(scope, { clientId, zone: path.zone, at: madeAt, decisionId: id });
  await recordAudit(scope, `protocol.${change.kind}`, { id, clientId });
  if (both) await decideForPartner(scope, both, { id, change, reason, at: madeAt });
  return { decisionId: id };
}

/** Own steps, and whatever takes them back or brings them back. What a decision is about never changes, so nothing is held yet. */
async function isAboutOwnSteps(scope: Scope<StaffActor>, clientId: string, change: Change): Promise<boolean> {
  if (change.kind !== "undo") return change.kind === "own-steps";
  const path = await enrolmentOf(scope, clientId);
  return subjectOf(change, path?.decisions ?? [])?.kind === "own-steps";
}

/**
 * Of the words about another step than the one that two had what has to be true for both: all but the titles of exercises,
 * which are no reason. Null where the decision is about something else.
 */
function coverOf({ exercises }: ProtocolVersion, change: Change, words: string | null): string | null {
  if (change.kind !== "swap" && change.kind !== "drop") return null;
  return exercises.reduce((rest, { title }) => rest?.replaceAll(title, "") ?? null, words);
}

/** An undo reaches only what comes before it in the order of days. */
function countsFrom(path: EnrolmentPath, change: Change, today: string): string {
  if (change.kind !== "undo") return today;
  const undone = path.decisions.find((decision) => decision.id === change.undoes);
  return undone && undone.effectiveOn > today ? undone.effectiveOn : today;
}

/** Takes a decision back at once, before the client can have read of it: the reason is the undo itself. */
export async function undoAtOnce(
  scope: Scope<StaffActor>,
  { id, clientId, undoes }: { id: string; clientId: string; undoes: string },
): Promise<void> {
  const { actor, tx } = scope;
  const { path } = await lockPath(scope, clientId);
  const [own] = await tx
    .select({ decidedBy: enrolmentDecision.decidedBy })
    .from(enrolmentDecision)
    .where(
      and(
        eq(enrolmentDecision.practiceId, actor.practiceId),
        eq(enrolmentDecision.enrolmentId, path.id),
        eq(enrolmentDecision.id, undoes),
      ),
    );
  if (!own) throw new NotFound();
  if (own.decidedBy !== actor.accountId) throw new Refused("Somebody else decided that. Undo it from the list below.");
  await decideOnPath(scope, {
    id,
    clientId,
    change: { kind: "undo", undoes },
    reason: "Taken back at once.",
    words: null,
  });
}
