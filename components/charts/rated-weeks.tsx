"use client";

import { ValueAxis } from "@/components/charts/axes";
import { Key } from "@/components/charts/dumbbell-table";
import { circle, round } from "@/components/charts/geometry";
import { scale } from "@/components/charts/scales";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";

type Side = { middle: number; times: number } | null;
export type JudgedWeek = { week: number; said: Side; rated: Side };

type Props = { label: string; name: string; weeks: readonly JudgedWeek[] };

const width = 414;
const left = 24;
const y = scale([0, 4], [130, 14]);

/** How it went for the client is open, the rating filled; the third use of the pair, and the legend says so. */
export function RatedWeeks({ label, name, weeks }: Props) {
  const table = {
    caption: label,
    columns: ["Week", name, "Times", "Rating", "Rated"],
    rows: weeks.map(({ week, said, rated }) => [
      week,
      said?.middle ?? "None",
      said?.times ?? 0,
      rated?.middle ?? "None",
      rated?.times ?? 0,
    ]),
  };
  const { lines, said, rated, at } = ratedPaths(weeks);
  return (
    <DataTableAlternative chart="ratings" table={table}>
      <svg
        className="slope h-auto max-w-full"
        width={width}
        height={154}
        viewBox={`0 0 ${width} 154`}
        role="img"
        aria-label={label}
      >
        <ValueAxis ticks={[0, 2, 4]} at={y} from={left} to={width} labels={16} />
        {weeks.map(({ week }) => (
          <text key={week} className="txt mid" x={at(week)} y="150">
            {week % Math.ceil(weeks.length / 14) === 0 ? week : ""}
          </text>
        ))}
        <path className="each" d={lines} />
        <path className="mark plain wish" d={said} />
        <path className="mark plain now" d={rated} />
      </svg>
      <p className="[&_svg]:flex-none flex gap-y-1 gap-x-4 mt-2.5 flex-wrap text-ink-2 text-small">
        <Key label={`how it went for ${name}`} side="wish" size={4.5} />
        <Key label="rating" side="now" size={4.5} />
        <span className="text-ink-3">The middle of each week.</span>
      </p>
    </DataTableAlternative>
  );
}

/** Where both sides of a week are the same, the two stand side by side. */
export function ratedPaths(weeks: readonly JudgedWeek[]) {
  const pitch = Math.min(38, (width - left) / Math.max(1, weeks.length));
  const at = (week: number) => round(left + pitch * (week - 0.5));
  const paths = { lines: "", said: "", rated: "" };
  for (const { week, said, rated } of weeks) {
    const x = at(week);
    const apart = said && rated && Math.abs(said.middle - rated.middle) < 0.35 ? Math.min(5.5, pitch / 3) : 0;
    if (said) paths.said += circle(x - apart, y(said.middle), 4.5);
    if (rated) paths.rated += circle(x + apart, y(rated.middle), 4.5);
    if (said && rated && apart === 0) paths.lines += `M${x} ${y(said.middle)}V${y(rated.middle)}`;
  }
  return { ...paths, at };
}
