import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, jsonb, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { ConnectionRecord } from "@/lib/connection/connection-record";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { instant, tenantId, tenantRules } from "./tenant";

/** "How connected do you feel right now?", 1 to 10, on the client's local date. */
export const connectionCheck = pgTable(
  "connection_check",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    localDate: date("local_date", { mode: "string" }).notNull(),
    score: smallint("score").notNull(),
    noteSealed: text("note_sealed"),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    index("connection_check_client").on(t.practiceId, t.clientId, t.recordedAt.desc()),
    check("connection_check_range", sql`${t.score} between 1 and 10`),
  ],
);

export const connectionCheckNote = sealedColumn("connection_check", "note");

/** Worked out in the transaction of each check, so that a caseload of a thousand reads one row per client. Its id is the client's. */
export const connectionSummary = pgTable(
  "connection_summary",
  {
    ...tenantId(),
    /** A `ConnectionRecord` of lib/connection/connection-record.ts. */
    kept: jsonb("kept").$type<ConnectionRecord>().notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.id], foreignColumns: [client.practiceId, client.id] }),
  ],
);
