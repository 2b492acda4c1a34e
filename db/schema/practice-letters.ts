import { foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { account, practice } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** How a practice's letters look. Rows are only added; the newest counts, none: Nearer writes, and answers come to its address. */
export const practiceLetters = pgTable(
  "practice_letters",
  {
    ...tenantId(),
    /** Whose name stands above letters to clients. */
    sender: text("sender").notNull(),
    /** Where answers of staff and of whoever is invited go. Null: to the address that letters come from. */
    replyTo: text("reply_to"),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId], foreignColumns: [practice.practiceId] }),
    foreignKey({ columns: [t.practiceId, t.setBy], foreignColumns: [account.practiceId, account.id] }),
    index("practice_letters_newest").on(t.practiceId, t.setAt.desc()),
  ],
);
