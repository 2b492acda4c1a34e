import Link from "next/link";
import { phaseSentence } from "@/components/charts/phase-bar-geometry";
import { PageHead } from "@/components/shell/page-head";
import { Empty } from "@/components/ui/empty";
import { paths } from "@/lib/paths";
import { loadByNumber } from "../load-caseload";

/** The caseload while somebody is in the room: record numbers in their order, for the order itself would tell who needs whom. */
export async function BesideCaseload() {
  const rows = await loadByNumber();
  return (
    <>
      <PageHead title="Caseload" sub="By record number." />
      {rows.length === 0 ? (
        <Empty title="Nobody is enrolled yet" />
      ) : (
        <ul className="mt-6 list-none max-w-120">
          {rows.map(({ fact: { clientId, recordNumber }, standing }) => (
            <li
              className="flex gap-y-1 gap-x-5 py-2.5 border-b border-line flex-wrap items-center justify-between print:break-inside-avoid"
              key={clientId}
            >
              <Link
                className="font-strong text-inherit no-underline hover:underline"
                href={paths.client(clientId).overview}
                prefetch={false}
              >
                Record {recordNumber}
              </Link>
              {standing ? <span className="text-ink-2">{phaseSentence(standing.progress)}</span> : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
