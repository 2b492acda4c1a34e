import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Section } from "@/components/ui/section";
import { listInstruments } from "@/db/queries/assessments/instruments";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { atOnce } from "@/lib/at-once";
import { paths } from "@/lib/paths";
import { loadClient } from "@/server/load-client";
import { AssignForm } from "../../../../assign/_components/assign-form";
import { choicesOf } from "../../../../assign/choices";
import { phasesAhead, ruleAt } from "../../../../assign/schedule-from-query";
import { ClientPage } from "../../_shell/client-page";

export const metadata: Metadata = { title: "Assign" };

type Props = {
  params: Promise<{ clientId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AssignPage({ params, searchParams }: Props) {
  const { at } = await searchParams;
  const { data, session, today, standing } = await loadClient(params, (scope, id) =>
    atOnce({ header: getClientHeader(scope, id), shelf: listInstruments(scope) }),
  );
  const { header, shelf } = data;
  const { ready, notReady } = choicesOf(shelf);
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current="assessments">
      <Section id="assign" title={`Assign to ${header.name}`}>
        <AssignForm
          id={randomUUID()}
          today={today}
          choices={ready}
          notReady={notReady}
          clients={{ one: header.id, partner: header.partner?.clientId ? header.partner.name : null }}
          protocolWeeks={standing?.path.totalWeeks ?? 10}
          phases={standing ? phasesAhead(standing.path) : []}
          given={ruleAt(String(at ?? ""))}
          back={paths.client(header.id).assessments}
        />
      </Section>
    </ClientPage>
  );
}
