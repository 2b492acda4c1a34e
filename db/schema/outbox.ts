import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { account } from "./identity";
import { doorReads, instant, tenantId, tenantRules } from "./tenant";

/**
 * A letter that says that something waits in Nearer, and nothing of what. It is written in the transaction of what
 * it is about; the worker claims it before sending. The address is looked up when it is sent.
 */
export const outboxLetter = pgTable(
  "outbox_letter",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    /** One letter per occasion and person, however often it is asked for. */
    occasion: text("occasion").notNull(),
    createdAt: instant("created_at").notNull(),
    /** Not tried before this moment; later after each failure. */
    dueAt: instant("due_at").notNull(),
    tries: integer("tries").notNull().default(0),
    claim: uuid("claim"),
    claimEndsAt: instant("claim_ends_at"),
    sentAt: instant("sent_at"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("outbox_letter_once").on(t.practiceId, t.accountId, t.occasion),
    index("outbox_letter_unsent").on(t.dueAt).where(sql`${t.sentAt} is null`),
    doorReads(),
  ],
);
