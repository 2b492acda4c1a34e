import type { CorrectionRecord } from "@/db/queries/clients/corrections";
import type { TransferRecord } from "@/db/queries/clients/transfers";
import { correctedFields } from "@/lib/clients/correction";
import { formatLongDay } from "@/lib/format";

type Props = {
  corrections: readonly CorrectionRecord[];
  transfers: readonly TransferRecord[];
  today: string;
  moment: (at: Date) => string;
};

/** What stood on the record before, who put it right, when and why. Nothing where nothing ever was. */
export function Corrections({ corrections, transfers, today, moment }: Props) {
  if (corrections.length + transfers.length === 0) return null;
  const shown = (field: CorrectionRecord["field"], value: string | null) =>
    value === null ? "none" : field === "start-date" ? formatLongDay(value, today) : value.replaceAll("_", " ");
  return (
    <details className="mt-4">
      <summary>What stood here before</summary>
      <ul className="grid gap-2 mt-2.5 text-small">
        {transfers.map(({ id, from, to, reason, by, at }) => (
          <li key={id} className="wrap-anywhere">
            Therapist: <s>{from}</s> {to}
            <span className="block text-ink-2">
              By {by}, {moment(at)}. {reason}
            </span>
          </li>
        ))}
        {corrections.map(({ id, field, before, after, reason, by, at }) => (
          <li key={id} className="wrap-anywhere">
            {correctedFields[field]}: <s>{shown(field, before)}</s> {shown(field, after)}
            <span className="block text-ink-2">
              By {by}, {moment(at)}.{reason ? ` ${reason}` : ""}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
