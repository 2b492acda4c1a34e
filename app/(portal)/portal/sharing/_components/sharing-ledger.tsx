import type { LedgerLine } from "@/db/queries/own-sharing";
import { itemWords } from "@/lib/domain/couples/share-items";

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
              <b>{itemWords(item)}</b>
              <span className="sec">
                {" "}
                To {to}. Shared: {moment(sharedAt)}.{" "}
                {withdrawnAt ? `Stopped: ${moment(withdrawnAt)}.` : "Still shared."}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
