"use server";

import { renderReport } from "@/components/report/render-report";
import { prepareReport, putReportAway } from "@/db/commands/reports/prepare-report";
import { sendReport, takeReportBack } from "@/db/commands/reports/send-report";
import { signReport } from "@/db/commands/reports/sign-report";
import { getReportFacts } from "@/db/queries/reports/report-facts";
import { getReport } from "@/db/queries/reports/reports";
import { Refused } from "@/lib/errors";
import { formatTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { fullDate } from "@/lib/reports/report";
import { prepareForm, signForm, stepForm } from "@/lib/reports/report-form";
import { localDate } from "@/lib/time/zone";
import { staffAction } from "@/server/form-action";
import { contentDigest } from "./content-digest";
import { reportContent } from "./report-content";
import { sentWords } from "./report-words";

export const prepare = staffAction(prepareForm, async (scope, form) => {
  await prepareReport(scope, form);
  return { next: paths.client(form.clientId).report(form.id) };
});

/** Draws the report once and keeps it, if it is still what the page showed. */
export const sign = staffAction(signForm, async (scope, { seen, ...form }) => {
  const { actor, now } = scope;
  const report = await getReport(scope, form, "answer");
  if (!report.signature) {
    const facts = await getReportFacts(scope, form.clientId);
    const content = reportContent(facts, report.plan);
    if (contentDigest(content) !== seen)
      throw new Refused("The record changed since this page was opened. Load it anew, look at the preview, then sign.");
    const date = `${fullDate(localDate(now, actor.zone))}, ${formatTime(now, actor.zone)}`;
    const document = await renderReport({
      content,
      standing: { kind: "signed", by: actor.name, date },
      drawnAt: now,
    });
    await signReport(scope, { ...form, document });
  }
  return { refresh: true, message: "Signed and kept." };
});

export const putAway = staffAction(stepForm, async (scope, form) => {
  await putReportAway(scope, form);
  return { next: paths.client(form.clientId).reports };
});

export const send = staffAction(stepForm, async (scope, form) => {
  const queued = await sendReport(scope, form);
  return { refresh: true, message: sentWords(queued) };
});

export const takeBack = staffAction(stepForm, async (scope, form) => {
  await takeReportBack(scope, form);
  return { refresh: true, message: "Taken back. It is not in the portal any more." };
});
