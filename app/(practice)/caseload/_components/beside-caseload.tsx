import Link from "next/link";
import { phaseSentence } from "@/components/charts/phase-bar-geometry";
import { PageHead } from "@/components/shell/page-head";
import { Empty } from "@/components/ui/empty";
import { paths } from "@/lib/paths";
import type { RankedClient } from "../rank";

/** The caseload while somebody is in the room: record numbers in their order, for the order itself would tell who needs whom. */
export function BesideCaseload({ everyone }: { everyone: readonly RankedClient[] }) {
  const rows = everyone.toSorted((a, b) => a.fact.recordNumber - b.fact.recordNumber);
  return (
    <>
      <PageHead title="Caseload" sub="By record number." />
      {rows.length === 0 ? (
        <Empty title="Nobody is enrolled yet" />
      ) : (
        <ul className="rows by-number">
          {rows.map(({ fact: { clientId, recordNumber }, standing }) => (
            <li key={clientId}>
              <Link className="strong" href={paths.client(clientId).overview} prefetch={false}>
                Record {recordNumber}
              </Link>
              {standing ? <span className="sec">{phaseSentence(standing.progress)}</span> : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
