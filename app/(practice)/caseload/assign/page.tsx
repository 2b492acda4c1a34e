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
import { NamesAlike } from "../_components/names-alike";
import { chosenIn, whoIs } from "../chosen";
import type { SearchParams } from "../view";

export const metadata: Metadata = { title: "Assign to several" };

type Props = { searchParams: Promise<SearchParams> };

/** Whoever was ticked on the caseload, or everybody to choose among. */
export default async function AssignToSeveralPage({ searchParams }: Props) {
  const chosen = chosenIn(await searchParams);
  const { data, session } = await loadForStaff(async (scope) => ({
    ...(await atOnce({ clients: listAssignTargets(scope), shelf: listInstruments(scope) })),
    today: localDate(scope.now, scope.actor.zone),
  }));
  const { ready, notReady } = choicesOf(data.shelf);
  const people = chosen.length > 0 ? data.clients.filter(({ id }) => chosen.includes(id)) : data.clients;
  return (
    <PracticePage session={session}>
      <Crumb href="/caseload">Caseload</Crumb>
      <PageHead title="Assign to several" sub="Each day is counted on the client’s own clock." />
      <NamesAlike people={people} />
      {people.length === 0 ? (
        <Empty title="No clients yet">Enrol a client first.</Empty>
      ) : (
        <AssignForm
          id={randomUUID()}
          today={data.today}
          choices={ready}
          notReady={notReady}
          clients={{ several: people.map((person) => ({ ...person, sub: sayWho(person) })), chosen }}
          protocolWeeks={10}
          back="/caseload"
        />
      )}
    </PracticePage>
  );
}

const sayWho = (person: AssignTarget): string =>
  [whoIs(person), ...(person.hasAccepted ? [] : ["invited, not here yet"])].join(", ");
