import { bigint, foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
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

/**
 * The entries of a practice in one chain: each link holds the hash of its entry and of the link before it, so that nobody
 * changes, removes or adds one in the past without the rest not fitting any more. Its id is the entry’s. The worker’s alone.
 */
export const auditLink = pgTable(
  "audit_link",
  {
    ...tenantId(),
    /** From 1, without a gap. */
    number: bigint("number", { mode: "number" }).notNull(),
    hash: text("hash").notNull(),
    linkedAt: instant("linked_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.id], foreignColumns: [auditEntry.practiceId, auditEntry.id] }),
    uniqueIndex("audit_link_number").on(t.practiceId, t.number),
  ],
);

/** How the chain was found, once a day. Null where it was whole. */
export const auditCheck = pgTable(
  "audit_check",
  {
    ...tenantId(),
    checkedAt: instant("checked_at").notNull(),
    entries: integer("entries").notNull(),
    fault: text("fault"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId], foreignColumns: [practice.practiceId] }),
    index("audit_check_at").on(t.practiceId, t.checkedAt.desc()),
  ],
);
