import { boolean, date, foreignKey, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { WholePart } from "@/lib/exports/all-of-it";
import type { ExportPart } from "@/lib/exports/choices";
import { fileKinds } from "@/lib/exports/formats";
import { harmAnswers } from "@/lib/exports/harm-test";
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
