import type { Metadata } from "next";
import { PageHead } from "@/components/shell/page-head";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { ListPages } from "@/components/ui/list-pages";
import { formatFullDay } from "@/lib/format";
import { counted } from "@/lib/plural";
import { localDate } from "@/lib/time/zone";
import { NobodyIsCalled } from "../_shell/nobody-is-called";
import { PracticePage } from "../_shell/practice-page";
import { Archive } from "./_components/archive";
import { BesideCaseload } from "./_components/beside-caseload";
import { CaseloadTable } from "./_components/caseload-table";
import { FilterBar } from "./_components/filter-bar";
import { LettersNotAsked } from "./_components/letters-not-asked";
import { NobodyHere } from "./_components/nobody-here";
import { TodayStrip } from "./_components/today-strip";
import { loadCaseload } from "./load-caseload";
import { readView, type SearchParams, viewHref } from "./view";

export const metadata: Metadata = { title: "Caseload" };

export default async function CaseloadPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = readView(await searchParams);
  const { data, session } = await loadCaseload(view);
  const { zone } = session.actor;
  const count = data.everyone.length;
  return (
    <PracticePage session={session} beside={<BesideCaseload everyone={data.everyone} />}>
      <PageHead
        title="Caseload"
        sub={`${formatFullDay(localDate(data.now, zone))}, ${counted(count, "client")}`}
        action={
          <div className="flex gap-2.5 flex-wrap items-center">
            {count > 0 ? <LinkButton href="/caseload/assign">Assign to several</LinkButton> : null}
            <LinkButton href="/clients/new" look="filled">
              <Icon name="plus" small />
              Enrol client
            </LinkButton>
          </div>
        }
      />
      <NobodyIsCalled actor={session.actor} />
      <LettersNotAsked everyone={data.everyone} view={view} />
      <TodayStrip everyone={data.everyone} view={view} />
      <FilterBar view={view} />
      {view.state === "archive" ? (
        <Archive clients={data.archive} q={view.q} now={data.now} zone={zone} />
      ) : data.rows.length === 0 ? (
        <NobodyHere view={view} isEmptyPractice={count === 0 && view.q === ""} />
      ) : (
        <CaseloadTable rows={data.rows} now={data.now} ownId={session.actor.accountId} />
      )}
      <ListPages paged={data} label="Pages of the caseload" href={(page) => viewHref(view, { page })} />
    </PracticePage>
  );
}
