import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { AnswerWindow, AssignmentRule } from "@/lib/assessments/assignment-rule";
import type { EarlierDraft } from "@/lib/assessments/build/earlier";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { account, practice } from "./identity";
import { enrolmentDecision } from "./protocol";
import { instant, tenantId, tenantRules } from "./tenant";

export const instrumentVersion = pgTable(
  "instrument_version",
  {
    ...tenantId(),
    key: text("key").notNull(),
    version: integer("version").notNull(),
    title: text("title").notNull(),
    definition: jsonb("definition").notNull(),
    publishedAt: instant("published_at"),
    publishedBy: uuid("published_by"),
    createdAt: instant("created_at").notNull(),
    /** A draft of a next version that was given up: it is kept, can be taken back, and is no draft meanwhile. */
    discardedAt: instant("discarded_at"),
    discardedBy: uuid("discarded_by"),
    /** What a draft was before each of its last steps, so that they can be taken back; empty once it is published. */
    earlier: jsonb("earlier").$type<EarlierDraft[]>().notNull().default(sql`'[]'::jsonb`),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId], foreignColumns: [practice.practiceId] }),
    foreignKey({ columns: [t.practiceId, t.publishedBy], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.discardedBy], foreignColumns: [account.practiceId, account.id] }),
    check("instrument_version_discarded", sql`${t.publishedAt} is null or ${t.discardedAt} is null`),
    uniqueIndex("instrument_version_once").on(t.practiceId, t.key, t.version),
  ],
);

/** One instrument asked of one client by a rule. Its occurrences are rows of `assessment`. */
export const assignment = pgTable(
  "assignment",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    instrumentVersionId: uuid("instrument_version_id").notNull(),
    rule: jsonb("rule").$type<AssignmentRule>().notNull(),
    answerWindow: jsonb("answer_window").$type<AnswerWindow>().notNull(),
    /** Null: as the instrument says. */
    layout: text("layout", { enum: ["one-at-a-time", "one-page"] }),
    assignedBy: uuid("assigned_by").notNull(),
    assignedAt: instant("assigned_at").notNull(),
    endedBy: uuid("ended_by"),
    endedAt: instant("ended_at"),
    /** Counts the changes of the rule; the newest row of `assignment_change` made the present one. */
    edition: integer("edition").notNull().default(1),
    /** Set while the rule has no end: the day through which its sittings exist. The worker moves it on. */
    scheduledThrough: date("laid_through", { mode: "string" }),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({
      columns: [t.practiceId, t.instrumentVersionId],
      foreignColumns: [instrumentVersion.practiceId, instrumentVersion.id],
    }),
    foreignKey({ columns: [t.practiceId, t.assignedBy], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.endedBy], foreignColumns: [account.practiceId, account.id] }),
    index("assignment_client").on(t.practiceId, t.clientId),
  ],
);

/** One sitting that a client is asked for. What asks, `occasion`, `edition` and `attempt` name it once per client. */
export const assessment = pgTable(
  "assessment",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    instrumentVersionId: uuid("instrument_version_id").notNull(),
    /** Its place in the protocol, "five-dimensions:week-0", or in its rule, "week-3". */
    occasion: text("occasion").notNull(),
    /** The edition of the rule that laid it out. */
    edition: integer("edition").notNull().default(1),
    /** Asked for anew after a decision about the path took it away and another brought it back. */
    attempt: integer("attempt").notNull().default(1),
    weekNumber: smallint("week_number"),
    opensOn: date("opens_on", { mode: "string" }).notNull(),
    dueOn: date("due_on", { mode: "string" }),
    expiresOn: date("expires_on", { mode: "string" }),
    /** The rule it came from; null when the protocol asks for it. */
    assignmentId: uuid("assignment_id"),
    assignedBy: uuid("assigned_by"),
    assignedAt: instant("assigned_at").notNull(),
    startedAt: instant("started_at"),
    submittedAt: instant("submitted_at"),
    localDate: date("local_date", { mode: "string" }),
    reviewedBy: uuid("reviewed_by"),
    reviewedAt: instant("reviewed_at"),
    /** Talked about in a session: the client sees it. */
    discussedBy: uuid("discussed_by"),
    discussedAt: instant("discussed_at"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({
      columns: [t.practiceId, t.instrumentVersionId],
      foreignColumns: [instrumentVersion.practiceId, instrumentVersion.id],
    }),
    foreignKey({ columns: [t.practiceId, t.assignedBy], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.reviewedBy], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.discussedBy], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.assignmentId], foreignColumns: [assignment.practiceId, assignment.id] }),
    unique("assessment_asked_once")
      .on(t.practiceId, t.clientId, t.assignmentId, t.occasion, t.edition, t.attempt)
      .nullsNotDistinct(),
    index("assessment_client").on(t.practiceId, t.clientId, t.submittedAt.desc()),
    index("assessment_open").on(t.practiceId, t.clientId, t.dueOn).where(sql`${t.submittedAt} is null`),
    index("assessment_unseen")
      .on(t.practiceId, t.clientId)
      .where(sql`submitted_at is not null and reviewed_at is null`),
    index("assessment_baseline").on(t.practiceId, t.clientId).where(sql`week_number = 0 and submitted_at is not null`),
  ],
);

/** Cancelled before it was answered, or voided after ("wrong person answered"): a row with an author and a reason. */
export const assessmentWithdrawal = pgTable(
  "assessment_withdrawal",
  {
    ...tenantId(),
    assessmentId: uuid("assessment_id").notNull(),
    kind: text("kind", { enum: ["cancelled", "voided"] }).notNull(),
    reasonSealed: text("reason_sealed"),
    withdrawnBy: uuid("withdrawn_by").notNull(),
    withdrawnAt: instant("withdrawn_at").notNull(),
    /** The decision about the path that left it without a day; null when a person cancelled or voided it. */
    withdrawnByDecisionId: uuid("withdrawn_by_decision_id"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.assessmentId], foreignColumns: [assessment.practiceId, assessment.id] }),
    foreignKey({ columns: [t.practiceId, t.withdrawnBy], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({
      columns: [t.practiceId, t.withdrawnByDecisionId],
      foreignColumns: [enrolmentDecision.practiceId, enrolmentDecision.id],
    }),
    uniqueIndex("assessment_withdrawal_once").on(t.practiceId, t.assessmentId),
  ],
);

export const assessmentWithdrawalReason = sealedColumn("assessment_withdrawal", "reason");

/** One answer per item and form. Changes until the assessment is submitted; a trigger freezes it then. */
export const assessmentAnswer = pgTable(
  "assessment_answer",
  {
    ...tenantId(),
    assessmentId: uuid("assessment_id").notNull(),
    itemId: text("item_id").notNull(),
    form: text("form", { enum: ["now", "wished"] }).notNull(),
    /** Null with nothing sealed: the person preferred not to answer, which is not the same as not asked. */
    value: numeric("value", { mode: "number" }),
    /** JSON of the answer, where it is in words or about safety. */
    valueSealed: text("value_sealed"),
    /** When it reached the practice: a sitting stays open from here on. */
    answeredAt: instant("answered_at").notNull(),
    /** How long it had waited on the person's device by then, as the device says. */
    waitedMs: integer("waited_ms").notNull().default(0),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.assessmentId], foreignColumns: [assessment.practiceId, assessment.id] }),
    uniqueIndex("assessment_answer_once").on(t.practiceId, t.assessmentId, t.itemId, t.form),
  ],
);

/** An answer in words is bound to its question, so that it opens nowhere else. */
export const assessmentAnswerValue = sealedColumn(
  "assessment_answer",
  "value",
  (row: { assessmentId: string; form: string; itemId: string }) => `${row.assessmentId}/${row.form}/${row.itemId}`,
);

export const assessmentScore = pgTable(
  "assessment_score",
  {
    ...tenantId(),
    assessmentId: uuid("assessment_id").notNull(),
    form: text("form", { enum: ["now", "wished"] }).notNull(),
    scaleKey: text("scale_key").notNull(),
    status: text("status", { enum: ["scored", "prorated", "unscored"] }).notNull(),
    score: numeric("score", { mode: "number" }),
    answered: smallint("answered").notNull(),
    items: smallint("items").notNull(),
    instrumentVersionId: uuid("instrument_version_id").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.assessmentId], foreignColumns: [assessment.practiceId, assessment.id] }),
    foreignKey({
      columns: [t.practiceId, t.instrumentVersionId],
      foreignColumns: [instrumentVersion.practiceId, instrumentVersion.id],
    }),
    uniqueIndex("assessment_score_once").on(t.practiceId, t.assessmentId, t.form, t.scaleKey),
    check("assessment_score_present", sql`(${t.status} = 'unscored') = (${t.score} is null)`),
  ],
);

export const assessmentFlag = pgTable(
  "assessment_flag",
  {
    ...tenantId(),
    assessmentId: uuid("assessment_id").notNull(),
    kind: text("kind").notNull(),
    detail: jsonb("detail").notNull().default(sql`'{}'::jsonb`),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.assessmentId], foreignColumns: [assessment.practiceId, assessment.id] }),
    uniqueIndex("assessment_flag_once").on(t.practiceId, t.assessmentId, t.kind),
  ],
);
