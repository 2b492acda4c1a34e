import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { account, practice } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** What the practice said of itself, each time whole: rows are only added. Name and zone stand in `practice` as well, for every reader. */
export const practiceDetail = pgTable(
  "practice_detail",
  {
    ...tenantId(),
    name: text("name").notNull(),
    zone: text("zone").notNull(),
    /** A `WorkingHours` of lib/identity/working-hours.ts, for colleagues who gave none of their own. */
    hours: jsonb("hours"),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId], foreignColumns: [practice.practiceId] }),
    foreignKey({ columns: [t.practiceId, t.setBy], foreignColumns: [account.practiceId, account.id] }),
    index("practice_detail_newest").on(t.practiceId, t.setAt.desc()),
  ],
);

/** The set-up list put away, and taken out again: the newest counts, none leaves it out. */
export const setUpListStep = pgTable(
  "set_up_list_step",
  {
    ...tenantId(),
    decision: text("decision", { enum: ["put-away", "taken-out"] }).notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    index("set_up_list_step_newest").on(t.practiceId, t.decidedAt.desc()),
    check("set_up_list_step_decision", sql`${t.decision} in ('put-away', 'taken-out')`),
  ],
);
