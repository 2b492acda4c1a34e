import { and, asc, eq } from "drizzle-orm";
import { protocolRead } from "@/db/definitions";
import { namesOfCouple } from "@/db/queries/couples/couple-names";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { offeredOf } from "@/db/queries/protocol/offered-versions";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import type { MoveForm, WithdrawMoveForm } from "@/lib/protocol/move-form";
import { pathInputOf } from "@/lib/protocol/path-today";
import { moveRefusal } from "@/lib/protocol/preview-move";
import { withdrawalRefusal } from "@/lib/protocol/version-move";
import { coverFault } from "@/lib/safety/cover-words";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import {
  enrolment,
  enrolmentMove,
  enrolmentMoveReason,
  enrolmentMoveWords,
  protocolVersion,
} from "../../schema/protocol";
import type { Scope } from "../../scope";
import { syncAssignedAssessments } from "../assessments/sync-assigned-assessments";
import { type LockedPath, lockPath } from "./lock-path";
import { syncProtocolAssessments } from "./sync-protocol-assessments";

/** Puts one running enrolment on another published version, from the client's today. The days before keep theirs. */
export async function moveEnrolment(scope: Scope<StaffActor>, form: MoveForm): Promise<void> {
  const { clientId, versionId } = form;
  const locked = await lockPath(scope, clientId);
  const moves = await keptMoves(scope, locked.path.id);
  if (moves.some(({ id }) => id === form.id)) return;
  const [target] = await scope.tx
    .select({ definition: protocolRead })
    .from(protocolVersion)
    .where(and(offeredOf(scope), eq(protocolVersion.id, versionId)));
  if (!target) throw new NotFound();
  if (locked.path.protocolVersionId === versionId) throw new Refused("This path is on that version already.");
  await putOn(scope, locked, form, { versionId, definition: target.definition, withdraws: null, moves });
  await recordAudit(scope, "protocol.enrolment-moved", { id: form.id, clientId });
}

/** Takes the move back that the path is on: from the client's today it goes on by the version from before. */
export async function withdrawMove(scope: Scope<StaffActor>, form: WithdrawMoveForm): Promise<void> {
  const { clientId, moveId } = form;
  const locked = await lockPath(scope, clientId);
  const moves = await keptMoves(scope, locked.path.id);
  if (moves.some(({ id }) => id === form.id)) return;
  const refusal = withdrawalRefusal(moves, moveId);
  const place = moves.findIndex(({ id }) => id === moveId);
  const [move, before] = [moves[place], locked.path.earlierVersions[place]];
  if (!move || !before) throw new NotFound();
  if (refusal) throw new Refused(refusal);
  await putOn(scope, locked, form, {
    ...{ versionId: move.fromVersionId, definition: before.version, withdraws: moveId, moves },
  });
  await recordAudit(scope, "protocol.move-withdrawn", { id: form.id, clientId });
}

type Kept = { id: string; effectiveOn: string; withdraws: string | null; fromVersionId: string; movedAt: Date };
type Target = { versionId: string; definition: ProtocolVersion; withdraws: string | null; moves: readonly Kept[] };

const keptMoves = ({ actor, tx }: Scope<StaffActor>, enrolmentId: string): Promise<Kept[]> => {
  const { id, effectiveOn, withdrawsId, fromVersionId, movedAt } = enrolmentMove;
  return tx
    .select({ id, effectiveOn, withdraws: withdrawsId, fromVersionId, movedAt })
    .from(enrolmentMove)
    .where(and(eq(enrolmentMove.practiceId, actor.practiceId), eq(enrolmentMove.enrolmentId, enrolmentId)))
    .orderBy(asc(movedAt), asc(id));
};

async function putOn(
  scope: Scope<StaffActor>,
  { path, today }: LockedPath,
  { id, clientId, reason, words }: Pick<MoveForm, "id" | "clientId" | "reason" | "words">,
  { versionId, definition, withdraws, moves }: Target,
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const refusal = moveRefusal(pathInputOf(path, today), definition);
  if (refusal) throw new Refused(refusal);
  const titles = [...path.version.exercises, ...definition.exercises].map(({ title }) => title);
  const free = titles.reduce((rest, title) => rest?.replaceAll(title, "") ?? null, words);
  const asksBack = coverFault(free, await namesOfCouple(scope, clientId));
  if (asksBack) throw new Refused(asksBack, { words: asksBack });
  const movedAt = afterAll(
    moves.map((move) => move.movedAt),
    now,
  );
  await tx.insert(enrolmentMove).values({
    ...{ practiceId, id, enrolmentId: path.id, withdrawsId: withdraws },
    ...{ fromVersionId: path.protocolVersionId, toVersionId: versionId, effectiveOn: today },
    reasonSealed: enrolmentMoveReason.seal(reason, { practiceId, id }),
    wordsSealed: enrolmentMoveWords.sealOrNull(words, { practiceId, id }),
    ...{ movedBy: actor.accountId, movedAt },
  });
  await tx
    .update(enrolment)
    .set({ protocolVersionId: versionId })
    .where(and(eq(enrolment.practiceId, practiceId), eq(enrolment.id, path.id)));
  const moved = await enrolmentOf(scope, clientId);
  if (!moved) return;
  await syncProtocolAssessments(scope, { clientId, path: moved, today, at: now, decisionId: null });
  await syncAssignedAssessments(scope, { clientId, zone: moved.zone, at: now, decisionId: null });
}
