"use client";

import { DimensionLabel } from "@/components/charts/dimension-mark";
import { numberTable } from "@/components/ui/number-table";
import type { Dimension } from "@/lib/assessments/dimension";

type Row = {
  dimension: Dimension;
  both: string;
  each: readonly [string, string];
  /** Null where one of them was not asked what they wish. */
  apart: number | null;
  /** Never printed. */
  isPrivate: boolean;
};

/** Gaps of two people, a row for each dimension. */
export function RankedGaps({
  names: [first, second],
  rows,
}: {
  names: readonly [string, string];
  rows: readonly Row[];
}) {
  return (
    <table className={numberTable}>
      <caption className="sr-only">Gaps of both, in points</caption>
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
        {rows.map(({ dimension, both, each, apart, isPrivate }) => (
          <tr key={dimension} className={isPrivate ? "print:hidden" : undefined}>
            <th scope="row">
              <DimensionLabel dimension={dimension} />
            </th>
            <td className="font-strong text-ink">{both}</td>
            <td>{each[0]}</td>
            <td>{each[1]}</td>
            <td>{apart}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
