import type { Metadata } from "next";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { asField } from "@/components/ui/control-frame";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { BarSelect } from "@/components/ui/select";
import { SubmitOnChange } from "@/components/ui/submit-on-change";
import { listShelf } from "@/db/queries/assessments/instruments";
import { plural } from "@/lib/plural";
import { can } from "@/lib/policy";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../_shell/practice-page";
import { InstrumentTable } from "./_components/instrument-table";
import { readLibraryView, shelfGroups, shelve } from "./view";

export const metadata: Metadata = { title: "Library" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const shows = [
  { value: "all", label: "All assessments" },
  ...shelfGroups.map(({ group, title }) => ({ value: group, label: title })),
];

/** What can be given now comes first; what only waits for its words is next, then what is begun. */
export default async function LibraryPage({ searchParams }: Props) {
  const view = readLibraryView(await searchParams);
  const { data, session } = await loadForStaff(listShelf);
  const shelf = shelve(data, view);
  const whole = shelve(data, { q: "", show: "all" });
  const countOf = (group: (typeof shelfGroups)[number]["group"]) => whole.get(group)?.length ?? 0;
  const isOwner = can(session.actor, "assessments.edit-instrument");
  const shown = shelfGroups.filter(({ group }) => shelf.has(group));
  const ready = countOf("ready");
  return (
    <PracticePage session={session} beside="same">
      <PageHead
        title="Library"
        sub={`${ready} ready to give, ${plural(countOf("wording"), "one waits", `${countOf("wording")} wait`)} for their wording, ${plural(countOf("drafts"), "one draft", `${countOf("drafts")} drafts`)}`}
        action={
          isOwner ? (
            <div className="flex flex-wrap gap-2.5 print:hidden">
              <LinkButton href="/library/import">Import</LinkButton>
              <LinkButton href="/library/new" look="filled">
                <Icon name="plus" small />
                Build one
              </LinkButton>
            </div>
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
      {ready === 0 && view.show === "all" && view.q === "" ? (
        <Empty title="Nothing can be given yet">
          {isOwner
            ? "Build an assessment of your own, import one, or paste the wording of one below."
            : "The owner of the practice makes assessments ready."}
        </Empty>
      ) : null}
      {shown.length === 0 ? (
        <Empty title={view.q ? "Nothing matches" : "There is nothing here"}>
          {view.q ? "Try another word, or show all of them." : "Show all of them to see the rest."}
        </Empty>
      ) : (
        <div className="grid gap-10">
          {shown.map(({ group, title, sub }) => (
            <Section key={group} id={group} title={`${title} (${shelf.get(group)?.length ?? 0})`} sub={sub}>
              <InstrumentTable shelf={shelf.get(group) ?? []} title={title} isOwner={isOwner} />
            </Section>
          ))}
        </div>
      )}
    </PracticePage>
  );
}
