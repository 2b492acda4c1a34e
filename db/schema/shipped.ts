import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { shippedKinds } from "@/lib/shipped/kinds";
import { takingWays } from "@/lib/shipped/taking-form";
import { instrumentVersion } from "./assessments";
import { account, practice } from "./identity";
import { protocolVersion } from "./protocol";
import { instant, tenantId, tenantRules } from "./tenant";

/** Which version of something that ships a practice took, how, when and by whom. Rows stay: the newest counts. */
export const shippedTaken = pgTable(
  "shipped_taken",
  {
    ...tenantId(),
    kind: text("kind", { enum: shippedKinds }).notNull(),
    key: text("key").notNull(),
    /** Nearer's version, of lib/shipped/editions.ts: a practice counts the versions of its own rows by itself. */
    version: integer("version").notNull(),
    /** `keep`: the practice looked at it and stayed with its own words. `found`: it was there before versions were counted. */
    way: text("way", { enum: takingWays }).notNull(),
    /** The words as they shipped; null where the row below is published and holds them. */
    content: jsonb("content"),
    /** The row that came of it. */
    instrumentVersionId: uuid("instrument_version_id"),
    protocolVersionId: uuid("protocol_version_id"),
    takenBy: uuid("taken_by"),
    takenAt: instant("taken_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId], foreignColumns: [practice.practiceId] }),
    foreignKey({ columns: [t.practiceId, t.takenBy], foreignColumns: [account.practiceId, account.id] }),
    check("shipped_taken_by", sql`(${t.takenBy} is null) = (${t.way} in ('set-up', 'found'))`),
    foreignKey({
      columns: [t.practiceId, t.instrumentVersionId],
      foreignColumns: [instrumentVersion.practiceId, instrumentVersion.id],
    }),
    foreignKey({
      columns: [t.practiceId, t.protocolVersionId],
      foreignColumns: [protocolVersion.practiceId, protocolVersion.id],
    }),
    check(
      "shipped_taken_words",
      sql`${t.content} is not null or ${t.instrumentVersionId} is not null or ${t.protocolVersionId} is not null`,
    ),
    index("shipped_taken_newest").on(t.practiceId, t.kind, t.key, t.version.desc()),
  ],
);
