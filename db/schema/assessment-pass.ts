import { foreignKey, index, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { assessment } from "./assessments";
import { account, bytea } from "./identity";
import { doorReads, instant, tenantId, tenantRules } from "./tenant";

/** In-session mode: a token that opens one sitting and nothing else, on the therapist's device. */
export const assessmentPass = pgTable(
  "assessment_pass",
  {
    ...tenantId(),
    assessmentId: uuid("assessment_id").notNull(),
    tokenHash: bytea("token_hash").notNull(),
    openedBy: uuid("opened_by").notNull(),
    openedAt: instant("opened_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.assessmentId], foreignColumns: [assessment.practiceId, assessment.id] }),
    foreignKey({ columns: [t.practiceId, t.openedBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("assessment_pass_token_once").on(t.practiceId, t.tokenHash),
    // Looked for before it is known in which practice.
    index("assessment_pass_token").on(t.tokenHash),
    doorReads(),
  ],
);
