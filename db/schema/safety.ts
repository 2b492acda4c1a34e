import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { sealedColumn } from "../sealed";
import { assessment } from "./assessments";
import { client } from "./clients";
import { account, practice } from "./identity";
import { doorReads, instant, tenantId, tenantRules } from "./tenant";

/** Something that needs a person: "I don't feel safe", a critical answer, a positive screen, a therapist's own concern. */
export const safetyEvent = pgTable(
  "safety_event",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    source: text("source", { enum: ["not-safe-button", "screen", "critical-answer", "therapist"] }).notNull(),
    /** Where it happened: the key of an exercise, or null on Today. */
    place: text("place"),
    openedAt: instant("opened_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    index("safety_event_client").on(t.practiceId, t.clientId, t.openedAt.desc()),
    doorReads(),
  ],
);

/**
 * What was said that opened an event or came to it: instrument, question, answer and the rule's sentence, sealed as they
 * were at that moment. It stays when the answer is taken back or never sent. Rows are only added.
 */
export const safetyEventAnswer = pgTable(
  "safety_event_answer",
  {
    ...tenantId(),
    eventId: uuid("event_id").notNull(),
    assessmentId: uuid("assessment_id").notNull(),
    /** A `SaidAnswer` of lib/safety/said-answers.ts. */
    detailSealed: text("detail_sealed").notNull(),
    /** About dying or a marker of high danger: “I am on it” runs out sooner. */
    isDanger: boolean("is_danger").notNull(),
    givenAt: instant("given_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.eventId], foreignColumns: [safetyEvent.practiceId, safetyEvent.id] }),
    foreignKey({ columns: [t.practiceId, t.assessmentId], foreignColumns: [assessment.practiceId, assessment.id] }),
    index("safety_event_answer_event").on(t.practiceId, t.eventId, t.givenAt),
    index("safety_event_answer_assessment").on(t.practiceId, t.assessmentId),
  ],
);

export const safetyEventAnswerDetail = sealedColumn("safety_event_answer", "detail");

/** What a client said about their own event later. It changes no order, clock or letter: somebody else may have pressed it. */
export const safetyEventWord = pgTable(
  "safety_event_word",
  {
    ...tenantId(),
    eventId: uuid("event_id").notNull(),
    word: text("word", { enum: ["mistake", "safe-now"] }).notNull(),
    saidAt: instant("said_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.eventId], foreignColumns: [safetyEvent.practiceId, safetyEvent.id] }),
    uniqueIndex("safety_event_word_once").on(t.practiceId, t.eventId, t.word),
  ],
);

/** A colleague who is never told about a client, such as a relative of the partner. The newest of a pair counts. */
export const safetyUntold = pgTable(
  "safety_untold",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    accountId: uuid("account_id").notNull(),
    decision: text("decision", { enum: ["named", "lifted"] }).notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    index("safety_untold_pair").on(t.practiceId, t.clientId, t.accountId, t.decidedAt.desc()),
  ],
);

/** Acknowledged, noted, escalated, closed: rows are only added. */
export const safetyEventStep = pgTable(
  "safety_event_step",
  {
    ...tenantId(),
    eventId: uuid("event_id").notNull(),
    kind: text("kind", { enum: ["acknowledged", "noted", "escalated", "closed"] }).notNull(),
    escalatedTo: text("escalated_to", { enum: ["therapist", "supervisor", "owner"] }),
    noteSealed: text("note_sealed"),
    takenBy: uuid("taken_by"),
    takenAt: instant("taken_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.eventId], foreignColumns: [safetyEvent.practiceId, safetyEvent.id] }),
    foreignKey({ columns: [t.practiceId, t.takenBy], foreignColumns: [account.practiceId, account.id] }),
    index("safety_event_step_event").on(t.practiceId, t.eventId, t.takenAt),
    doorReads(),
  ],
);

export const safetyEventStepNote = sealedColumn("safety_event_step", "note");

/** What safety questions ask for: a row whenever a card raises more or is sent, the newest with the most careful of its sittings. */
export const safetyScreen = pgTable(
  "safety_screen",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    outcome: text("outcome", { enum: ["clear", "unfinished", "concern", "stop"] }).notNull(),
    /** What two accounts of one couple are compared by; null in screens that do not ask, or were left open there. */
    ...{ reportsHarm: boolean("reports_harm"), ownHarm: boolean("own_harm") },
    /** The card that was answered. Null where the row's own id is the assessment's: from before sittings were kept apart. */
    assessmentId: uuid("assessment_id"),
    /** Said in a sitting that was not sent by then: it raises the gate and is no screening. */
    isDraft: boolean("is_draft").notNull().default(false),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.assessmentId], foreignColumns: [assessment.practiceId, assessment.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    index("safety_screen_client").on(t.practiceId, t.clientId, t.answeredAt.desc()),
  ],
);

/** A named clinician's decision about the gate, with its reason. The gate is worked out from these and the screens. */
export const safetyDecision = pgTable(
  "safety_decision",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    kind: text("kind", { enum: ["clear", "concern", "stop"] }).notNull(),
    talkedAlone: boolean("talked_alone").notNull(),
    /** The talk alone: which day, how, and whether the person said that nobody could hear. */
    talkOn: date("talk_on", { mode: "string" }),
    talkWay: text("talk_way", { enum: ["in-person", "phone", "video"] }),
    talkUnheard: boolean("talk_unheard"),
    reasonSealed: text("reason_sealed").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    index("safety_decision_client").on(t.practiceId, t.clientId, t.decidedAt.desc()),
  ],
);

export const safetyDecisionReason = sealedColumn("safety_decision", "reason");

/** How long an event may wait for somebody before the next person is asked. The newest row of a practice counts. */
export const safetySetting = pgTable(
  "safety_setting",
  {
    ...tenantId(),
    escalationMinutes: integer("escalation_minutes").notNull(),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId], foreignColumns: [practice.practiceId] }),
    foreignKey({ columns: [t.practiceId, t.setBy], foreignColumns: [account.practiceId, account.id] }),
    check("safety_setting_minutes", sql`${t.escalationMinutes} between 5 and 1440`),
    index("safety_setting_newest").on(t.practiceId, t.setAt.desc()),
  ],
);

/** The practice's own copy of a country's crisis contacts, as the owner checked it. The newest per country counts. */
export const crisisContactList = pgTable(
  "crisis_contact_list",
  {
    ...tenantId(),
    country: text("country").notNull(),
    /** A `PracticeContacts` of lib/safety/contact-form.ts; null gives the shipped numbers back. */
    contacts: jsonb("contacts"),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId], foreignColumns: [practice.practiceId] }),
    foreignKey({ columns: [t.practiceId, t.setBy], foreignColumns: [account.practiceId, account.id] }),
    index("crisis_contact_list_newest").on(t.practiceId, t.country, t.setAt.desc()),
  ],
);
