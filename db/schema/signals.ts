import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { signalKinds } from "@/lib/signals/kinds";
import { lensKeys } from "@/lib/signals/lenses";
import { signalStates, signalSteps } from "@/lib/signals/settle";
import type { SignalData } from "@/lib/signals/signal-facts";
import { thresholdKeys } from "@/lib/signals/thresholds";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** What a clinician decided after connection had fallen, and of which week of the path. Rows are only added. */
export const signalAnswer = pgTable(
  "signal_answer",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    week: smallint("week").notNull(),
    noteSealed: text("note_sealed").notNull(),
    answeredBy: uuid("answered_by").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.answeredBy], foreignColumns: [account.practiceId, account.id] }),
    index("signal_answer_client").on(t.practiceId, t.clientId, t.answeredAt.desc()),
  ],
);

export const signalAnswerNote = sealedColumn("signal_answer", "note");

/**
 * One reason to look at a client, from when it opens until what it rests on is gone: one of each kind at a time, and one more
 * that tells of the partner. Written with what changes it, and where time alone does, by a round of the worker.
 */
export const signal = pgTable(
  "signal",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    kind: text("kind", { enum: signalKinds }).notNull(),
    /** Names what it rests on: another key is something new. */
    key: text("key").notNull(),
    data: jsonb("data").$type<SignalData>().notNull(),
    /** It would tell of the partner: read by who reads both. */
    isBoth: boolean("is_both").notNull(),
    state: text("state", { enum: signalStates }).notNull(),
    openedAt: instant("opened_at").notNull(),
    shownAt: instant("shown_at").notNull(),
    hiddenUntil: date("hidden_until", { mode: "string" }),
    resolvedAt: instant("resolved_at"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    uniqueIndex("signal_once").on(t.practiceId, t.clientId, t.kind, t.isBoth).where(sql`${t.resolvedAt} is null`),
    index("signal_client").on(t.practiceId, t.clientId, t.openedAt.desc()),
  ],
);

/** What happened to a signal, when, and by whom; nobody where it went by itself. Rows are only added. */
export const signalEvent = pgTable(
  "signal_event",
  {
    ...tenantId(),
    signalId: uuid("signal_id").notNull(),
    step: text("step", { enum: signalSteps }).notNull(),
    takenBy: uuid("taken_by"),
    takenAt: instant("taken_at").notNull(),
    /** The day until which it was snoozed. */
    until: date("until", { mode: "string" }),
    noteSealed: text("note_sealed"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.signalId], foreignColumns: [signal.practiceId, signal.id] }),
    foreignKey({ columns: [t.practiceId, t.takenBy], foreignColumns: [account.practiceId, account.id] }),
    index("signal_event_of").on(t.practiceId, t.signalId, t.takenAt),
  ],
);
export const signalEventNote = sealedColumn("signal_event", "note");

/** What somebody took a signal to be about, and where connection stood by then. Rows are only added. */
export const signalChoice = pgTable(
  "signal_choice",
  {
    ...tenantId(),
    signalId: uuid("signal_id").notNull(),
    lens: text("lens", { enum: lensKeys }).notNull(),
    noteSealed: text("note_sealed"),
    /** The median of the newest whole week by then. */
    connection: real("connection"),
    chosenBy: uuid("chosen_by").notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.signalId], foreignColumns: [signal.practiceId, signal.id] }),
    foreignKey({ columns: [t.practiceId, t.chosenBy], foreignColumns: [account.practiceId, account.id] }),
    index("signal_choice_of").on(t.practiceId, t.signalId, t.chosenAt),
  ],
);
export const signalChoiceNote = sealedColumn("signal_choice", "note");

/** When the signals of a client were looked at last, and when time alone may change them next. Its id is the client's. */
export const signalRound = pgTable(
  "signal_round",
  {
    ...tenantId(),
    lookedAt: instant("looked_at").notNull(),
    nextAt: instant("next_at").notNull(),
    /** By which edition of the rules: after an older one everybody is looked at anew. */
    edition: smallint("edition").notNull().default(0),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.id], foreignColumns: [client.practiceId, client.id] }),
    index("signal_round_next").on(t.practiceId, t.edition, t.nextAt),
  ],
);

/** A number of the table of signals that the practice set for itself. Rows are only added; the newest counts. */
export const signalThreshold = pgTable(
  "signal_threshold",
  {
    ...tenantId(),
    key: text("key", { enum: thresholdKeys }).notNull(),
    value: integer("value").notNull(),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.setBy], foreignColumns: [account.practiceId, account.id] }),
    index("signal_threshold_newest").on(t.practiceId, t.key, t.setAt.desc()),
  ],
);
