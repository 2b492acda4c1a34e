import { and, desc, eq, isNull } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { stoodIn } from "@/db/queries/absence/away";
import { getOwnWords } from "@/db/queries/identity/own-words";
import { sharedClassOf } from "@/db/queries/safety/shared-class";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { report, reportSending, reportSignature, reportTitle, reportWithdrawal } from "@/db/schema/reports";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import { waitsForJointSteps } from "@/lib/reports/report";
import { keptDocument } from "./reports";

/** `waits`: it opens in a week of joint steps, as the charts on the own pages do. */
export type OwnReport = { id: string; title: string; by: string; isStandIn: boolean; sentAt: Date; waits: boolean };

type Row = OwnReport & { signatureId: string };

/** What was sent to the person who asks and not taken back, the newest first. */
async function sentTo({ actor, tx, now }: Scope<ClientActor>): Promise<Row[]> {
  const { practiceId, clientId } = actor;
  const rows = await tx
    .select({
      id: report.id,
      titleSealed: report.titleSealed,
      parts: report.parts,
      by: account.name,
      isStandIn: stoodIn(client.therapistId, reportSignature.signedBy, reportSignature.signedAt),
      sentAt: reportSending.sentAt,
      signatureId: reportSignature.id,
      shared: sharedClassOf(now),
    })
    .from(report)
    .innerJoin(client, and(eq(client.practiceId, report.practiceId), eq(client.id, report.clientId)))
    .innerJoin(
      reportSignature,
      and(eq(reportSignature.practiceId, report.practiceId), eq(reportSignature.reportId, report.id)),
    )
    .innerJoin(account, and(eq(account.practiceId, report.practiceId), eq(account.id, reportSignature.signedBy)))
    .innerJoin(
      reportSending,
      and(eq(reportSending.practiceId, report.practiceId), eq(reportSending.reportId, report.id)),
    )
    .leftJoin(
      reportWithdrawal,
      and(eq(reportWithdrawal.practiceId, reportSending.practiceId), eq(reportWithdrawal.sendingId, reportSending.id)),
    )
    .where(
      and(
        eq(report.practiceId, practiceId),
        eq(report.clientId, clientId),
        eq(report.reader, "client"),
        isNull(reportWithdrawal.id),
      ),
    )
    .orderBy(desc(reportSending.sentAt), desc(reportSending.id));
  return rows.map(({ titleSealed, parts, shared, ...row }) => ({
    ...row,
    title: reportTitle.read(titleSealed, { practiceId, id: row.id }),
    waits: waitsForJointSteps(parts) && !shared.open,
  }));
}

/** The own documents; none is named while words are behind the password. */
export async function getOwnReports(scope: Scope<ClientActor>) {
  const { words, sent } = await atOnce({ words: getOwnWords(scope), sent: sentTo(scope) });
  return { words, reports: words.areLocked ? [] : sent.map(({ signatureId: _, ...one }): OwnReport => one) };
}

/** What each is called, for whoever typed the password for it. */
export const nameOwnReports = async (
  scope: Scope<ClientActor>,
): Promise<Pick<OwnReport, "title" | "by" | "sentAt">[]> =>
  (await sentTo(scope)).map(({ title, by, sentAt }) => ({ title, by, sentAt }));

/** When the newest was sent; null without one. */
export async function newestOwnReport(scope: Scope<ClientActor>): Promise<Date | null> {
  const [newest] = await scope.tx
    .select({ sentAt: reportSending.sentAt })
    .from(reportSending)
    .innerJoin(report, and(eq(report.practiceId, reportSending.practiceId), eq(report.id, reportSending.reportId)))
    .leftJoin(
      reportWithdrawal,
      and(eq(reportWithdrawal.practiceId, reportSending.practiceId), eq(reportWithdrawal.sendingId, reportSending.id)),
    )
    .where(
      and(
        eq(report.practiceId, scope.actor.practiceId),
        eq(report.clientId, scope.actor.clientId),
        isNull(reportWithdrawal.id),
      ),
    )
    .orderBy(desc(reportSending.sentAt))
    .limit(1);
  return newest?.sentAt ?? null;
}

/** The file itself. Taken back, waiting, locked, somebody else’s and never sent are the same. That it was saved is recorded. */
export async function openOwnReport(
  scope: Scope<ClientActor>,
  id: string,
): Promise<{ document: Buffer; sentAt: Date }> {
  const { words, sent } = await atOnce({ words: getOwnWords(scope), sent: sentTo(scope) });
  const found = sent.find((one) => one.id === id);
  if (!found || found.waits || words.areLocked) throw new NotFound();
  await recordAudit(scope, "reports.saved", { id, clientId: scope.actor.clientId });
  return { document: await keptDocument(scope, found.signatureId), sentAt: found.sentAt };
}
