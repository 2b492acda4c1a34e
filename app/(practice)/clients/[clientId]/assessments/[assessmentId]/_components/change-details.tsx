import { classNames } from "@/components/ui/class-names";
import { numberTable, stackedTable } from "@/components/ui/number-table";
import type { ChangeWorking } from "@/lib/assessments/change-working";
import { signed } from "@/lib/signed";

/** What stands behind "beyond measurement error", folded away. Nothing where no scale has a figure. */
export function ChangeDetails({ rows, hasForms }: { rows: readonly ChangeWorking[]; hasForms: boolean }) {
  if (rows.length === 0) return null;
  const hasIndex = rows.some(({ indices }) => indices.length > 0);
  return (
    <details className="mt-3">
      <summary className="py-1.5 text-primary text-small cursor-pointer">How this was worked out</summary>
      <div className="overflow-x-auto">
        <table className={classNames(numberTable, stackedTable)}>
          <caption className="sr-only">Figures behind measurement error</caption>
          <thead className="print:break-inside-avoid">
            <tr className="print:break-inside-avoid">
              <th scope="col">Scale</th>
              <th scope="col">SD</th>
              <th scope="col">Reliability</th>
              <th scope="col">Error of a score</th>
              <th scope="col">Error of a difference</th>
              <th scope="col">Reliable</th>
              {hasIndex ? <th scope="col">Index</th> : null}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, title, kind, figures, threshold, indices }) => (
              <tr className="print:break-inside-avoid" key={key}>
                <th scope="row">
                  {title}
                  <span className="second-line block text-ink-2 text-small">{kind}</span>
                </th>
                <td data-label="SD">{figures ? figures.sd.toFixed(1) : "Not known"}</td>
                <td data-label="Reliability">{figures ? figures.reliability.toFixed(2) : "Not known"}</td>
                <td data-label="Error of a score">{figures ? figures.sem.toFixed(1) : "Not known"}</td>
                <td data-label="Error of a difference">{figures ? figures.sdiff.toFixed(1) : "Not known"}</td>
                <td className="font-strong text-ink" data-label="Reliable">
                  {threshold.reached === "at least"
                    ? `${threshold.points} or more`
                    : `more than ${threshold.points.toFixed(1)}`}
                </td>
                {hasIndex ? (
                  <td data-label="Index">
                    {indices.length === 0
                      ? "Not known"
                      : indices.map(({ form, index }) => (
                          <span className="block" key={form}>
                            {Number.isFinite(index) ? signed(index, 2) : "Without error"}
                            {hasForms ? ` ${form}` : null}
                          </span>
                        ))}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {[...new Set(rows.map(({ source }) => source))].map((source) => (
        <p className="mt-2 text-ink-2 text-small" key={source}>
          {source}
        </p>
      ))}
      <p className="mt-2 text-ink-2 text-small">
        {hasIndex ? "The index is the difference over its error: beyond 1.96 either way it is reliable. " : null}
        After Jacobson and Truax (1991). Reliable is not the same as well: cut-offs between ill and well need the mean
        of a clinical and of a healthy group, and none that could be confirmed is known here.
      </p>
    </details>
  );
}
