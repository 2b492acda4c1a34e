import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { type EnrolmentPath, enrolmentOf } from "@/db/queries/protocol/enrolment";
import type { StaffActor } from "@/lib/actor";
import type { Change } from "@/lib/protocol/decision";
import { pathInputOf } from "@/lib/protocol/path-today";
import { protocolPath } from "@/lib/protocol/schedule";
import { afterAll } from "@/lib/time/monotonic-instant";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { enrolmentDecision } from "../../schema/protocol";
import type { Scope } from "../../scope";
import { insertDecision } from "./insert-decision";
import type { Both } from "./lock-both";

const named = alias(enrolmentDecision, "d");

type Decided = { id: string; change: Change; reason: string; at: Date };

/**
 * The same decision about own steps on the other path of a couple, by the same author in the same transaction. Joint steps
 * are closed for both by either row: this one is there so that each path tells its own story, and an undo reaches both.
 */
export async function decideForPartner(
  scope: Scope<StaffActor>,
  { coupleId, partnerId }: Both,
  { id: togetherId, change, reason, at }: Decided,
): Promise<void> {
  const path = await enrolmentOf(scope, partnerId);
  const theirs = path && (await changeOn(scope, path, change));
  const id = theirs ? randomUUID() : togetherId;
  if (path && theirs) {
    const today = localDate(scope.now, path.zone);
    const madeAt = afterAll(
      path.decisions.map((decision) => decision.madeAt),
      at,
    );
    const row = { id, enrolmentId: path.id, effectiveOn: today, change: theirs, reason, words: null, madeAt };
    await insertDecision(scope, { ...row, together: { coupleId, togetherId } });
  }
  await recordAudit(scope, `protocol.${change.kind}`, { id, clientId: partnerId });
}

/** What it is on this path: an undo takes back the row that was made together with the one it names; null for nothing. */
async function changeOn({ actor, tx, now }: Scope, path: EnrolmentPath, change: Change): Promise<Change | null> {
  if (change.kind !== "undo") {
    const { status } = protocolPath(pathInputOf(path, localDate(now, path.zone)));
    return ["follow-up", "finished", "ended"].includes(status) ? null : change;
  }
  const { practiceId } = actor;
  const [beside] = await tx
    .select({ id: enrolmentDecision.id })
    .from(enrolmentDecision)
    .where(
      and(
        eq(enrolmentDecision.practiceId, practiceId),
        eq(enrolmentDecision.enrolmentId, path.id),
        qualified`${enrolmentDecision.togetherId} = (select ${named.togetherId} from ${enrolmentDecision} ${named}
          where ${named.practiceId} = ${practiceId} and ${named.id} = ${change.undoes})`,
      ),
    );
  const isUndone = path.decisions.some((one) => one.change.kind === "undo" && one.change.undoes === beside?.id);
  return beside && !isUndone ? { kind: "undo", undoes: beside.id } : null;
}
