"use client";

import { ValueAxis } from "@/components/charts/axes";
import { isNumbered, type JudgedWeek, ratedFrame, ratedPaths, ratedY } from "@/components/charts/rated-geometry";

const { width, height } = ratedFrame;

export function RatedOnScreen({ label, weeks }: { label: string; weeks: readonly JudgedWeek[] }) {
  const { lines, said, rated, at } = ratedPaths(weeks);
  return (
    <svg
      className="h-auto max-w-full"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <ValueAxis ticks={[0, 2, 4]} at={ratedY} from={ratedFrame.left} to={width} labels={16} />
      {weeks.map(({ week }) => (
        <text key={week} className="txt mid" x={at(week)} y="150">
          {isNumbered(week, weeks.length) ? week : ""}
        </text>
      ))}
      <path className="fill-none stroke-ink-3 opacity-45" d={lines} />
      <path className="mark plain wish" d={said} />
      <path className="mark plain now" d={rated} />
    </svg>
  );
}
