import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { z } from "zod";
import { Crumb } from "@/components/shell/crumb";
import { asButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { getReportFacts } from "@/db/queries/reports/report-facts";
import { getReport, listReports } from "@/db/queries/reports/reports";
import { NotFound } from "@/lib/errors";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, inSentence } from "@/lib/format";
import { paths } from "@/lib/paths";
import { forWhom, partTitles, periodWords } from "@/lib/reports/report";
import { loadClient } from "@/server/load-client";
import { ClientPage } from "../../_shell/client-page";
import { contentDigest } from "../content-digest";
import { reportContent } from "../report-content";
import { InPortal } from "./_components/in-portal";
import { SignReport } from "./_components/sign-report";

export const metadata: Metadata = { title: "Report" };

type Props = { params: Promise<{ clientId: string; reportId: string }> };

/** One report: what was chosen, the very PDF behind a link, and what is done with it. */
export default async function ReportPage({ params }: Props) {
  const asked = z.uuid().safeParse((await params).reportId);
  const { data, session, today, standing } = await loadClient(params, async (scope, clientId) => {
    if (!asked.success) throw new NotFound();
    const report = await getReport(scope, { clientId, reportId: asked.data });
    const { maySign } = await listReports(scope, clientId);
    const facts = report.signature || !maySign || report.isPutAway ? null : await getReportFacts(scope, clientId);
    return { header: facts?.header ?? (await getClientHeader(scope, clientId)), report, facts, maySign };
  });
  const { header, report, facts, maySign, now } = data;
  const { plan, signature } = report;
  const moment = (at: Date) => inSentence(formatMoment(at, now, session.actor.zone));
  const ids = { id: randomUUID(), clientId: header.id, reportId: report.id };
  const rows: [string, string][] = [
    ["For", forWhom(plan, header.name)],
    ["Period", periodWords(plan)],
    ["Holds", plan.parts.map((part) => partTitles[part]).join("; ")],
    ["Own words", plan.words ? "Before the figures" : "None"],
    ["Prepared", `${report.preparedBy}, ${moment(report.preparedAt)}`],
    ...(signature
      ? ([
          ["Signed", `${signature.by}, ${moment(signature.at)}`],
          ["Digest (SHA-256)", signature.digest],
        ] satisfies [string, string][])
      : []),
  ];
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current={null}>
      <div className="grid gap-2 mt-4 max-w-180">
        <Crumb href={paths.client(header.id).reports}>Reports</Crumb>
        <Section id="report" title={plan.title} sub={report.isPutAway ? "Put away unsigned." : undefined}>
          <dl className="grid gap-2.5">
            {rows.map(([term, value]) => (
              <div key={term}>
                <dt className="text-ink-3 text-small">{term}</dt>
                <dd className="min-w-0 wrap-anywhere">{value}</dd>
              </div>
            ))}
          </dl>
          {report.isPutAway ? null : (
            <div className="grid gap-2 mt-5 justify-items-start">
              <a
                {...asButton({ look: "outline" })}
                href={`/api/clients/${header.id}/reports/${report.id}/pdf`}
                target="_blank"
                rel="noreferrer"
              >
                {signature ? "Open the signed report" : "Open the preview"}
              </a>
              <p className="text-ink-2 text-small">
                A PDF, in a new tab. It is not tagged. For a screen reader, use the page itself: the overview of{" "}
                {firstNameOf(header.name)} says the same, with a table beside every chart
                {plan.parts.includes("goals") ? ", and goals have a page of their own" : ""}.
              </p>
            </div>
          )}
        </Section>
        {facts ? <SignReport ids={ids} seen={contentDigest(reportContent(facts, plan))} /> : null}
        {signature && plan.reader === "client" ? (
          <InPortal ids={ids} report={report} header={header} maySign={maySign} moment={moment} />
        ) : null}
      </div>
    </ClientPage>
  );
}
