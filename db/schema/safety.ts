import { date, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { client } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** Something that needs a person: "I don't feel safe", a critical answer, a positive screen. */
export const safetyEvent = pgTable(
  "safety_event",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    source: text("source", { enum: ["client_button", "critical_item", "screen", "staff"] }).notNull(),
    contextKey: text("context_key"),
    openedAt: instant("opened_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    index("safety_event_client").on(t.practiceId, t.clientId, t.openedAt.desc()),
  ],
);

/** Acknowledged, escalated, closed: rows are only added. */
export const safetyEventStep = pgTable(
  "safety_event_step",
  {
    ...tenantId(),
    eventId: uuid("event_id").notNull(),
    step: text("step", { enum: ["acknowledged", "escalated", "closed"] }).notNull(),
    noteSealed: text("note_sealed"),
    takenBy: uuid("taken_by"),
    escalatedTo: uuid("escalated_to"),
    takenAt: instant("taken_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.eventId], foreignColumns: [safetyEvent.practiceId, safetyEvent.id] }),
    foreignKey({ columns: [t.practiceId, t.takenBy], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.escalatedTo], foreignColumns: [account.practiceId, account.id] }),
    index("safety_event_step_event").on(t.practiceId, t.eventId, t.takenAt),
  ],
);

/** What the gate is worked out from: screen results, a clinician's stop or release. The newest valid row counts. */
export const safetyDecision = pgTable(
  "safety_decision",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    state: text("state", { enum: ["clear", "concern", "stop"] }).notNull(),
    basis: text("basis", { enum: ["screen", "clinician"] }).notNull(),
    reasonSealed: text("reason_sealed"),
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at").notNull(),
    expiresOn: date("expires_on", { mode: "string" }),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    index("safety_decision_client").on(t.practiceId, t.clientId, t.decidedAt.desc()),
  ],
);
