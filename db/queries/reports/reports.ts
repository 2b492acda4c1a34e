import { and, desc, eq, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudit } from "@/db/audit";
import { qualified } from "@/db/qualified";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import {
  report,
  reportAddressee,
  reportSending,
  reportSignature,
  reportSignatureDocument,
  reportTitle,
  reportWithdrawal,
  reportWords,
} from "@/db/schema/reports";
import type { Scope } from "@/db/scope";
import { type Purpose, visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { ReportPlan } from "@/lib/reports/report";

const author = alias(account, "au");
const signer = alias(account, "si");
const sending = alias(reportSending, "se");
const sender = alias(account, "sb");
const withdrawal = alias(reportWithdrawal, "wi");

type Sent = { id: string; by: string; at: Date; takenBackAt: Date | null };

export type ReportRecord = {
  id: string;
  clientId: string;
  accountId: string;
  plan: ReportPlan;
  preparedBy: string;
  preparedAt: Date;
  /** Put away before anybody signed it. */
  isPutAway: boolean;
  signature: { id: string; digest: string; bytes: number; by: string; at: Date } | null;
  /** Into the portal, the newest first: the first of them counts while it was not taken back. */
  sendings: Sent[];
};

/** The sending that shows the report in the portal now; null where there is none. */
export const sendingInForce = ({ sendings: [newest] }: Pick<ReportRecord, "sendings">): Sent | null =>
  newest && newest.takenBackAt === null ? newest : null;

const sendings = qualified<(Omit<Sent, "at" | "takenBackAt"> & { at: string; takenBackAt: string | null })[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', ${sending.id}, 'by', ${sender.name}, 'at', ${sending.sentAt},
    'takenBackAt', ${withdrawal.withdrawnAt}) order by ${sending.sentAt} desc, ${sending.id})
  from ${reportSending} ${sending} join ${account} ${sender} on ${sender.practiceId} = ${sending.practiceId} and ${sender.id} = ${sending.sentBy}
  left join ${reportWithdrawal} ${withdrawal} on ${withdrawal.practiceId} = ${sending.practiceId} and ${withdrawal.sendingId} = ${sending.id}
  where ${sending.practiceId} = ${report.practiceId} and ${sending.reportId} = ${report.id}), '[]'::jsonb)`;

const isPutAway = qualified<boolean>`exists (select 1 from ${reportWithdrawal} ${withdrawal}
  where ${withdrawal.practiceId} = ${report.practiceId} and ${withdrawal.reportId} = ${report.id} and ${withdrawal.sendingId} is null)`;

async function readReports(scope: Scope<StaffActor>, which: SQL | undefined, to: Purpose): Promise<ReportRecord[]> {
  const { actor, tx } = scope;
  const { practiceId } = actor;
  const rows = await tx
    .select({
      row: report,
      accountId: client.accountId,
      preparedBy: author.name,
      isPutAway,
      signatureId: reportSignature.id,
      digest: reportSignature.digest,
      bytes: reportSignature.bytes,
      signedAt: reportSignature.signedAt,
      signedBy: signer.name,
      sendings,
    })
    .from(report)
    .innerJoin(client, and(eq(client.practiceId, report.practiceId), eq(client.id, report.clientId)))
    .innerJoin(author, and(eq(author.practiceId, report.practiceId), eq(author.id, report.preparedBy)))
    .leftJoin(
      reportSignature,
      and(eq(reportSignature.practiceId, report.practiceId), eq(reportSignature.reportId, report.id)),
    )
    .leftJoin(signer, and(eq(signer.practiceId, reportSignature.practiceId), eq(signer.id, reportSignature.signedBy)))
    .where(and(eq(report.practiceId, practiceId), visibleClients(scope, to), which))
    .orderBy(desc(report.preparedAt), desc(report.id));
  return rows.map(({ row, signatureId, digest, bytes, signedAt, signedBy, ...rest }) => {
    const place = { practiceId, id: row.id };
    return {
      ...rest,
      id: row.id,
      clientId: row.clientId,
      plan: {
        title: reportTitle.read(row.titleSealed, place),
        reader: row.reader,
        addressee: reportAddressee.readOrNull(row.addresseeSealed, place),
        from: row.fromDay,
        to: row.toDay,
        parts: row.parts,
        words: reportWords.readOrNull(row.wordsSealed, place),
      },
      preparedAt: row.preparedAt,
      signature:
        signatureId && digest && bytes !== null && signedAt && signedBy
          ? { id: signatureId, digest, bytes, by: signedBy, at: signedAt }
          : null,
      sendings: rest.sendings.map((one) => ({
        ...one,
        at: new Date(one.at),
        takenBackAt: one.takenBackAt ? new Date(one.takenBackAt) : null,
      })),
    };
  });
}

/** A client’s reports, the newest first; what was put away unsigned is left out. Reading the list is recorded. */
export async function listReports(
  scope: Scope<StaffActor>,
  clientId: string,
): Promise<{ reports: ReportRecord[]; maySign: boolean }> {
  const { tx } = scope;
  authorize(scope.actor, "clients.read");
  const [person] = await tx
    .select({ maySign: visibleClients(scope, "answer").mapWith(Boolean) })
    .from(client)
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!person) throw new NotFound();
  const reports = await readReports(scope, eq(report.clientId, clientId), "read");
  await recordAudit(scope, "reports.list-read", { id: clientId, clientId });
  return { reports: reports.filter((one) => !one.isPutAway), maySign: person.maySign };
}

/** One report of a client. Missing, another client’s and out of reach are the same. */
export async function getReport(
  scope: Scope<StaffActor>,
  { clientId, reportId }: { clientId: string; reportId: string },
  to: Purpose = "read",
): Promise<ReportRecord> {
  authorize(scope.actor, to === "read" ? "clients.read" : "reports.sign");
  const [found] = await readReports(scope, and(eq(report.clientId, clientId), eq(report.id, reportId)), to);
  if (!found) throw new NotFound();
  return found;
}

/** The signed copy as it was kept; null where nobody signed. Opening it is recorded. */
export async function openSigned(
  scope: Scope<StaffActor>,
  { clientId, reportId }: { clientId: string; reportId: string },
): Promise<{ report: ReportRecord; document: Buffer | null }> {
  const found = await getReport(scope, { clientId, reportId });
  if (!found.signature) return { report: found, document: null };
  await recordAudit(scope, "reports.opened", { id: found.id, clientId });
  return { report: found, document: await keptDocument(scope, found.signature.id) };
}

/** The bytes of a signature that the caller has looked up in scope. */
export async function keptDocument({ actor, tx }: Scope, signatureId: string): Promise<Buffer> {
  const { practiceId } = actor;
  const [row] = await tx
    .select({ sealed: reportSignature.documentSealed })
    .from(reportSignature)
    .where(and(eq(reportSignature.practiceId, practiceId), eq(reportSignature.id, signatureId)));
  if (!row) throw new NotFound();
  const document = reportSignatureDocument.ifOpens(row.sealed, { practiceId, id: signatureId });
  if (document === undefined) throw new NotFound();
  return Buffer.from(document, "base64");
}
