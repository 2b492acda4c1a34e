import { randomUUID } from "node:crypto";
import { type AuditAction, auditActions } from "@/lib/audit/actions";
import { isReading } from "@/lib/audit/reading";
import { refreshLast } from "./refresh-last";
import { auditEntry } from "./schema/audit";
import { lastly, type Scope } from "./scope";

type AuditSubject = { id?: string | null; clientId?: string | null };

/** Written in the transaction of what it records: if it fails, that fails too. Ids only. */
export const recordAudit = (scope: Scope, action: AuditAction, subject: AuditSubject): Promise<void> =>
  recordAudits(scope, action, [subject]);

/** The same for several things at once, an entry each. */
export const recordAudits = (scope: Scope, action: AuditAction, subjects: readonly AuditSubject[]): Promise<void> =>
  write(
    scope,
    subjects.map((subject) => ({ action, subject })),
  );

/** One page that reads several kinds of things of one subject: an entry for each kind. */
export const recordReading = (scope: Scope, actions: readonly AuditAction[], subject: AuditSubject): Promise<void> =>
  write(
    scope,
    actions.map((action) => ({ action, subject })),
  );

/**
 * What changes something of a client is entered here, so here their signals are named: they are looked at last of all. What was
 * only read is entered last as well, all that a page reads in one statement.
 */
async function write(scope: Scope, entries: readonly { action: AuditAction; subject: AuditSubject }[]): Promise<void> {
  const readings = entries.filter(({ action }) => isReading(action));
  for (const { action, subject } of readings) {
    const row = rowOf(scope, action, subject);
    lastly(scope, "readings", JSON.stringify(row), async (rows) => {
      await scope.tx.insert(auditEntry).values(rows.map((kept) => ({ ...JSON.parse(kept), at: scope.now })));
    });
  }
  const changes = entries.filter(({ action }) => !isReading(action));
  if (changes.length === 0) return;
  for (const { subject } of changes) if (subject.clientId) refreshLast(scope, subject.clientId);
  await scope.tx.insert(auditEntry).values(changes.map(({ action, subject }) => rowOf(scope, action, subject)));
}

function rowOf({ actor, now }: Scope, action: AuditAction, subject: AuditSubject) {
  return {
    practiceId: actor.practiceId,
    id: randomUUID(),
    at: now,
    actorId: actor.kind === "system" ? null : actor.accountId,
    actorRole: actor.role,
    action,
    subjectKind: auditActions[action].subject,
    subjectId: subject.id ?? null,
    clientId: subject.clientId ?? null,
  };
}
