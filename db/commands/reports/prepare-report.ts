import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { getReport } from "@/db/queries/reports/reports";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { PrepareForm, StepForm } from "@/lib/reports/report-form";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { report, reportAddressee, reportTitle, reportWithdrawal, reportWords } from "../../schema/reports";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";

/** Keeps what a report is to hold. Nothing is drawn yet, and nobody but staff sees it. Sent twice it is prepared once. */
export async function prepareReport(
  scope: Scope<StaffActor>,
  { id, clientId, title, reader, addressee, from, to, parts, words }: PrepareForm,
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  authorize(actor, "reports.sign");
  const [person] = await tx
    .select({ zone: client.zone })
    .from(client)
    .where(and(visibleClients(scope, "answer"), eq(client.id, clientId)));
  if (!person) throw new NotFound();
  if (to > localDate(now, person.zone)) {
    const message = "That day has not come yet.";
    throw new Refused(message, { to: message });
  }
  const place = { practiceId, id };
  const added = await tx
    .insert(report)
    .values({
      ...{ practiceId, id, clientId, reader, fromDay: from, toDay: to, parts },
      titleSealed: reportTitle.seal(title, place),
      addresseeSealed: reportAddressee.sealOrNull(reader === "referrer" ? addressee : null, place),
      wordsSealed: reportWords.sealOrNull(words, place),
      preparedBy: actor.accountId,
      preparedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: report.id });
  if (added.length > 0) await recordAudit(scope, "reports.prepared", { id, clientId });
  else await getReport(scope, { clientId, reportId: id }, "answer");
}

/** Puts a report away that nobody signed. A signed one is kept. */
export async function putReportAway(scope: Scope<StaffActor>, { clientId, reportId }: StepForm): Promise<void> {
  const { actor, tx, now } = scope;
  const found = await getReport(scope, { clientId, reportId }, "answer");
  if (found.signature) throw new Refused("It is signed, and so it is kept.");
  if (found.isPutAway) return;
  const id = randomUUID();
  await tx.insert(reportWithdrawal).values({
    ...{ practiceId: actor.practiceId, id, reportId, sendingId: null },
    ...{ withdrawnBy: actor.accountId, withdrawnAt: now },
  });
  await recordAudit(scope, "reports.put-away", { id: reportId, clientId });
}
