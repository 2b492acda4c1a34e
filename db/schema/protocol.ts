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
import { client, couple } from "./clients";
import { account, practice } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** A published version never changes; an enrolment pins the version that it started with. */
export const protocolVersion = pgTable(
  "protocol_version",
  {
    ...tenantId(),
    key: text("key").notNull(),
    version: integer("version").notNull(),
    title: text("title").notNull(),
    definition: jsonb("definition").notNull(),
    publishedAt: instant("published_at"),
    publishedBy: uuid("published_by"),
    /** A draft that was given up: it is kept, and nobody is offered it any more. */
    discardedAt: instant("discarded_at"),
    discardedBy: uuid("discarded_by"),
    createdBy: uuid("created_by"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId], foreignColumns: [practice.practiceId] }),
    foreignKey({ columns: [t.practiceId, t.createdBy], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.publishedBy], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.discardedBy], foreignColumns: [account.practiceId, account.id] }),
    check("protocol_version_discarded", sql`${t.publishedAt} is null or ${t.discardedAt} is null`),
    uniqueIndex("protocol_version_once").on(t.practiceId, t.key, t.version),
  ],
);

/** Whether a version of a practice's own is put away: not offered any more, and never lost. Rows are only added; the newest counts. */
export const protocolArchiving = pgTable(
  "protocol_archiving",
  {
    ...tenantId(),
    versionId: uuid("version_id").notNull(),
    isArchived: boolean("is_archived").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      columns: [t.practiceId, t.versionId],
      foreignColumns: [protocolVersion.practiceId, protocolVersion.id],
    }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    index("protocol_archiving_version").on(t.practiceId, t.versionId, t.decidedAt.desc()),
  ],
);

export const enrolment = pgTable(
  "enrolment",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    protocolVersionId: uuid("protocol_version_id").notNull(),
    /** The first day on which the weeks may begin; the weeks of joint steps are counted from it. */
    startDate: date("start_date", { mode: "string" }).notNull(),
    /** The day on which they began: the start, or a later day on which the client had arrived. Null while they wait. */
    begunOn: date("begun_on", { mode: "string" }),
    /** While they wait: the day from which what belongs to them was laid out last. */
    laidOutFrom: date("laid_out_from", { mode: "string" }),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({
      columns: [t.practiceId, t.protocolVersionId],
      foreignColumns: [protocolVersion.practiceId, protocolVersion.id],
    }),
    foreignKey({ columns: [t.practiceId, t.createdBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("enrolment_client_start").on(t.practiceId, t.clientId, t.startDate),
  ],
);

/** That the weeks need not wait for the first assessment, with a reason. */
export const baselineWaiver = pgTable(
  "baseline_waiver",
  {
    ...tenantId(),
    enrolmentId: uuid("enrolment_id").notNull(),
    reasonSealed: text("reason_sealed").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.enrolmentId], foreignColumns: [enrolment.practiceId, enrolment.id] }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("baseline_waiver_once").on(t.practiceId, t.enrolmentId),
  ],
);
export const baselineWaiverReason = sealedColumn("baseline_waiver", "reason");

/** Hold, release, repeat, swap, drop, dose, pause, resume, end, extend, undo: each with author, time and reason. */
export const enrolmentDecision = pgTable(
  "enrolment_decision",
  {
    ...tenantId(),
    enrolmentId: uuid("enrolment_id").notNull(),
    effectiveOn: date("effective_on", { mode: "string" }).notNull(),
    /** A `Change` of lib/protocol/decision.ts: what was decided, with its kind. */
    change: jsonb("change").notNull(),
    undoesId: uuid("undoes_id"),
    reasonSealed: text("reason_sealed"),
    wordsSealed: text("words_sealed"),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
    /** Own steps of two who are linked are one decision: a row on each path, of this couple, and both point to the first. */
    coupleId: uuid("couple_id"),
    togetherId: uuid("together_id"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.enrolmentId], foreignColumns: [enrolment.practiceId, enrolment.id] }),
    foreignKey({ columns: [t.practiceId, t.undoesId], foreignColumns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.coupleId], foreignColumns: [couple.practiceId, couple.id] }),
    foreignKey({ columns: [t.practiceId, t.togetherId], foreignColumns: [t.practiceId, t.id] }),
    check("enrolment_decision_together", sql`(${t.coupleId} is null) = (${t.togetherId} is null)`),
    uniqueIndex("enrolment_decision_together_once").on(t.practiceId, t.togetherId, t.enrolmentId),
    uniqueIndex("enrolment_decision_undone_once").on(t.practiceId, t.undoesId),
    index("enrolment_decision_enrolment").on(t.practiceId, t.enrolmentId, t.decidedAt),
  ],
);

export const enrolmentDecisionReason = sealedColumn("enrolment_decision", "reason");
export const enrolmentDecisionWords = sealedColumn("enrolment_decision", "words");

/** What a clinician said to a proposal, with the evidence as it stood: nothing on the path changes by it. */
export const protocolProposalAnswer = pgTable(
  "protocol_proposal_answer",
  {
    ...tenantId(),
    enrolmentId: uuid("enrolment_id").notNull(),
    kind: text("kind", { enum: ["go-gentler", "next-phase"] }).notNull(),
    /** The exercise that a gentler step was proposed for; the phase that the next one was. */
    about: text("about").notNull(),
    answer: text("answer", { enum: ["accepted", "dismissed"] }).notNull(),
    /** The client's local date: only what happens after it brings the same proposal up again. */
    answeredOn: date("answered_on", { mode: "string" }).notNull(),
    evidenceSealed: text("evidence_sealed").notNull(),
    noteSealed: text("note_sealed").notNull(),
    answeredBy: uuid("answered_by").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.enrolmentId], foreignColumns: [enrolment.practiceId, enrolment.id] }),
    foreignKey({ columns: [t.practiceId, t.answeredBy], foreignColumns: [account.practiceId, account.id] }),
    index("protocol_proposal_answer_enrolment").on(t.practiceId, t.enrolmentId, t.answeredAt),
  ],
);

export const proposalAnswerEvidence = sealedColumn("protocol_proposal_answer", "evidence");
export const proposalAnswerNote = sealedColumn("protocol_proposal_answer", "note");

/** An enrolment moved to another version by hand, with a reason; the days before keep the version they had. */
export const enrolmentMove = pgTable(
  "enrolment_move",
  {
    ...tenantId(),
    enrolmentId: uuid("enrolment_id").notNull(),
    fromVersionId: uuid("from_version_id").notNull(),
    toVersionId: uuid("to_version_id").notNull(),
    effectiveOn: date("effective_on", { mode: "string" }).notNull(),
    /** The move that this one takes back. */
    withdrawsId: uuid("withdraws_id"),
    reasonSealed: text("reason_sealed").notNull(),
    /** What the client reads about it; null where their pages stay the same, or nothing is to be said. */
    wordsSealed: text("words_sealed"),
    movedBy: uuid("moved_by").notNull(),
    movedAt: instant("moved_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.enrolmentId], foreignColumns: [enrolment.practiceId, enrolment.id] }),
    foreignKey({
      columns: [t.practiceId, t.fromVersionId],
      foreignColumns: [protocolVersion.practiceId, protocolVersion.id],
    }),
    foreignKey({
      columns: [t.practiceId, t.toVersionId],
      foreignColumns: [protocolVersion.practiceId, protocolVersion.id],
    }),
    foreignKey({ columns: [t.practiceId, t.withdrawsId], foreignColumns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.movedBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("enrolment_move_withdrawn_once").on(t.practiceId, t.withdrawsId),
    index("enrolment_move_enrolment").on(t.practiceId, t.enrolmentId, t.movedAt),
  ],
);

export const enrolmentMoveReason = sealedColumn("enrolment_move", "reason");
export const enrolmentMoveWords = sealedColumn("enrolment_move", "words");

/** The plan for the time after, in the client's words. The newest counts; the earlier ones stay. */
export const maintenancePlan = pgTable(
  "keep_going_plan",
  {
    ...tenantId(),
    enrolmentId: uuid("enrolment_id").notNull(),
    /** A `MaintenancePlan` of lib/protocol/maintenance-plan.ts, as JSON. */
    planSealed: text("plan_sealed").notNull(),
    writtenBy: uuid("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.enrolmentId], foreignColumns: [enrolment.practiceId, enrolment.id] }),
    foreignKey({ columns: [t.practiceId, t.writtenBy], foreignColumns: [account.practiceId, account.id] }),
    index("keep_going_plan_enrolment").on(t.practiceId, t.enrolmentId, t.writtenAt.desc()),
  ],
);

export const maintenancePlanWords = sealedColumn("keep_going_plan", "plan");
