import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { readingSteps } from "@/lib/learn/reading-steps";
import { client } from "./clients";
import { account, practice } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** A reading that a client marked as read. Reading is never asked for twice, and never counted. */
export const readingMark = pgTable(
  "reading_mark",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    readingKey: text("reading_key").notNull(),
    readAt: instant("read_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    uniqueIndex("reading_mark_once").on(t.practiceId, t.clientId, t.readingKey),
  ],
);

/** What a practice did with a reading: words drafted or published, the shipped words taken again, a reading retired. */
export const practiceReading = pgTable(
  "practice_reading",
  {
    ...tenantId(),
    readingKey: text("reading_key").notNull(),
    kind: text("kind", { enum: readingSteps }).notNull(),
    /** A `Reading` of lib/learn/reading.ts where there are words. */
    content: jsonb("content"),
    writtenBy: uuid("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId], foreignColumns: [practice.practiceId] }),
    foreignKey({ columns: [t.practiceId, t.writtenBy], foreignColumns: [account.practiceId, account.id] }),
    check("practice_reading_words", sql`(${t.content} is not null) = (${t.kind} in ('draft', 'published'))`),
    index("practice_reading_newest").on(t.practiceId, t.readingKey, t.writtenAt.desc(), t.id.desc()),
  ],
);
