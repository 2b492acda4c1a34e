import type { Metadata, Route } from "next";
import { PageHead } from "@/components/shell/page-head";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { ListPages } from "@/components/ui/list-pages";
import { Notice } from "@/components/ui/notice";
import { lastChainCheck } from "@/db/queries/audit/chain";
import { auditPeople, listAudit } from "@/db/queries/audit/entries";
import { atOnce } from "@/lib/at-once";
import { auditQuery, readAuditFilter } from "@/lib/audit/filter";
import { formatMoment, inSentence } from "@/lib/format";
import { readPage } from "@/lib/paging";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { AuditTable } from "./_components/audit-table";
import { AuditFilterBar } from "./_components/filter-bar";

export const metadata: Metadata = { title: "Record of access" };

type Asked = Promise<Record<string, string | string[] | undefined>>;

/** Who read and did what, in sentences, with a filter that lives in the address; and whether the chain of it is whole. */
export default async function AuditPage({ searchParams }: { searchParams: Asked }) {
  const asked = await searchParams;
  const filter = readAuditFilter(asked);
  const { data, session } = await loadForStaff(async (scope) => ({
    ...(await atOnce({
      paged: listAudit(scope, filter, readPage(asked.page)),
      people: auditPeople(scope),
      check: lastChainCheck(scope),
    })),
    now: scope.now,
  }));
  const { zone } = session.actor;
  const moment = (at: Date) => formatMoment(at, data.now, zone);
  const query = auditQuery(filter);
  return (
    <PracticePage session={session}>
      <PageHead
        title="Record of access"
        sub="Who read and did what. Looking at it stands in it too."
        action={<LinkButton href={`/api/audit?${query}` as Route}>Take it away as a file</LinkButton>}
      />
      {data.check?.fault ? (
        <Notice tone="risk" title="This record is not whole" announce>
          {data.check.fault} Found {inSentence(moment(data.check.checkedAt))}. Keep the backups, and speak with whoever
          runs Nearer for you.
        </Notice>
      ) : (
        <p className="mt-4 text-small text-ink-2">
          {data.check
            ? `Looked through ${inSentence(moment(data.check.checkedAt))}: ${data.check.entries} entries, and the chain that holds them is whole.`
            : "The chain that holds the entries is looked through every day, and was not yet."}
        </p>
      )}
      <AuditFilterBar filter={filter} people={data.people} />
      {data.paged.rows.length === 0 ? (
        <Empty title="Nothing here">Take a filter away to see more.</Empty>
      ) : (
        <AuditTable rows={data.paged.rows} moment={moment} />
      )}
      <ListPages
        paged={data.paged}
        label="Pages of the record"
        href={(page) => `/settings/audit?${new URLSearchParams([...query, ["page", String(page)]])}` as Route}
      />
    </PracticePage>
  );
}
