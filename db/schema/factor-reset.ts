import { foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sealedColumn } from "../sealed";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** A second factor taken away for somebody who lost it and the recovery codes. By nobody: from the machine itself. */
export const factorReset = pgTable(
  "factor_reset",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    resetBy: uuid("reset_by"),
    resetAt: instant("reset_at").notNull(),
    reasonSealed: text("reason_sealed").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.resetBy], foreignColumns: [account.practiceId, account.id] }),
    index("factor_reset_account").on(t.practiceId, t.accountId, t.resetAt.desc()),
  ],
);

export const factorResetReason = sealedColumn("factor_reset", "reason");
