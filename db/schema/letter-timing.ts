import { foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { letterTimings, timedLetters } from "@/lib/messages/letter-timing";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** How soon somebody on the staff wants which letters. Rows are only added; the newest of each group counts, none: the usual. */
export const letterTiming = pgTable(
  "letter_timing",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    about: text("about", { enum: timedLetters }).notNull(),
    timing: text("timing", { enum: letterTimings }).notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    index("letter_timing_account").on(t.practiceId, t.accountId, t.about, t.chosenAt.desc()),
  ],
);
