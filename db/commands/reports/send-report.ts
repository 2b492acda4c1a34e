import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { getReport, sendingInForce } from "@/db/queries/reports/reports";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { StepForm } from "@/lib/reports/report-form";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { reportSending, reportWithdrawal } from "../../schema/reports";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { setAsideAbout } from "../letters/aside-about";
import { type Queued, queueLetter } from "../letters/queue-letter";

/** The client within reach, held: two colleagues who send and take back at once wait for one another. */
async function lockOwnClient(scope: Scope<StaffActor>, clientId: string): Promise<void> {
  const { actor, tx } = scope;
  authorize(actor, "reports.sign");
  const [person] = await tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope, "answer"), eq(client.id, clientId)))
    .for("no key update");
  if (!person) throw new NotFound();
}

/** Shows a signed report that is for the client in the portal. A letter says that something waits, and not what. */
export async function sendReport(scope: Scope<StaffActor>, { id, clientId, reportId }: StepForm): Promise<Queued> {
  const { actor, tx, now } = scope;
  await lockOwnClient(scope, clientId);
  const found = await getReport(scope, { clientId, reportId }, "answer");
  if (!found.signature) throw new Refused("Sign it first: what the client gets is the signed copy.");
  if (found.plan.reader !== "client") throw new Refused("Only a report for the client goes into their portal.");
  if (sendingInForce(found)) return "known";
  const before = found.sendings.flatMap(({ at, takenBackAt }) => [at, ...(takenBackAt ? [takenBackAt] : [])]);
  const added = await tx
    .insert(reportSending)
    .values({
      ...{ practiceId: actor.practiceId, id, reportId, sentBy: actor.accountId },
      sentAt: afterAll(before, now),
    })
    .onConflictDoNothing()
    .returning({ id: reportSending.id });
  if (added.length === 0) throw new NotFound();
  await recordAudit(scope, "reports.sent", { id: reportId, clientId });
  return queueLetter(scope, { accountId: found.accountId, about: { kind: "report", id } });
}

/** Takes a report out of the portal: from the next look on it is not there. A file that was saved stays where it lies. */
export async function takeReportBack(scope: Scope<StaffActor>, { clientId, reportId }: StepForm): Promise<void> {
  const { actor, tx, now } = scope;
  await lockOwnClient(scope, clientId);
  const found = await getReport(scope, { clientId, reportId }, "answer");
  const sent = sendingInForce(found);
  if (!sent) return;
  await tx.insert(reportWithdrawal).values({
    ...{ practiceId: actor.practiceId, id: randomUUID(), reportId, sendingId: sent.id },
    ...{ withdrawnBy: actor.accountId, withdrawnAt: afterAll([sent.at], now) },
  });
  await setAsideAbout(scope, { kind: "report", id: sent.id });
  await recordAudit(scope, "reports.taken-back", { id: reportId, clientId });
}
