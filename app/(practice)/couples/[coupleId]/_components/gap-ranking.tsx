import type { CouplePerson } from "@/db/queries/couples/couple";
import { wholePoints } from "@/lib/assessments/score-set";
import { combinedGap, type PairRow, widestTogetherFirst, wishesApart } from "@/lib/couples/shared-scores";
import { minus } from "@/lib/signed";
import { sharesAlone } from "../couple-rows";
import { RankedGaps } from "./ranked-gaps";

type Props = { rows: readonly PairRow[]; names: readonly [string, string]; people: readonly CouplePerson[] };

/** Wished minus now of both, widest together first. What one of the two keeps never prints. */
export function GapRanking({ rows, names, people }: Props) {
  const ranked = widestTogetherFirst(rows).filter((row) => combinedGap(row) !== null);
  if (ranked.length === 0) return <p className="text-ink-2">No gap of both to rank yet.</p>;
  return (
    <RankedGaps
      names={names}
      rows={ranked.map((row) => ({
        dimension: row.dimension,
        both: points(combinedGap(row)),
        each: [points(row.first?.gap), points(row.second?.gap)],
        apart: wishesApart(row),
        isPrivate: people.some((person) => !sharesAlone(person, row.dimension)),
      }))}
    />
  );
}

const points = (exact: number | null | undefined): string => minus(wholePoints(exact ?? 0));
