import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { emergencySteps } from "@/lib/clients/emergency";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** One record, opened in an emergency by somebody for an hour. Rows are only added; it ends by itself. */
export const emergencyAccess = pgTable(
  "emergency_access",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    reasonSealed: text("reason_sealed").notNull(),
    openedBy: uuid("opened_by").notNull(),
    openedAt: instant("opened_at").notNull(),
    endsAt: instant("ends_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.openedBy], foreignColumns: [account.practiceId, account.id] }),
    index("emergency_access_by").on(t.practiceId, t.openedBy, t.endsAt.desc()),
    index("emergency_access_client").on(t.practiceId, t.clientId, t.openedAt.desc()),
    check(
      "emergency_access_hour",
      sql`${t.endsAt} > ${t.openedAt} and ${t.endsAt} <= ${t.openedAt} + interval '60 minutes'`,
    ),
  ],
);
export const emergencyAccessReason = sealedColumn("emergency_access", "reason");

/** That it was ended before its hour, or that somebody else looked at it afterwards. Each once. */
export const emergencyStep = pgTable(
  "emergency_step",
  {
    ...tenantId(),
    accessId: uuid("access_id").notNull(),
    kind: text("kind", { enum: emergencySteps }).notNull(),
    noteSealed: text("note_sealed"),
    takenBy: uuid("taken_by").notNull(),
    takenAt: instant("taken_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      columns: [t.practiceId, t.accessId],
      foreignColumns: [emergencyAccess.practiceId, emergencyAccess.id],
    }),
    foreignKey({ columns: [t.practiceId, t.takenBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("emergency_step_once").on(t.practiceId, t.accessId, t.kind),
    check("emergency_step_note", sql`(${t.kind} = 'reviewed') = (${t.noteSealed} is not null)`),
  ],
);
export const emergencyStepNote = sealedColumn("emergency_step", "note");
