import { boolean, date, foreignKey, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { WholePart } from "@/lib/exports/all-of-it";
import type { ExportPart } from "@/lib/exports/choices";
import { exportFormats, fileKinds } from "@/lib/exports/formats";
import { harmAnswers } from "@/lib/exports/harm-test";
import type { ResearchColumn, ResearchPart, SmallGroup } from "@/lib/exports/research";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** A file that somebody made of a client’s record, for an hour. The worker removes it then; that it was made stays in the audit. */
export const exportFile = pgTable(
  "export_file",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    format: text("format", { enum: fileKinds }).notNull(),
    parts: jsonb("parts").$type<ExportPart[]>().notNull(),
    bytes: integer("bytes").notNull(),
    /** The bytes of the file in base64. */
    contentSealed: text("content_sealed").notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: instant("made_at").notNull(),
    endsAt: instant("ends_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.madeBy], foreignColumns: [account.practiceId, account.id] }),
    index("export_file_client").on(t.practiceId, t.clientId, t.madeAt.desc()),
  ],
);

export const exportFileContent = sealedColumn("export_file", "content");

/**
 * A file of a record that is too long to be made while somebody waits: a worker reads the rows and says here how far it is. It
 * goes a day after it was read.
 */
export const recordExport = pgTable(
  "record_export",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    format: text("format", { enum: exportFormats }).notNull(),
    parts: jsonb("parts").$type<ExportPart[]>().notNull(),
    hasMark: boolean("has_mark").notNull(),
    /** A court asked for it: it carries the stamp. */
    isStamped: boolean("is_stamped").notNull(),
    /** The worker closes the rows with the one; what opens them is sealed. */
    publicKey: text("public_key").notNull(),
    privateKeySealed: text("private_key_sealed").notNull(),
    askedBy: uuid("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
    /** When a worker took it up last; one that died with it is followed by another. */
    takenAt: instant("taken_at"),
    done: integer("done").notNull(),
    total: integer("total").notNull(),
    endedAt: instant("ended_at"),
    /** The rows, closed (db/boxed.ts); words in them are sealed besides. Null before it ended, and where none may be given. */
    content: text("content"),
    endsAt: instant("ends_at"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.askedBy], foreignColumns: [account.practiceId, account.id] }),
    index("record_export_client").on(t.practiceId, t.clientId, t.askedAt.desc()),
  ],
);

export const recordExportPrivateKey = sealedColumn("record_export", "private_key");

/**
 * Whether giving somebody their whole record would harm anybody, as a clinician decided it after a talk alone. Rows are only
 * added; a file of all of it rests on the newest.
 */
export const harmTest = pgTable(
  "harm_test",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    answer: text("answer", { enum: harmAnswers }).notNull(),
    /** What is in the file; the rest is left out. */
    parts: jsonb("parts").$type<WholePart[]>().notNull(),
    talkOn: date("talk_on", { mode: "string" }).notNull(),
    talkWay: text("talk_way", { enum: ["in-person", "phone", "video"] }).notNull(),
    talkUnheard: boolean("talk_unheard").notNull(),
    reasonSealed: text("reason_sealed").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    index("harm_test_client").on(t.practiceId, t.clientId, t.decidedAt.desc()),
  ],
);
export const harmTestReason = sealedColumn("harm_test", "reason");
/** Research data that somebody asked for of the whole practice. The worker makes it, and says here how far it is. */
export const researchExport = pgTable(
  "research_export",
  {
    ...tenantId(),
    columns: jsonb("columns").$type<ResearchColumn[]>().notNull(),
    parts: jsonb("parts").$type<ResearchPart[]>().notNull(),
    hasMark: boolean("has_mark").notNull(),
    purposeSealed: text("purpose_sealed").notNull(),
    /** The worker closes the file with the one; what opens it is sealed. */
    publicKey: text("public_key").notNull(),
    privateKeySealed: text("private_key_sealed").notNull(),
    askedBy: uuid("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
    /** When a worker took it up last; one that died with it is followed by another. */
    takenAt: instant("taken_at"),
    done: integer("done").notNull(),
    total: integer("total"),
    endedAt: instant("ended_at"),
    /** Groups that were too small for a file; null where one was made. */
    refusal: jsonb("refusal").$type<SmallGroup["about"][]>(),
    people: integer("people"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.askedBy], foreignColumns: [account.practiceId, account.id] }),
    index("research_export_asked").on(t.practiceId, t.askedAt.desc()),
  ],
);

export const researchExportPurpose = sealedColumn("research_export", "purpose");
export const researchExportPrivateKey = sealedColumn("research_export", "private_key");

/** The file of it, closed, for a day. Its id is that of what was asked for. The worker removes it then. */
export const researchFile = pgTable(
  "research_file",
  {
    ...tenantId(),
    bytes: integer("bytes").notNull(),
    /** A `ResearchFile` of lib/exports/research.ts, closed for the key of its export (db/boxed.ts). */
    content: text("content").notNull(),
    endsAt: instant("ends_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.id], foreignColumns: [researchExport.practiceId, researchExport.id] }),
  ],
);
