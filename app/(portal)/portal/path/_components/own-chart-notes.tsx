import { theirWords } from "@/components/ui/their-words";
import type { OwnChartNote } from "@/db/queries/connection/chart-notes";
import { formatDay } from "@/lib/format";

type Props = { notes: readonly OwnChartNote[]; today: string };

/** What happened beside the weeks, under the client’s own chart. */
export function OwnChartNotes({ notes, today }: Props) {
  if (notes.length === 0) return null;
  return (
    <details className="mt-2">
      <summary>What happened in these weeks</summary>
      <ul className="mt-2 grid gap-1.5">
        {notes.map(({ id, date, words }) => (
          <li key={id}>
            <b>{formatDay(date, today)}</b>{" "}
            <span className="wrap-anywhere" {...theirWords}>
              {words}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
