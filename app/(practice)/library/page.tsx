import type { Metadata } from "next";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { asField } from "@/components/ui/control-frame";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { BarSelect } from "@/components/ui/select";
import { SubmitOnChange } from "@/components/ui/submit-on-change";
import { listInstruments } from "@/db/queries/assessments/instruments";
import { can } from "@/lib/policy";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../_shell/practice-page";
import { InstrumentTable } from "./_components/instrument-table";
import { readLibraryView, shelve } from "./view";

export const metadata: Metadata = { title: "Library" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const shows = [
  { value: "all", label: "All assessments" },
  { value: "ready", label: "Ready to give" },
  { value: "to-do", label: "Not ready yet" },
];

export default async function LibraryPage({ searchParams }: Props) {
  const view = readLibraryView(await searchParams);
  const { data, session } = await loadForStaff(listInstruments);
  const shelf = shelve(data, view);
  const ready = data.filter(({ current }) => current !== null).length;
  return (
    <PracticePage session={session} beside="same">
      <PageHead
        title="Library"
        sub={`${data.length} assessments, ${ready} ready to give`}
        action={
          can(session.actor, "assessments.edit-instrument") ? (
            <LinkButton href="/library/import">
              <Icon name="plus" small />
              Import
            </LinkButton>
          ) : null
        }
      />
      <search className="flex gap-3 mt-5 mb-2.5 flex-wrap items-center narrow:[&_nav]:w-full narrow:[&>[data-field]]:flex-[1_1_160px] print:hidden">
        <form className="narrow:w-full print:hidden" action="/library" method="get" id="library-filter">
          <label {...asField("plain", "w-62.5 narrow:w-full")}>
            <Icon name="search" small />
            <span className="sr-only">Search the library</span>
            <input type="search" name="q" defaultValue={view.q} placeholder="Search the library" autoComplete="off" />
          </label>
        </form>
        <BarSelect form="library-filter" name="show" label="Which" options={shows} defaultValue={view.show} />
        <Button type="submit" form="library-filter">
          Show
        </Button>
        <SubmitOnChange form="library-filter" />
      </search>
      {shelf.length === 0 ? (
        <Empty title="Nothing matches">Try another word, or show all of them.</Empty>
      ) : (
        <InstrumentTable shelf={shelf} />
      )}
    </PracticePage>
  );
}
