import { DimensionLabel } from "@/components/charts/dimension-mark";
import { classNames } from "@/components/ui/class-names";
import { numberTable } from "@/components/ui/number-table";
import { wholePoints } from "@/lib/assessments/score-set";
import { combinedGap, type PairRow, widestTogetherFirst, wishesApart } from "@/lib/couples/shared-scores";
import { minus } from "@/lib/signed";

type Props = { rows: readonly PairRow[]; first: string; second: string; isPrivate: (row: PairRow) => boolean };

/** Wished minus now of both, widest together first. What one of the two keeps never prints. */
export function GapRanking({ rows, first, second, isPrivate }: Props) {
  const ranked = widestTogetherFirst(rows).filter((row) => combinedGap(row) !== null);
  if (ranked.length === 0) return <p className="text-ink-2">No gap of both to rank yet.</p>;
  return (
    <table className={classNames(numberTable)}>
      <caption className="sr-only">Gaps of both, in points</caption>
      <thead className="print:break-inside-avoid">
        <tr className="print:break-inside-avoid">
          <th scope="col">Dimension</th>
          <th scope="col">Both</th>
          <th scope="col">{first}</th>
          <th scope="col">{second}</th>
          <th scope="col">Wishes apart</th>
        </tr>
      </thead>
      <tbody>
        {ranked.map((row) => (
          <tr key={row.dimension} className={isPrivate(row) ? "print:hidden print:break-inside-avoid" : undefined}>
            <th scope="row">
              <DimensionLabel dimension={row.dimension} />
            </th>
            <td className="font-strong text-ink">{points(combinedGap(row))}</td>
            <td>{points(row.first?.gap)}</td>
            <td>{points(row.second?.gap)}</td>
            <td>{wishesApart(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const points = (exact: number | null | undefined): string => minus(wholePoints(exact ?? 0));
