import { classNames } from "@/components/ui/class-names";
import { numberTable, stackedTable } from "@/components/ui/number-table";
import { languageMarks } from "@/lib/assessments/language-marks";
import type { ItemRow, ScaleRow } from "@/lib/assessments/result-view";

const side = { now: "now", wished: "wished" };

type ScaleProps = { rows: readonly ScaleRow[]; before: string | null };

/** One line per scale: what it came to, and what the difference to the earlier date is worth. */
export function ScaleTable({ rows, before }: ScaleProps) {
  return (
    <div className="overflow-x-auto">
      <table className={classNames(numberTable)}>
        <caption className="sr-only">Scores</caption>
        <thead className="print:break-inside-avoid">
          <tr className="print:break-inside-avoid">
            <th scope="col">Scale</th>
            {before ? <th scope="col">{before}</th> : null}
            <th scope="col">This time</th>
            <th scope="col" className="words text-left!">
              {before ? "Difference" : "In words"}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr className="print:break-inside-avoid" key={row.key}>
              <th scope="row">
                {row.title}
                <span className="second-line block text-ink-2 text-small">{row.range}</span>
              </th>
              {before ? <td>{row.before ?? "No score"}</td> : null}
              <td className="font-strong text-ink">{row.score ?? "No score"}</td>
              <td className="words">
                {[row.band, row.note, row.change].filter(Boolean).map((words) => (
                  <span className="block" key={words}>
                    {words}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type ItemProps = {
  rows: readonly ItemRow[];
  first: string | null;
  previous: string | null;
  now: string;
  hasForms: boolean;
  /** What language the questionnaire is in. */
  locale: string;
};

/** Every answer, the first time, the time compared with, and this time; a statement once, with the sides it was answered from. */
export function ItemTable({ rows, first, previous, now, hasForms, locale }: ItemProps) {
  const its = languageMarks(locale);
  return (
    <div className="overflow-x-auto">
      <table className={classNames(numberTable, stackedTable, "print:text-[9.5pt]")}>
        <caption className="sr-only">Answers by question</caption>
        <thead className="print:break-inside-avoid">
          <tr className="print:break-inside-avoid">
            <th scope="col">Question</th>
            {hasForms ? (
              <th scope="col" className="words text-left!">
                <span className="sr-only">Side</span>
              </th>
            ) : null}
            {first ? (
              <th scope="col" className="words text-left!">
                First, {first}
              </th>
            ) : null}
            {previous ? (
              <th scope="col" className="words text-left!">
                {previous}
              </th>
            ) : null}
            <th scope="col" className="words text-left!">
              {now}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={`${row.id}/${row.form}`} className={rows[place + 1]?.id === row.id ? "goes-on" : undefined}>
              {rows[place - 1]?.id === row.id ? null : (
                <th
                  className="min-w-55 print:py-0.75"
                  scope="rowgroup"
                  rowSpan={rows.filter(({ id }) => id === row.id).length}
                >
                  <span {...its}>{row.text}</span>
                </th>
              )}
              {hasForms ? <td className="words side pl-3 text-ink-2 print:py-0.75">{side[row.form]}</td> : null}
              {first ? (
                <td className="words print:py-0.75" data-label={`First, ${first}`}>
                  <span {...its}>{row.first}</span>
                </td>
              ) : null}
              {previous ? (
                <td className="words print:py-0.75" data-label={previous}>
                  <span {...its}>{row.previous}</span>
                </td>
              ) : null}
              <td className="words font-strong text-ink print:py-0.75" data-label={now}>
                <span {...its}>{row.now}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
