import { and, desc, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import type { AuditAction } from "@/lib/audit/actions";
import type { ClientStepKind } from "@/lib/clients/client-step";
import type { LocalDate } from "@/lib/time/local-date";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { clientStep, clientStepGoodbye, clientStepReason } from "../../schema/client-life";
import type { Scope } from "../../scope";

const written = {
  "course-begun": "clients.course-begun",
  "invitation-revoked": "clients.invitation-revoked",
  discharged: "clients.discharged",
  returned: "clients.returned",
  merged: "clients.merged",
  removed: "clients.removed",
  erased: "clients.erased",
} as const satisfies Record<ClientStepKind, AuditAction>;

type Kept = {
  id: string;
  clientId: string;
  kind: ClientStepKind;
  reason: string;
  goodbye?: string | null;
  readableUntil?: LocalDate | null;
  intoId?: string | null;
  /** What the audit says of it, where it is not what the kind says. */
  audited?: AuditAction;
};

/** One row of what began, ended or was taken back. The caller holds the client, and has seen that this form is not there yet. */
export async function keepStep(
  scope: Scope<StaffActor>,
  { id, clientId, kind, reason, goodbye = null, readableUntil = null, intoId = null, audited }: Kept,
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const earlier = await tx
    .select({ at: clientStep.decidedAt })
    .from(clientStep)
    .where(and(eq(clientStep.practiceId, practiceId), eq(clientStep.clientId, clientId)))
    .orderBy(desc(clientStep.decidedAt))
    .limit(1);
  await tx.insert(clientStep).values({
    ...{ practiceId, id, clientId, kind, readableUntil, intoId, decidedBy: actor.accountId },
    reasonSealed: clientStepReason.seal(reason, { practiceId, id }),
    goodbyeSealed: clientStepGoodbye.sealOrNull(goodbye, { practiceId, id }),
    decidedAt: afterAll(
      earlier.map(({ at }) => at),
      now,
    ),
  });
  await recordAudit(scope, audited ?? written[kind], { id, clientId });
}
