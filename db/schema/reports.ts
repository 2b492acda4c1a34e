import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { type ReportPart, reportReaders } from "@/lib/reports/report";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** A report as it was asked for. It never changes: another choice is another report. */
export const report = pgTable(
  "report",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    reader: text("reader", { enum: reportReaders }).notNull(),
    /** Null: since the beginning. */
    fromDay: date("from_day", { mode: "string" }),
    toDay: date("to_day", { mode: "string" }).notNull(),
    parts: jsonb("parts").$type<ReportPart[]>().notNull(),
    titleSealed: text("title_sealed").notNull(),
    addresseeSealed: text("addressee_sealed"),
    wordsSealed: text("words_sealed"),
    preparedBy: uuid("prepared_by").notNull(),
    preparedAt: instant("prepared_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.preparedBy], foreignColumns: [account.practiceId, account.id] }),
    check("report_reader", sql`${t.reader} in ('client', 'referrer', 'record')`),
    index("report_client").on(t.practiceId, t.clientId, t.preparedAt.desc()),
  ],
);
export const reportTitle = sealedColumn("report", "title");
export const reportAddressee = sealedColumn("report", "addressee");
export const reportWords = sealedColumn("report", "words");

/** The one signed copy, byte for byte: whoever opens the report is given these and nothing that is drawn anew. */
export const reportSignature = pgTable(
  "report_signature",
  {
    ...tenantId(),
    reportId: uuid("report_id").notNull(),
    /** The bytes of the PDF in base64. */
    documentSealed: text("document_sealed").notNull(),
    /** SHA-256 of the bytes. */
    digest: text("digest").notNull(),
    bytes: integer("bytes").notNull(),
    signedBy: uuid("signed_by").notNull(),
    signedAt: instant("signed_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.reportId], foreignColumns: [report.practiceId, report.id] }),
    foreignKey({ columns: [t.practiceId, t.signedBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("report_signature_once").on(t.practiceId, t.reportId),
  ],
);
export const reportSignatureDocument = sealedColumn("report_signature", "document");

/** A signed report shown to the client in the portal, until a withdrawal names this sending. */
export const reportSending = pgTable(
  "report_sending",
  {
    ...tenantId(),
    reportId: uuid("report_id").notNull(),
    sentBy: uuid("sent_by").notNull(),
    sentAt: instant("sent_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.reportId], foreignColumns: [report.practiceId, report.id] }),
    foreignKey({ columns: [t.practiceId, t.sentBy], foreignColumns: [account.practiceId, account.id] }),
    index("report_sending_report").on(t.practiceId, t.reportId, t.sentAt.desc()),
  ],
);

/** A sending that was taken back; without one, a report that was put away before anybody signed it. */
export const reportWithdrawal = pgTable(
  "report_withdrawal",
  {
    ...tenantId(),
    reportId: uuid("report_id").notNull(),
    sendingId: uuid("sending_id"),
    withdrawnBy: uuid("withdrawn_by").notNull(),
    withdrawnAt: instant("withdrawn_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.reportId], foreignColumns: [report.practiceId, report.id] }),
    foreignKey({ columns: [t.practiceId, t.sendingId], foreignColumns: [reportSending.practiceId, reportSending.id] }),
    foreignKey({ columns: [t.practiceId, t.withdrawnBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("report_withdrawal_once")
      .on(t.practiceId, t.reportId, t.sendingId)
      .where(sql`${t.sendingId} is not null`),
  ],
);
