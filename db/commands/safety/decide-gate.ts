import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { StaffActor } from "@/lib/domain/actor";
import { Forbidden, NotFound, Refused } from "@/lib/domain/errors";
import { authorize } from "@/lib/domain/policy";
import { clearanceFault, type GateDecision } from "@/lib/domain/safety/gate";
import { recordAudit } from "../../audit";
import { gateHistoryOf, historyFrom } from "../../queries/safety-gate";
import { reasonOf } from "../../queries/safety-history";
import { client } from "../../schema/clients";
import { safetyDecision } from "../../schema/safety";
import type { Scope } from "../../scope";
import { seal } from "../../sealed";
import { lockClient } from "./lock-client";
import { queueLetter } from "./queue-letter";

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
    await queueLetter(scope, { accountId: therapistId, occasion: `safety-decision:${id}` });
}

/** Opens the gate for twelve weeks. Only whoever is responsible, by name, in writing, and as the gate's rule says. */
export async function clearGate(
  scope: Scope<StaffActor>,
  { clientId, reason, talkedAlone }: { clientId: string; reason: string; talkedAlone: boolean },
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "safety.release");
  const { mayChange } = await lockClient(scope, clientId);
  if (!mayChange) throw new Forbidden("The client's own therapist or the owner decides this.");
  const [row] = await tx
    .select({ history: gateHistoryOf(), id: client.id })
    .from(client)
    .innerJoin(sql`(select 1) as one`, sql`true`)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  const attempt = { clinicianId: actor.accountId, reason, talkedAlone, decidedAt: now };
  const fault = clearanceFault(historyFrom(row.history), attempt);
  if (fault) throw new Refused(fault);
  await keepDecision(scope, clientId, { kind: "clear", reason, talkedAlone });
}

async function keepDecision(
  scope: Scope<StaffActor>,
  clientId: string,
  { kind, reason, talkedAlone }: Pick<GateDecision, "kind" | "reason" | "talkedAlone">,
): Promise<string> {
  const { actor, tx, now } = scope;
  const id = randomUUID();
  await tx.insert(safetyDecision).values({
    practiceId: actor.practiceId,
    id,
    clientId,
    kind,
    talkedAlone,
    reasonSealed: seal(reason.trim(), reasonOf(actor.practiceId, id)),
    decidedBy: actor.accountId,
    decidedAt: now,
  });
  await recordAudit(scope, `safety.gate-${kind}`, { kind: "safety_decision", id, clientId });
  return id;
}
