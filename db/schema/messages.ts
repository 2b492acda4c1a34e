import { boolean, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { exerciseAttempt } from "./exercises";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** The thread between a client and the therapist. A reply to a reflection names the attempt. */
export const message = pgTable(
  "message",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    authorId: uuid("author_id").notNull(),
    attemptId: uuid("attempt_id"),
    bodySealed: text("body_sealed").notNull(),
    /** Sent in the same words to several at once: it answers nobody. */
    isToSeveral: boolean("is_to_several").notNull().default(false),
    sentAt: instant("sent_at").notNull(),
    /** When its words were first shown to the other side, and to whom. */
    readAt: instant("read_at"),
    readBy: uuid("read_by"),
    /** Taken back before anybody else could read it: its words are gone. */
    takenBackAt: instant("taken_back_at"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.authorId], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.readBy], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({
      columns: [t.practiceId, t.attemptId],
      foreignColumns: [exerciseAttempt.practiceId, exerciseAttempt.id],
    }),
    index("message_client").on(t.practiceId, t.clientId, t.sentAt.desc()),
  ],
);

export const messageBody = sealedColumn("message", "body");
