import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { auditEntry } from "./schema/audit";

/** An entry as it goes into the chain: every column, the instant to the microsecond. */
export const chainedEntry = {
  practiceId: auditEntry.practiceId,
  id: auditEntry.id,
  at: sql<string>`to_char(${auditEntry.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`,
  actorId: auditEntry.actorId,
  actorRole: auditEntry.actorRole,
  action: auditEntry.action,
  subjectKind: auditEntry.subjectKind,
  subjectId: auditEntry.subjectId,
  clientId: auditEntry.clientId,
};

export type ChainedEntry = {
  practiceId: string;
  id: string;
  at: string;
  actorId: string | null;
  actorRole: string;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  clientId: string | null;
};

/** The hash of a link: its number, its entry and the link before it. */
export function linkHash(before: string, number: number, entry: ChainedEntry): string {
  const { practiceId, id, at, actorId, actorRole, action, subjectKind, subjectId, clientId } = entry;
  const words = [number, practiceId, id, at, actorId, actorRole, action, subjectKind, subjectId, clientId];
  return createHash("sha256")
    .update(`${before}\n${JSON.stringify(words)}`)
    .digest("hex");
}
