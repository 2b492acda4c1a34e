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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { client } from "./clients";
import { account, practice } from "./identity";
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
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId], foreignColumns: [practice.practiceId] }),
    foreignKey({ columns: [t.practiceId, t.publishedBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("instrument_version_once").on(t.practiceId, t.key, t.version),
  ],
);

/** One sitting that a client is asked for. `occasion` names it once per client: "five-dimensions:week-0". */
export const assessment = pgTable(
  "assessment",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    instrumentVersionId: uuid("instrument_version_id").notNull(),
    occasion: text("occasion").notNull(),
    weekNumber: smallint("week_number"),
    opensOn: date("opens_on", { mode: "string" }).notNull(),
    dueOn: date("due_on", { mode: "string" }),
    expiresOn: date("expires_on", { mode: "string" }),
    assignedBy: uuid("assigned_by"),
    assignedAt: instant("assigned_at").notNull(),
    startedAt: instant("started_at"),
    submittedAt: instant("submitted_at"),
    localDate: date("local_date", { mode: "string" }),
    reviewedBy: uuid("reviewed_by"),
    reviewedAt: instant("reviewed_at"),
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
    uniqueIndex("assessment_occasion_once").on(t.practiceId, t.clientId, t.occasion),
    index("assessment_client").on(t.practiceId, t.clientId, t.submittedAt.desc()),
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
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.assessmentId], foreignColumns: [assessment.practiceId, assessment.id] }),
    foreignKey({ columns: [t.practiceId, t.withdrawnBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("assessment_withdrawal_once").on(t.practiceId, t.assessmentId),
  ],
);

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
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.assessmentId], foreignColumns: [assessment.practiceId, assessment.id] }),
    uniqueIndex("assessment_answer_once").on(t.practiceId, t.assessmentId, t.itemId, t.form),
  ],
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
