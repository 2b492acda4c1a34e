import { foreignKey, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { AnswerWindow, AssignmentRule } from "@/lib/assessments/assignment-rule";
import { assignment } from "./assessments";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** How a rule was changed, by whom and when. Rows are only added; `assignment` holds the newest. */
export const assignmentChange = pgTable(
  "assignment_change",
  {
    ...tenantId(),
    assignmentId: uuid("assignment_id").notNull(),
    edition: integer("edition").notNull(),
    rule: jsonb("rule").$type<AssignmentRule>().notNull(),
    answerWindow: jsonb("answer_window").$type<AnswerWindow>().notNull(),
    layout: text("layout", { enum: ["one-at-a-time", "one-page"] }),
    changedBy: uuid("changed_by").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.assignmentId], foreignColumns: [assignment.practiceId, assignment.id] }),
    foreignKey({ columns: [t.practiceId, t.changedBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("assignment_change_once").on(t.practiceId, t.assignmentId, t.edition),
  ],
);
