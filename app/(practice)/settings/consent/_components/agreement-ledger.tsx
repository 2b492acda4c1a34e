import Link from "next/link";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import type { LedgerLine } from "@/db/queries/clients/consent-ledger";
import { ledgerWords } from "@/lib/identity/consent-ledger";
import { paths } from "@/lib/paths";

type Props = { people: readonly LedgerLine[]; moment: (at: Date) => string };

/** Who agreed to what, and when: those whom somebody has to talk with stand first. */
export function AgreementLedger({ people, moment }: Props) {
  return (
    <Section
      id="ledger"
      title="Who agreed to what"
      sub="Clients whom you read, without those whose time here is over. Every answer of one person stands on their record."
    >
      {people.length === 0 ? (
        <Empty title="Nobody yet">A client agrees when they first open their pages.</Empty>
      ) : (
        <table className="w-full border-collapse [&_:is(th,td)]:border-b [&_:is(th,td)]:border-line [&_:is(th,td)]:py-2 [&_:is(th,td)]:pr-3 [&_:is(th,td)]:text-left [&_:is(th,td)]:align-top [&_:is(th,td)]:wrap-anywhere">
          <caption className="sr-only">Who agreed to what</caption>
          <thead className="text-small text-ink-2">
            <tr>
              <th scope="col">Client</th>
              <th scope="col">Agreement</th>
              <th scope="col">When</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ clientId, name, recordNumber, state, limitsVersion, decidedAt }) => (
              <tr key={clientId}>
                <th scope="row" className="font-normal">
                  <Link href={paths.client(clientId).record} prefetch={false}>
                    {name}
                  </Link>
                  <span className="block text-ink-2 text-small">Record {recordNumber}</span>
                </th>
                <td>
                  {ledgerWords[state]}
                  {limitsVersion ? <span className="block text-ink-2 text-small">Version {limitsVersion}</span> : null}
                </td>
                <td>{decidedAt ? moment(decidedAt) : "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
