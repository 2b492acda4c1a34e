import { randomUUID } from "node:crypto";
import { prepareReport, putReportAway } from "@/db/commands/reports/prepare-report";
import { sendReport, takeReportBack } from "@/db/commands/reports/send-report";
import { signReport } from "@/db/commands/reports/sign-report";
import type { Scope } from "@/db/scope";
import type { Case } from "@/db/testing/life-commands";
import type { StaffActor } from "@/lib/actor";
import type { PrepareForm } from "@/lib/reports/report-form";

/** A report for the client, with every part. */
export const anyReport = (clientId: string, more: Partial<PrepareForm> = {}): PrepareForm => ({
  ...{ id: randomUUID(), clientId, title: "Progress report", reader: "client", addressee: null },
  ...{ from: null, to: "2026-11-23", words: null },
  parts: ["connection", "dimensions", "gaps", "practice", "anxiety", "assessments"],
  ...more,
});

type Steps = { signed?: boolean; sent?: boolean };

/** A report as far as `steps` say, of a client of the actor; answers with what names it. */
export async function makeReport(
  scope: Scope<StaffActor>,
  clientId: string,
  { signed = false, sent = false, ...more }: Steps & Partial<PrepareForm> = {},
) {
  const form = anyReport(clientId, more);
  const ids = { clientId, reportId: form.id };
  await prepareReport(scope, form);
  if (signed || sent)
    await signReport(scope, { ...ids, id: randomUUID(), document: Buffer.from("%PDF-1.7 a signed report") });
  if (sent) await sendReport(scope, { ...ids, id: randomUUID() });
  return { ...ids, id: randomUUID() };
}

/** Commands about a client’s reports, each with what has to be there before it. */
export const reportCommands: Record<string, Case> = {
  prepareReport: { run: (scope, { clientId }) => prepareReport(scope, anyReport(clientId)) },
  putReportAway: {
    run: async (scope, { clientId }) => putReportAway(scope, await makeReport(scope, clientId)),
  },
  signReport: {
    run: async (scope, { clientId }) =>
      signReport(scope, { ...(await makeReport(scope, clientId)), document: Buffer.from("%PDF-1.7") }),
  },
  sendReport: {
    run: async (scope, { clientId }) => sendReport(scope, await makeReport(scope, clientId, { signed: true })),
  },
  takeReportBack: {
    run: async (scope, { clientId }) => takeReportBack(scope, await makeReport(scope, clientId, { sent: true })),
  },
};
