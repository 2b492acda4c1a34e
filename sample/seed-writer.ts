import type { PgTable } from "drizzle-orm/pg-core";
import { auditEntry } from "@/db/schema/audit";
import type { client } from "@/db/schema/clients";
import type { SealedColumn } from "@/db/sealed";
import type { Actor } from "@/lib/actor";
import { type AuditAction, auditActions } from "@/lib/audit/actions";
import { practiceId } from "./personas";
import { idOf } from "./seeded-random";

type Activity = NonNullable<(typeof client.$inferSelect)["lastActivity"]>;
export type Actorish = { id: string | null; role: Actor["role"] };
type Event = { at: Date; by: Actorish; action: AuditAction; id: string; clientId?: string };

/** Everything that the seed will write, gathered before any of it is sent. Rows of a table keep their order. */
export type Seed = {
  readonly rows: Map<PgTable, object[]>;
  readonly lastActivity: Map<string, { at: Date; activity: Activity }>;
  readonly submissions: { id: string; at: Date; localDate: string }[];
};

export const newSeed = (): Seed => ({ rows: new Map(), lastActivity: new Map(), submissions: [] });

/** A row of the sample practice: its table's columns, the practice understood. */
export function write<T extends PgTable>(seed: Seed, table: T, row: Omit<T["$inferInsert"], "practiceId">): void {
  const rows = seed.rows.get(table) ?? [];
  rows.push({ practiceId, ...row });
  seed.rows.set(table, rows);
}

/** What the commands of the application would have written into the record of access. */
export function noteAudit(seed: Seed, { at, by, action, id, clientId }: Event): void {
  write(seed, auditEntry, {
    id: idOf("audit", action, id, at.getTime()),
    at,
    actorId: by.id,
    actorRole: by.role,
    action,
    subjectKind: auditActions[action].subject,
    subjectId: id,
    clientId: clientId ?? null,
  });
}

export function noteLastActivity(seed: Seed, clientId: string, activity: Activity, at: Date): void {
  const last = seed.lastActivity.get(clientId);
  if (!last || last.at < at) seed.lastActivity.set(clientId, { at, activity });
}

/** Words as they are stored: bound to the one column of the one row that they belong to. */
export const sealedWords = (column: SealedColumn, words: string, id: string): string =>
  column.seal(words, { practiceId, id });

export const sealedOrNull = (column: SealedColumn, words: string | null, id: string): string | null =>
  column.sealOrNull(words, { practiceId, id });
