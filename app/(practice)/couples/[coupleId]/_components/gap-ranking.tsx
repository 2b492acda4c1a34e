import { DimensionLabel } from "@/components/charts/dimension-mark";
import { combinedGap, gapOf, type PairRow, widestTogetherFirst } from "@/lib/couples/shared-scores";
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
            <td className="strong">{minus(combinedGap(row) ?? 0)}</td>
            <td>{minus(gapOf(row.first) ?? 0)}</td>
            <td>{minus(gapOf(row.second) ?? 0)}</td>
            <td>{Math.abs((row.first?.wished ?? 0) - (row.second?.wished ?? 0))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
