import { randomUUID } from "node:crypto";
import { type AuditAction, auditActions } from "@/lib/audit/actions";
import { auditEntry } from "./schema/audit";
import type { Scope } from "./scope";

type AuditSubject = { id?: string | null; clientId?: string | null };

/** Written in the transaction of what it records: if it fails, that fails too. Ids only. */
export async function recordAudit(scope: Scope, action: AuditAction, subject: AuditSubject): Promise<void> {
  const { actor, tx, now } = scope;
  await tx.insert(auditEntry).values({
    practiceId: actor.practiceId,
    id: randomUUID(),
    at: now,
    actorId: actor.kind === "system" ? null : actor.accountId,
    actorRole: actor.role,
    action,
    subjectKind: auditActions[action].subject,
    subjectId: subject.id ?? null,
    clientId: subject.clientId ?? null,
  });
}
