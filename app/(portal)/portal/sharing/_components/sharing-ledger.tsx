import type { LedgerLine } from "@/db/queries/couples/own-sharing";
import { keptItemWords, sideOfItem } from "@/lib/couples/share-items";

type Props = { ledger: readonly LedgerLine[]; moment: (at: Date) => string };

/** Everything the person ever shared: what, to whom, from when, until when. Folded, because others look at a phone too. */
export function SharingLedger({ ledger, moment }: Props) {
  if (ledger.length === 0) return null;
  return (
    <section className="task ledger-of-sharing">
      <details>
        <summary>
          <h2>What you decided, and when</h2>
        </summary>
        <p className="sec">Only you and your therapists read this.</p>
        <ul className="plain-list">
          {ledger.map(({ item, sharedAt, withdrawnAt, to }) => (
            <li key={`${item} ${sharedAt.getTime()}`}>
              <b>{keptItemWords(item) ?? "Something that is no longer on the list"}</b>
              <span className="sec">
                {" "}
                {to ? `To ${to}. ` : ""}Shared: {moment(sharedAt)}.{" "}
                {withdrawnAt
                  ? `Stopped: ${moment(withdrawnAt)}.`
                  : sideOfItem(item)
                    ? "One side alone no longer counts; two make a pair."
                    : "Still shared."}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
