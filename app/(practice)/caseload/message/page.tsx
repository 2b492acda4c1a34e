import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { getSeveral } from "@/db/queries/caseload/several";
import { howItIsRead, whyNotWritten } from "@/lib/caseload/several";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { NamesAlike } from "../_components/names-alike";
import { NobodyChosen } from "../_components/nobody-chosen";
import { chosenIn, whoIs } from "../chosen";
import type { SearchParams } from "../view";
import { WriteForm } from "./_components/write-form";

export const metadata: Metadata = { title: "Write to several" };

export default async function WriteToSeveralPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const chosen = chosenIn(await searchParams);
  const { data: people, session } = await loadForStaff((scope) => getSeveral(scope, chosen, "answer"));
  return (
    <PracticePage session={session}>
      <Crumb href="/caseload">Caseload</Crumb>
      <PageHead
        title="Write to several"
        sub="The same words go into each one’s own thread. Nobody sees who else got them, and what a client wrote to you before still waits for its answer."
      />
      {people.length === 0 ? (
        <NobodyChosen />
      ) : (
        <>
          <NamesAlike people={people} />
          <WriteForm
            id={randomUUID()}
            people={people.map((person) => {
              const why = whyNotWritten(person);
              const read = why ? null : howItIsRead(person);
              const sub = read ? `${whoIs(person)}. ${read}` : whoIs(person);
              return { id: person.id, name: person.name, sub, ...(why ? { why } : {}) };
            })}
          />
        </>
      )}
    </PracticePage>
  );
}
