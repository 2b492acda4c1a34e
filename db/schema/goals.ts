import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { chartNoteKinds } from "@/lib/connection/chart-note";
import { type AgreedHow, type AgreedWith, agreedHow, agreedWith, goalMeasures, goalStepKinds } from "@/lib/goals/goal";
import { sealedColumn } from "../sealed";
import { appointment } from "./appointments";
import { client } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** A goal that was written down with a client. All that can change of it stands in its steps. */
export const goal = pgTable(
  "goal",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.setBy], foreignColumns: [account.practiceId, account.id] }),
    index("goal_client").on(t.practiceId, t.clientId),
  ],
);

/** What became of a goal, and what it is from then on. The newest counts. Rows are only added. */
export const goalStep = pgTable(
  "goal_step",
  {
    ...tenantId(),
    goalId: uuid("goal_id").notNull(),
    /** From 1, without a gap. */
    ordinal: smallint("ordinal").notNull(),
    kind: text("kind", { enum: goalStepKinds }).notNull(),
    wordsSealed: text("words_sealed").notNull(),
    measure: text("measure", { enum: goalMeasures }),
    /** 1 to 10 on connection, 0 to 96 on a dimension. */
    line: smallint("line"),
    isShown: boolean("is_shown").notNull(),
    agreedWith: text("agreed_with", { enum: Object.keys(agreedWith) as [AgreedWith] }).notNull(),
    agreedHow: text("agreed_how", { enum: Object.keys(agreedHow) as [AgreedHow] }).notNull(),
    agreedOn: date("agreed_on", { mode: "string" }).notNull(),
    noteSealed: text("note_sealed"),
    /** The session of a review, where it was in one that stands here. */
    appointmentId: uuid("appointment_id"),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.goalId], foreignColumns: [goal.practiceId, goal.id] }),
    foreignKey({ columns: [t.practiceId, t.appointmentId], foreignColumns: [appointment.practiceId, appointment.id] }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("goal_step_once").on(t.practiceId, t.goalId, t.ordinal),
    check(
      "goal_step_line",
      sql`(${t.measure} is null) = (${t.line} is null) and (${t.line} is null
        or case when ${t.measure} = 'connection' then ${t.line} between 1 and 10 else ${t.line} between 0 and 96 end)`,
    ),
  ],
);

export const goalStepWords = sealedColumn("goal_step", "words");
export const goalStepNote = sealedColumn("goal_step", "note");

/** Something that happened, on the connection chart of a client. All that can change of it stands in its steps. */
export const chartNote = pgTable(
  "chart_note",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    addedBy: uuid("added_by").notNull(),
    addedAt: instant("added_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.addedBy], foreignColumns: [account.practiceId, account.id] }),
    index("chart_note_client").on(t.practiceId, t.clientId),
  ],
);

/** What became of it, and what it says from then on. The newest counts. Rows are only added. */
export const chartNoteStep = pgTable(
  "chart_note_step",
  {
    ...tenantId(),
    chartNoteId: uuid("chart_note_id").notNull(),
    /** From 1, without a gap. */
    ordinal: smallint("ordinal").notNull(),
    kind: text("kind", { enum: chartNoteKinds }).notNull(),
    localDate: date("local_date", { mode: "string" }).notNull(),
    wordsSealed: text("words_sealed").notNull(),
    isShown: boolean("is_shown").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.chartNoteId], foreignColumns: [chartNote.practiceId, chartNote.id] }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("chart_note_step_once").on(t.practiceId, t.chartNoteId, t.ordinal),
  ],
);

export const chartNoteStepWords = sealedColumn("chart_note_step", "words");
