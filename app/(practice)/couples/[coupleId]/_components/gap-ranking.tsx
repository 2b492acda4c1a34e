import { DimensionLabel } from "@/components/charts/dimension-mark";
import { wholePoints } from "@/lib/assessments/score-set";
import { combinedGap, type PairRow, widestTogetherFirst, wishesApart } from "@/lib/couples/shared-scores";
import { minus } from "@/lib/signed";

type Props = { rows: readonly PairRow[]; first: string; second: string; isPrivate: (row: PairRow) => boolean };

/** Wished minus now of both, widest together first. What one of the two keeps never prints. */
export function GapRanking({ rows, first, second, isPrivate }: Props) {
  const ranked = widestTogetherFirst(rows).filter((row) => combinedGap(row) !== null);
  if (ranked.length === 0) return <p className="sec">No gap of both to rank yet.</p>;
  return (
    <table className="rank">
      <caption className="vh">Gaps of both, in points</caption>
      <thead>
        <tr>
          <th scope="col">Dimension</th>
          <th scope="col">Both</th>
          <th scope="col">{first}</th>
          <th scope="col">{second}</th>
          <th scope="col">Wishes apart</th>
        </tr>
      </thead>
      <tbody>
        {ranked.map((row) => (
          <tr key={row.dimension} className={isPrivate(row) ? "private-row" : undefined}>
            <th scope="row">
              <DimensionLabel dimension={row.dimension} />
            </th>
            <td className="strong">{points(combinedGap(row))}</td>
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
