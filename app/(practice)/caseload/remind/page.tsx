import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { getSeveral } from "@/db/queries/caseload/several";
import { whyNotReminded } from "@/lib/caseload/several";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { NamesAlike } from "../_components/names-alike";
import { NobodyChosen } from "../_components/nobody-chosen";
import { SeveralForm } from "../_components/several-form";
import { chosenIn, whoIs } from "../chosen";
import type { SearchParams } from "../view";
import { remind } from "./actions";

export const metadata: Metadata = { title: "Remind several" };

export default async function RemindSeveralPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const chosen = chosenIn(await searchParams);
  const { data: people, session } = await loadForStaff((scope) => getSeveral(scope, chosen, "change"));
  return (
    <PracticePage session={session}>
      <Crumb href="/caseload">Caseload</Crumb>
      <PageHead
        title="Remind several"
        sub="Each gets one letter that says that something waits, and not what. Nobody is reminded twice on one day."
      />
      {people.length === 0 ? (
        <NobodyChosen />
      ) : (
        <>
          <NamesAlike people={people} />
          <SeveralForm
            action={remind}
            submit="Send reminders"
            busy="Sending…"
            people={people.map((person) => {
              const why = whyNotReminded(person);
              const sub = person.waits && !why ? `${whoIs(person)}. ${person.waits.title}` : whoIs(person);
              return { id: person.id, name: person.name, sub, ...(why ? { why } : {}) };
            })}
          />
        </>
      )}
    </PracticePage>
  );
}
