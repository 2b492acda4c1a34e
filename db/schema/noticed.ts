import { foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { NoticedKind } from "@/lib/audit/noticed";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/**
 * The security log: what was refused to an account, or to whoever said that it was theirs. Never what was asked for. The
 * application may add rows and read them; the worker lets them go by age.
 */
export const noticed = pgTable(
  "noticed",
  {
    ...tenantId(),
    at: instant("at").notNull(),
    kind: text("kind").$type<NoticedKind>().notNull(),
    accountId: uuid("account_id").notNull(),
    /** Of the id of the sign-in: one is told from another, and none can be found by it. */
    sessionMark: text("session_mark"),
    device: text("device").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    index("noticed_account").on(t.practiceId, t.accountId, t.at.desc()),
    index("noticed_at").on(t.practiceId, t.at.desc()),
  ],
);
