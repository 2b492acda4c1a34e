import { date, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** That a court asks for a record, or what became of that (`answersId`). Rows are only added. */
export const courtDemand = pgTable(
  "court_demand",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    answersId: uuid("answers_id"),
    dueOn: date("due_on", { mode: "string" }),
    wordsSealed: text("words_sealed").notNull(),
    notedBy: uuid("noted_by").notNull(),
    notedAt: instant("noted_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.answersId], foreignColumns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.notedBy], foreignColumns: [account.practiceId, account.id] }),
    index("court_demand_client").on(t.practiceId, t.clientId, t.notedAt),
  ],
);
export const courtDemandWords = sealedColumn("court_demand", "words");
