"use client";

import { dimensionLook } from "@/components/charts/dimension";
import { DimensionLabel } from "@/components/charts/dimension-mark";
import { changeWords, type DumbbellRow, share, widestFirst } from "@/components/charts/dumbbell-geometry";
import { lineDashes } from "@/components/charts/line-dashes";
import { shapePath } from "@/components/charts/shapes";
import type { Dimension } from "@/lib/assessments/dimension";
import type { DimensionGoals } from "@/lib/goals/goal-lines";
import { minus } from "@/lib/signed";

type Props = {
  caption: string;
  rows: readonly DumbbellRow[];
  /** Smallest change that counts as reliable, in points, and where its reliability comes from. */
  reliableFrom: string;
  /** Such as "baseline, 1 September"; null when this is the first assessment. */
  baselineLabel: string | null;
  /** "baseline", or what stands in its place. */
  since: string;
  /** Lines that were agreed on. */
  goals?: DimensionGoals;
};

const ticks = [0, 24, 48, 72, 96];

export function DumbbellTable({ caption, rows, reliableFrom, baselineLabel, since, goals = {} }: Props) {
  return (
    <>
      <table className="w-full border-collapse narrow:block print:break-inside-avoid [&~.text-small]:mt-1.5">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-small text-ink-2 narrow:sr-only [&_th]:pb-1 [&_th]:text-right [&_th]:align-bottom [&_th]:font-semibold">
          <tr>
            <th scope="col" className="text-left!">
              Dimension
            </th>
            <th scope="col" className="w-[44%] min-w-50 px-3">
              <span className="sr-only">First, now and wished, 0 to 96</span>
              <svg width="100%" height="18" aria-hidden="true">
                <Grid />
                {ticks.map((tick) => (
                  <text key={tick} className="txt mid" x={share(tick)} y="13">
                    {tick}
                  </text>
                ))}
              </svg>
            </th>
            <th scope="col" className="w-14 print:w-11.5">
              Now
            </th>
            <th scope="col" className="w-14 print:w-11.5">
              Wished
            </th>
            <th scope="col" className="w-14 print:w-11.5">
              Gap
            </th>
            <th scope="col" className="w-49 pl-3 print:w-37.5">
              {`Since ${since}`}
            </th>
          </tr>
        </thead>
        <tbody className="narrow:block">
          {widestFirst(rows).map((row) => (
            <tr key={row.dimension} className="look-dumbbell">
              <th scope="row" className="text-left font-semibold narrow:order-1">
                <DimensionLabel dimension={row.dimension} />
                {goals[row.dimension] === undefined ? null : (
                  <span className="block text-small font-normal text-ink-2">{`Goal line ${goals[row.dimension]}`}</span>
                )}
              </th>
              <td className="look-dumbbell-plot">
                <Dumbbell row={row} goal={goals[row.dimension]} />
              </td>
              <td className="look-dumbbell-figure font-strong" data-label="now">
                {row.now}
              </td>
              <td className="look-dumbbell-figure" data-label="wished">
                {row.wished}
              </td>
              <td className="look-dumbbell-figure font-strong" data-label="gap">
                {minus(row.gap)}
              </td>
              <td className="pl-3 text-right text-small narrow:order-2 narrow:pl-0">
                <Change row={row} isFirst={baselineLabel === null} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="[&_svg]:flex-none flex gap-y-1 gap-x-4 mt-2.5 flex-wrap text-ink-2 text-small">
        <Key label="now" side="now" />
        <Key label="wished" side="wish" />
        {Object.keys(goals).length > 0 ? (
          <span className="inline-flex gap-1.5 items-center">
            <svg width="8" height="18" aria-hidden="true">
              <path className="goal" strokeDasharray={lineDashes.goal} d="M4 0V18" />
            </svg>
            goal line
          </span>
        ) : null}
        {baselineLabel && (
          <>
            <span className="inline-flex gap-1.5 items-center">
              <svg width="8" height="16" aria-hidden="true">
                <path className="ghost" d="M4 0V16" />
              </svg>
              {baselineLabel}
            </span>
            <span className="inline-flex gap-1.5 items-center">
              <svg width="24" height="14" aria-hidden="true">
                <path className="move sure" d="M0 7H20" />
                <path className="fill-ink-3" d="M24 7l-7 -4v8Z" />
              </svg>
              reliable change, {reliableFrom}
            </span>
            <span className="inline-flex gap-1.5 items-center">
              <svg width="24" height="14" aria-hidden="true">
                <path className="move" d="M0 7H24" />
              </svg>
              smaller than measurement error
            </span>
          </>
        )}
      </p>
    </>
  );
}

/** The lines behind every row, drawn once. */
function Grid() {
  return (
    <symbol id="dumbbell-grid" overflow="visible">
      {ticks.map((tick) => (
        <line key={tick} x1={share(tick)} x2={share(tick)} y2="100%" />
      ))}
    </symbol>
  );
}

/** Places are shares of the width, so the drawing fills its cell while every mark keeps its size. */
function Dumbbell({ row, goal }: { row: DumbbellRow; goal: number | undefined }) {
  const { dimension, baseline, now, wished, change } = row;
  const sentence = `${baseline === null || !change ? "Now" : `First ${baseline}, now`} ${now}, wished ${wished}${goal === undefined ? "" : `, goal line at ${goal}`}`;
  return (
    <svg className={dimensionLook[dimension].hue} width="100%" height="44" role="img" aria-label={sentence}>
      <use className="gridline" href="#dumbbell-grid" width="100%" height="44" />
      {goal === undefined ? null : (
        <line className="goal" strokeDasharray={lineDashes.goal} x1={share(goal)} x2={share(goal)} y1="0" y2="44" />
      )}
      <line className="gap" x1={share(now)} x2={share(wished)} y1="22" y2="22" />
      {baseline !== null && change ? (
        <>
          <line className="ghost" x1={share(baseline)} x2={share(baseline)} y1="13" y2="37" />
          <Move from={baseline} to={now} isSure={change.reliable} />
        </>
      ) : null}
      <Mark dimension={dimension} side="wish" at={wished} radius={6} />
      <Mark dimension={dimension} side="now" at={now} radius={6.5} />
    </svg>
  );
}

/** Below the line of the gap, so that a fall is seen as clearly as a rise. A sure one points to where it went. */
function Move({ from, to, isSure }: { from: number; to: number; isSure: boolean }) {
  return (
    <>
      <line className={isSure ? "move sure" : "move"} x1={share(from)} x2={share(to)} y1="35" y2="35" />
      {isSure ? (
        <svg x={share(to)} y="35" width="1" height="1" overflow="visible" aria-hidden="true">
          <path className="fill-ink-3" d={to > from ? "M0 0l-7 -4v8Z" : "M0 0l7 -4v8Z"} />
        </svg>
      ) : null}
    </>
  );
}

function Mark({
  dimension,
  side,
  at,
  radius,
}: {
  dimension: Dimension;
  side: "now" | "wish";
  at: number;
  radius: number;
}) {
  return (
    <svg x={share(at)} y="22" width="1" height="1" overflow="visible" aria-hidden="true">
      <path className={`mark ${side}`} d={shapePath(dimension, 0, 0, radius)} />
    </svg>
  );
}

function Change({ row, isFirst }: { row: DumbbellRow; isFirst: boolean }) {
  if (!row.change)
    return (
      <span className="text-ink-3">
        {isFirst ? "First assessment" : row.baseline === null ? "No earlier score" : "Asked otherwise before"}
      </span>
    );
  const { points, worth } = changeWords(row.change);
  if (!row.change.reliable) return <span className="text-ink-3">{`${points} ${worth}`}</span>;
  return (
    <span className="whitespace-nowrap">
      <b>
        <svg className="mr-1.25 inline-block" width="9" height="9" viewBox="0 0 9 9" aria-hidden="true">
          <path d={row.change.points > 0 ? "M4.5 0 9 9H0z" : "M4.5 9 0 0h9z"} fill="currentColor" />
        </svg>
        {points}
      </b>{" "}
      <span className="text-ink-2">{worth}</span>
    </span>
  );
}

export function Key({ label, side, size = 5 }: { label: string; side: "now" | "wish"; size?: number }) {
  return (
    <span className="inline-flex gap-1.5 items-center">
      <svg width="16" height="14" aria-hidden="true">
        <circle className={`mark plain ${side}`} cx="8" cy="7" r={size} />
      </svg>
      {label}
    </span>
  );
}
