import { classNames } from "@/components/ui/class-names";
import { numberTable, stackedTable } from "@/components/ui/number-table";
import type { gapRows, ScaleRow } from "@/lib/assessments/result-view";

type Props = { rows: readonly ScaleRow[]; gaps: ReturnType<typeof gapRows>; before: string | null };

/** A questionnaire that is answered twice, now and wished: a line for each scale has both sides, the gap, and what moved. */
export function SidesTable({ rows, gaps, before }: Props) {
  const scales = [...new Map(rows.map((row) => [row.title, rows.filter(({ title }) => title === row.title)]))];
  return (
    <table className={classNames(numberTable, stackedTable)}>
      <caption className="sr-only">Scores, now and wished</caption>
      <thead className="print:break-inside-avoid">
        <tr className="print:break-inside-avoid">
          <th scope="col">Scale</th>
          <th scope="col">Now</th>
          <th scope="col">Wished</th>
          <th scope="col">Gap</th>
          <th scope="col" className="words text-left!">
            {before ? `Since ${before}` : "In words"}
          </th>
        </tr>
      </thead>
      <tbody>
        {scales.map(([title, sides]) => {
          const gap = gaps.find((one) => one.title === title);
          const moved = gap && before ? [gap.change] : sides.map((one) => said(one, one.change, sides.length));
          const notes = sides.flatMap((one) => [said(one, one.band, sides.length), said(one, one.note, sides.length)]);
          return (
            <tr className="print:break-inside-avoid" key={title}>
              <th scope="row">
                {title}
                <span className="second-line block text-ink-2 text-small">{sides[0]?.range}</span>
              </th>
              <Score label="Now" row={sides.find(({ form }) => form === "now")} before={before} />
              <Score label="Wished" row={sides.find(({ form }) => form === "wished")} before={before} />
              <td className="font-strong text-ink" data-label="Gap">
                {gap?.gap ?? "None"}
              </td>
              <td className="words" data-label={before ? `Since ${before}` : "In words"}>
                {[...notes, ...moved].flatMap((words) =>
                  words ? (
                    <span className="block" key={words}>
                      {words}
                    </span>
                  ) : (
                    []
                  ),
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Score({ label, row, before }: { label: string; row: ScaleRow | undefined; before: string | null }) {
  return (
    <td data-label={label}>
      {row ? <span className="font-strong text-ink">{row.score ?? "No score"}</span> : "Not asked"}
      {row && before ? (
        <span className="block narrow:ml-1.5 narrow:inline whitespace-nowrap text-ink-2 text-small">
          was {row.before ?? "without a score"}
        </span>
      ) : null}
    </td>
  );
}

const said = ({ form }: ScaleRow, words: string | null, sides: number) =>
  words && sides > 1 ? `${form === "now" ? "Now" : "Wished"}: ${words}` : words;
