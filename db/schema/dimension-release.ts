import { foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { assessment } from "./assessments";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** A therapist's decision that the client may see their own five dimensions, or no longer. The newest row counts. */
export const dimensionRelease = pgTable(
  "dimension_release",
  {
    ...tenantId(),
    assessmentId: uuid("assessment_id").notNull(),
    decision: text("decision", { enum: ["released", "withdrawn"] }).notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.assessmentId], foreignColumns: [assessment.practiceId, assessment.id] }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    index("dimension_release_assessment").on(t.practiceId, t.assessmentId, t.decidedAt.desc()),
  ],
);
