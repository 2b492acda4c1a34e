import type { Metadata } from "next";
import { PageHead } from "@/components/shell/page-head";
import { WhatIs } from "@/components/shell/what-is";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { ListPages } from "@/components/ui/list-pages";
import { formatFullDay } from "@/lib/format";
import { counted } from "@/lib/plural";
import { localDate } from "@/lib/time/zone";
import { NobodyIsCalled } from "../_shell/nobody-is-called";
import { PracticePage } from "../_shell/practice-page";
import { SetUpList } from "../_shell/set-up-list";
import { RememberOrder } from "../_signals/next-on-list";
import { Archive } from "./_components/archive";
import { BesideCaseload } from "./_components/beside-caseload";
import { CaseloadKeys } from "./_components/caseload-keys";
import { CaseloadTable } from "./_components/caseload-table";
import { FilterBar } from "./_components/filter-bar";
import { LettersNotAsked } from "./_components/letters-not-asked";
import { NobodyHere } from "./_components/nobody-here";
import { TodayStrip } from "./_components/today-strip";
import { loadCaseload } from "./load-caseload";
import type { RankedClient } from "./rank";
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
            {data.everyone.some(({ fact }) => fact.mayChange) ? (
              <LinkButton href="/caseload/assign">Assign to several</LinkButton>
            ) : null}
            <LinkButton href="/clients/new" look="filled">
              <Icon name="plus" small />
              Enrol client
            </LinkButton>
          </div>
        }
      />
      <NobodyIsCalled actor={session.actor} />
      <SetUpList list={data.setUp} />
      <LettersNotAsked everyone={data.everyone} view={view} />
      <TodayStrip everyone={data.everyone} view={view} />
      <p className="-mt-3 mb-3 max-desk:hidden print:hidden">
        <WhatIs word="something-to-look-at">What the three counts mean</WhatIs>
      </p>
      <FilterBar view={view} therapists={therapistsIn(data.everyone)} />
      {data.isNear ? <p className="mb-2 text-ink-2">{`Nobody is called “${view.q}”. Who comes near:`}</p> : null}
      {view.state === "archive" ? (
        <Archive clients={data.archive} q={view.q} now={data.now} zone={zone} />
      ) : data.rows.length === 0 ? (
        <NobodyHere view={view} isEmptyPractice={count === 0 && view.q === ""} />
      ) : (
        <CaseloadTable rows={data.rows} now={data.now} ownId={session.actor.accountId} />
      )}
      <CaseloadKeys />
      <RememberOrder view={viewHref(view, { page: data.page })} />
      <ListPages paged={data} label="Pages of the caseload" href={(page) => viewHref(view, { page })} />
    </PracticePage>
  );
}

/** Whose clients the reader reads, by name. */
function therapistsIn(everyone: readonly RankedClient[]): { id: string; name: string }[] {
  const byId = new Map(everyone.map(({ fact }) => [fact.therapistId, fact.therapistName]));
  return [...byId].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, "en"));
}
