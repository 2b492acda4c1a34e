import { boolean, foreignKey, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** Who reads which chart as a table. No row: as a picture. */
export const chartChoice = pgTable(
  "chart_choice",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    chart: text("chart").notNull(),
    asTable: boolean("as_table").notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("chart_choice_once").on(t.practiceId, t.accountId, t.chart),
  ],
);
