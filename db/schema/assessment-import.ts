import { foreignKey, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { assessment } from "./assessments";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** Answers that staff brought in from a file: who did it and when. The client did not give them here. */
export const assessmentImport = pgTable(
  "assessment_import",
  {
    ...tenantId(),
    assessmentId: uuid("assessment_id").notNull(),
    /** When they were given, as the file says it: a moment, or a day alone. */
    authored: text("authored").notNull(),
    importedBy: uuid("imported_by").notNull(),
    importedAt: instant("imported_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.assessmentId], foreignColumns: [assessment.practiceId, assessment.id] }),
    foreignKey({ columns: [t.practiceId, t.importedBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("assessment_import_once").on(t.practiceId, t.assessmentId),
  ],
);
