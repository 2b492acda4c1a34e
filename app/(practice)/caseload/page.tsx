import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHead } from "@/components/shell/page-head";
import { WhatIs } from "@/components/shell/what-is";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import type { OpenSession } from "@/db/queries/identity/session";
import { columnsShown } from "@/lib/caseload/view";
import { formatFullDay } from "@/lib/format";
import { counted, plural } from "@/lib/plural";
import { localDate } from "@/lib/time/zone";
import { NobodyIsCalled } from "../_shell/nobody-is-called";
import { PracticePage } from "../_shell/practice-page";
import { SetUpList } from "../_shell/set-up-list";
import { RememberOrder } from "../_signals/next-on-list";
import { Archive } from "./_components/archive";
import { BesideCaseload } from "./_components/beside-caseload";
import { CaseloadKeys } from "./_components/caseload-keys";
import { CaseloadTable } from "./_components/caseload-table";
import { ColumnChoice } from "./_components/column-choice";
import { FilterBar } from "./_components/filter-bar";
import { KeepLooks } from "./_components/keep-looks";
import { LettersNotAsked } from "./_components/letters-not-asked";
import type { Reader } from "./_components/line-view";
import { Looks } from "./_components/looks";
import { NobodyHere } from "./_components/nobody-here";
import { SeveralBar } from "./_components/several-bar";
import { TodayStrip } from "./_components/today-strip";
import { loadCaseload } from "./load-caseload";
import { sayCount } from "./say-count";
import { readView, type SearchParams, viewHref } from "./view";

export const metadata: Metadata = { title: "Caseload" };

const readerOf = ({ accountId, role, zone }: OpenSession["actor"], now: Date): Reader => ({
  ...{ now, zone, ownId: accountId, isOwner: role === "owner" },
});

export default async function CaseloadPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = readView(await searchParams);
  const { data, session } = await loadCaseload(view);
  const { zone } = session.actor;
  const { previous, next, everybody } = data;
  return (
    <PracticePage session={session} beside={<BesideCaseload />}>
      <PageHead
        title="Caseload"
        sub={`${formatFullDay(localDate(data.now, zone))}, ${sayCount(everybody)} ${plural(everybody, "client", "clients")}`}
        beside
        action={
          <div className="flex flex-none gap-2.5 flex-wrap items-center">
            {data.mayChange ? (
              <LinkButton href="/caseload/assign" className="max-phone:hidden">
                Assign to several
              </LinkButton>
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
      <LettersNotAsked counted={data.counts.letters} view={view} />
      <TodayStrip counts={data.counts} view={view} />
      <p className="-mt-3 mb-3 max-desk:hidden print:hidden">
        <WhatIs word="something-to-look-at">What the three counts mean</WhatIs>
      </p>
      <FilterBar view={view} therapists={data.therapists} />
      <Looks looks={data.looks} view={view} />
      <p role="status" className="sr-only">{`${counted(data.rows.length, "client")} on this page`}</p>
      {data.isNear ? <p className="mb-2 text-ink-2">{`Nobody is called “${view.q}”. Who comes near:`}</p> : null}
      {view.state === "archive" ? (
        <Archive clients={data.archive} q={view.q} now={data.now} zone={zone} />
      ) : data.rows.length === 0 ? (
        <NobodyHere view={view} isEmptyPractice={everybody === 0 && view.q === ""} />
      ) : (
        <CaseloadTable rows={data.rows} reader={readerOf(session.actor, data.now)} shown={columnsShown(view)} />
      )}
      {data.mayChange && view.state !== "archive" && data.rows.length > 0 ? <SeveralBar /> : null}
      <div className="mt-4 flex flex-wrap items-start gap-2.5 print:hidden">
        <ColumnChoice view={view} />
        <KeepLooks looks={data.looks} view={view} newId={randomUUID()} />
        <CaseloadKeys />
      </div>
      <RememberOrder view={viewHref(view, {}, view.from)} />
      {previous || next ? (
        <Pagination
          label="Pages of the caseload"
          summary={`${counted(data.rows.length, "client")} on this page`}
          previous={previous ? viewHref(view, {}, { way: "before", mark: previous }) : undefined}
          next={next ? viewHref(view, {}, { way: "after", mark: next }) : undefined}
        />
      ) : null}
    </PracticePage>
  );
}
