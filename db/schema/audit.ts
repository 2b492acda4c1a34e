import { foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { practice } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** Who did or read what, when. Ids only, never content. The application may add rows and read them, nothing else. */
export const auditEntry = pgTable(
  "audit_entry",
  {
    ...tenantId(),
    at: instant("at").notNull(),
    actorId: uuid("actor_id"),
    actorRole: text("actor_role").notNull(),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: uuid("subject_id"),
    clientId: uuid("client_id"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId], foreignColumns: [practice.practiceId] }),
    index("audit_entry_at").on(t.practiceId, t.at.desc()),
    index("audit_entry_client").on(t.practiceId, t.clientId, t.at.desc()),
  ],
);
