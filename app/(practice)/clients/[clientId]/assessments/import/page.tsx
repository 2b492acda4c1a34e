import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Section } from "@/components/ui/section";
import { listInstruments } from "@/db/queries/assessments/instruments";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { atOnce } from "@/lib/at-once";
import { loadClient } from "@/server/load-client";
import { ClientPage } from "../../_shell/client-page";
import { ImportAnswers } from "./_components/import-answers";

export const metadata: Metadata = { title: "Bring in answers" };

export default async function ImportAnswersPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data, session, today, standing } = await loadClient(params, (scope, id) =>
    atOnce({ header: getClientHeader(scope, id), shelf: listInstruments(scope) }),
  );
  const { header, shelf } = data;
  const choices = shelf.flatMap(({ key, current }) =>
    current && current.instrument.sensitivity !== "safety" ? [{ value: key, label: current.instrument.title }] : [],
  );
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current="assessments">
      <Section
        id="import"
        title={`Bring in answers of ${header.name}`}
        sub="FHIR R4 QuestionnaireResponse, as JSON. It is dated as the file says, and marked with your name."
      >
        <ImportAnswers id={randomUUID()} clientId={header.id} choices={choices} />
      </Section>
    </ClientPage>
  );
}
