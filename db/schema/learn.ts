import { foreignKey, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { client } from "./clients";
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
