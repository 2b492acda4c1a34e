import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { Section } from "@/components/ui/section";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { listReports } from "@/db/queries/reports/reports";
import { atOnce } from "@/lib/at-once";
import { formatMoment, inSentence } from "@/lib/format";
import { paths } from "@/lib/paths";
import { forWhom, periodWords } from "@/lib/reports/report";
import { loadClient } from "@/server/load-client";
import { ClientPage } from "../_shell/client-page";
import { PrepareReport } from "./_components/prepare-report";
import { statusWords } from "./report-words";

export const metadata: Metadata = { title: "Report" };

/** Reports of a client: what there is, and the form that prepares another. Nothing is drawn here. */
export default async function ReportsPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data, session, today, standing } = await loadClient(params, (scope, id) =>
    atOnce({ header: getClientHeader(scope, id), list: listReports(scope, id) }),
  );
  const { header, list, now } = data;
  const moment = (at: Date) => inSentence(formatMoment(at, now, session.actor.zone));
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current={null}>
      <div className="grid gap-2 mt-4 max-w-180">
        {list.reports.length > 0 ? (
          <Section id="reports" title="Reports">
            <ul className="list-none">
              {list.reports.map((report) => (
                <li className="py-2.5 border-b border-line print:break-inside-avoid" key={report.id}>
                  <Link href={paths.client(header.id).report(report.id)} prefetch={false} className="font-strong">
                    {report.plan.title}
                  </Link>
                  <span className="block text-ink-2 text-small">
                    For {forWhom(report.plan, header.name)}. {periodWords(report.plan)}
                  </span>
                  <span className="block text-ink-2 text-small">{statusWords(report, moment)}</span>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        {list.maySign ? (
          <PrepareReport
            key={list.reports[0]?.id ?? "first"}
            id={randomUUID()}
            clientId={header.id}
            clientName={header.name}
            today={today}
          />
        ) : list.reports.length === 0 ? (
          <Section id="reports" title="Reports">
            <p className="text-ink-2">None yet. {header.therapistName} prepares and signs them.</p>
          </Section>
        ) : null}
      </div>
    </ClientPage>
  );
}
