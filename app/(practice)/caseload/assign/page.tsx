import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Empty } from "@/components/ui/empty";
import { type AssignTarget, listAssignTargets } from "@/db/queries/assessments/client-assessments";
import { listInstruments } from "@/db/queries/assessments/instruments";
import { atOnce } from "@/lib/at-once";
import { localDate } from "@/lib/time/zone";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { AssignForm } from "../../assign/_components/assign-form";
import { choicesOf } from "../../assign/choices";

export const metadata: Metadata = { title: "Assign to several" };

export default async function AssignToSeveralPage() {
  const { data, session } = await loadForStaff(async (scope) => ({
    ...(await atOnce({ clients: listAssignTargets(scope), shelf: listInstruments(scope) })),
    today: localDate(scope.now, scope.actor.zone),
  }));
  const { ready, notReady } = choicesOf(data.shelf);
  return (
    <PracticePage session={session}>
      <Crumb href="/caseload">Caseload</Crumb>
      <PageHead title="Assign to several" sub="Each day is counted on the client’s own clock." />
      {data.clients.length === 0 ? (
        <Empty title="No clients yet">Enrol a client first.</Empty>
      ) : (
        <AssignForm
          id={randomUUID()}
          today={data.today}
          choices={ready}
          notReady={notReady}
          clients={{ several: data.clients.map((person) => ({ ...person, sub: whoIs(person) })) }}
          protocolWeeks={10}
          back="/caseload"
        />
      )}
    </PracticePage>
  );
}

/** Two of one name are told apart by their records. */
const whoIs = ({ recordNumber, therapistName, hasAccepted }: AssignTarget): string =>
  [
    `Record ${recordNumber}`,
    ...(therapistName ? [`client of ${therapistName}`] : []),
    ...(hasAccepted ? [] : ["invited, not here yet"]),
  ].join(", ");
