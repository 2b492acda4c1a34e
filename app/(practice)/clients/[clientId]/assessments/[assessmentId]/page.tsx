import type { Metadata } from "next";
import { z } from "zod";
import { ChartChoices } from "@/components/ui/chart-choices";
import { getAssessmentResult } from "@/db/queries/assessments/assessment-result";
import { getClientSitting } from "@/db/queries/assessments/client-assessments";
import { ownChartTables } from "@/db/queries/clients/chart-choices";
import { getCheck } from "@/db/queries/safety/check-card";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import { rememberChartChoice } from "@/server/chart-action";
import { loadClient } from "@/server/load-client";
import { ClientPage } from "../../_shell/client-page";
import { CheckView } from "./_components/check-view";
import { HandOver } from "./_components/hand-over";
import { Manage } from "./_components/manage";
import { Result } from "./_components/result";

export const metadata: Metadata = { title: "Assessment" };

type Props = {
  params: Promise<{ clientId: string; assessmentId: string }>;
  searchParams: Promise<{ with?: string | string[] }>;
};

/** One assessment of a client: while it is open, its days; once it is sent, what came of it. */
export default async function AssessmentPage({ params, searchParams }: Props) {
  const { assessmentId } = await params;
  const chosen = [(await searchParams).with].flat()[0];
  const { data, session, today, standing } = await loadClient(params, async (scope, clientId) => {
    const id = z.uuid().safeParse(assessmentId);
    if (!id.success) throw new NotFound();
    const { one, tables } = await atOnce({
      one: getClientSitting(scope, clientId, id.data),
      tables: ownChartTables(scope),
    });
    const { isSafety, submittedAt } = one.sitting;
    const read = await atOnce({
      card: isSafety ? getCheck(scope, clientId, id.data) : null,
      result: !isSafety && submittedAt ? getAssessmentResult(scope, clientId, id.data) : null,
    });
    return { ...one, ...read, tables };
  });
  const { header, sitting, canChange, card, result, now } = data;
  // While somebody is in the room an assessment can be answered here, and no answer is read.
  const mayAnswerHere = canChange && !sitting.isSafety && !sitting.submittedAt && !sitting.withdrawal;
  return (
    <ClientPage
      session={session}
      header={header}
      standing={standing}
      today={today}
      current="assessments"
      isOffPaper={sitting.isSafety}
      beside={mayAnswerHere ? <HandOver assessmentId={sitting.id} name="the client" /> : undefined}
    >
      {card ? (
        <CheckView
          card={card}
          assessmentId={sitting.id}
          canChange={canChange}
          isSent={sitting.submittedAt !== null}
          now={now}
          zone={session.actor.zone}
        />
      ) : result ? (
        <ChartChoices tables={data.tables} remember={rememberChartChoice}>
          <Result result={result} sitting={sitting} canChange={canChange} chosen={chosen} today={today} now={now} />
        </ChartChoices>
      ) : (
        <Manage clientId={header.id} name={header.name} sitting={sitting} canChange={canChange} today={today} />
      )}
    </ClientPage>
  );
}
