import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { sealedColumn } from "../sealed";
import { appointment } from "./appointments";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** The note of a session, once it was signed: whose it is and how it is laid out. Before that it is a draft of its author's. */
export const sessionNote = pgTable(
  "session_note",
  {
    ...tenantId(),
    appointmentId: uuid("appointment_id").notNull(),
    /** A `NoteTemplate` of lib/notes/template.ts, as it was then. */
    template: jsonb("template").notNull(),
    authorId: uuid("author_id").notNull(),
    signedAt: instant("signed_at").notNull(),
    asksCosign: boolean("asks_cosign").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.appointmentId], foreignColumns: [appointment.practiceId, appointment.id] }),
    foreignKey({ columns: [t.practiceId, t.authorId], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("session_note_once").on(t.practiceId, t.appointmentId),
  ],
);

/** What was signed, and every amendment of it with its reason. The newest stands. Rows are only added. */
export const noteVersion = pgTable(
  "note_version",
  {
    ...tenantId(),
    noteId: uuid("note_id").notNull(),
    /** From 1, without a gap. */
    ordinal: smallint("ordinal").notNull(),
    /** The words of each heading, as a JSON array. */
    partsSealed: text("parts_sealed").notNull(),
    agreedSealed: text("agreed_sealed"),
    forClientSealed: text("for_client_sealed"),
    reasonSealed: text("reason_sealed"),
    writtenBy: uuid("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.noteId], foreignColumns: [sessionNote.practiceId, sessionNote.id] }),
    foreignKey({ columns: [t.practiceId, t.writtenBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("note_version_once").on(t.practiceId, t.noteId, t.ordinal),
    check("note_version_reason", sql`(${t.ordinal} = 1) = (${t.reasonSealed} is null)`),
  ],
);

export const noteVersionParts = sealedColumn("note_version", "parts");
export const noteVersionAgreed = sealedColumn("note_version", "agreed");
export const noteVersionForClient = sealedColumn("note_version", "for_client");
export const noteVersionReason = sealedColumn("note_version", "reason");

/** A second clinician signs one version of a note; a later amendment leaves it where it stands. */
export const noteCosignature = pgTable(
  "note_cosignature",
  {
    ...tenantId(),
    noteId: uuid("note_id").notNull(),
    ordinal: smallint("ordinal").notNull(),
    signedBy: uuid("signed_by").notNull(),
    signedAt: instant("signed_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.noteId], foreignColumns: [sessionNote.practiceId, sessionNote.id] }),
    foreignKey({ columns: [t.practiceId, t.signedBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("note_cosignature_once").on(t.practiceId, t.noteId, t.ordinal, t.signedBy),
  ],
);

/** A psychotherapy note: its author's alone, no part of the record, of no copy, report or export. Rows are only added. */
export const noteApart = pgTable(
  "note_apart",
  {
    ...tenantId(),
    appointmentId: uuid("appointment_id").notNull(),
    authorId: uuid("author_id").notNull(),
    wordsSealed: text("words_sealed").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.appointmentId], foreignColumns: [appointment.practiceId, appointment.id] }),
    foreignKey({ columns: [t.practiceId, t.authorId], foreignColumns: [account.practiceId, account.id] }),
    index("note_apart_of").on(t.practiceId, t.authorId, t.appointmentId),
  ],
);

export const noteApartWords = sealedColumn("note_apart", "words");

/** A layout of the practice's own. The newest row of a template counts. */
export const noteTemplate = pgTable(
  "note_template",
  {
    ...tenantId(),
    templateId: uuid("template_key").notNull(),
    title: text("title").notNull(),
    labels: jsonb("labels").$type<string[]>().notNull(),
    isRetired: boolean("is_retired").notNull(),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.setBy], foreignColumns: [account.practiceId, account.id] }),
    index("note_template_newest").on(t.practiceId, t.templateId, t.setAt.desc()),
  ],
);
