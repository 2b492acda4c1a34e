import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { followUpItems, followUpOutcomes } from "@/lib/couples/link-follow-up";
import { sealedColumn } from "../sealed";
import { client, couple } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/**
 * What was looked after for one of two people after their link ended. Rows are only added; the newest of an item counts, and
 * `open` takes an answer back.
 */
export const linkFollowUp = pgTable(
  "link_follow_up",
  {
    ...tenantId(),
    coupleId: uuid("couple_id").notNull(),
    clientId: uuid("client_id").notNull(),
    item: text("item", { enum: followUpItems }).notNull(),
    outcome: text("outcome", { enum: followUpOutcomes }).notNull(),
    reasonSealed: text("reason_sealed"),
    answeredBy: uuid("answered_by").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.coupleId], foreignColumns: [couple.practiceId, couple.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.answeredBy], foreignColumns: [account.practiceId, account.id] }),
    check("link_follow_up_reason", sql`${t.outcome} <> 'set-aside' or ${t.reasonSealed} is not null`),
    index("link_follow_up_newest").on(t.practiceId, t.clientId, t.coupleId, t.item, t.answeredAt.desc()),
  ],
);
export const linkFollowUpReason = sealedColumn("link_follow_up", "reason");
