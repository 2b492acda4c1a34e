import { foreignKey, index, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** What a clinician decided after connection had fallen, and of which week of the path. Rows are only added. */
export const signalAnswer = pgTable(
  "signal_answer",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    week: smallint("week").notNull(),
    noteSealed: text("note_sealed").notNull(),
    answeredBy: uuid("answered_by").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.answeredBy], foreignColumns: [account.practiceId, account.id] }),
    index("signal_answer_client").on(t.practiceId, t.clientId, t.answeredAt.desc()),
  ],
);

export const signalAnswerNote = sealedColumn("signal_answer", "note");
