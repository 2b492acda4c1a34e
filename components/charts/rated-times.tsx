"use client";

import { Key } from "@/components/charts/dumbbell-table";
import { circle, round, scale } from "@/components/charts/geometry";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";

export type RatedTime = {
  exercise: string;
  date: string;
  /** The day as it is read. */
  when: string;
  /** 0 to 4 each; null where nothing was said. */
  said: number | null;
  rating: number | null;
};

type Props = {
  label: string;
  name: string;
  times: readonly RatedTime[];
  /** What the steps are called, from 0. */
  saidLabels: readonly string[];
  ratingLabels: readonly string[];
};

/** At most so many stand side by side; the table has all. */
const mostDrawn = 24;
const width = 414;
const left = 24;
const y = scale([0, 4], [130, 14]);

/** How it went for the client is open, the rating filled: each time, in order. Nothing is drawn between what was not given. */
export function RatedTimes({ label, name, times, saidLabels, ratingLabels }: Props) {
  const step = (value: number | null, labels: readonly string[], none: string) =>
    value === null ? { text: none, sort: -1 } : { text: `${value}: ${labels[value] ?? ""}`, sort: value };
  const table = {
    caption: label,
    columns: ["When", "Exercise", name, "Rating"],
    rows: times.map(({ when, date, exercise, said, rating }) => [
      { text: when, sort: date },
      exercise,
      step(said, saidLabels, "Not said"),
      step(rating, ratingLabels, "Not rated"),
    ]),
  };
  return (
    <DataTableAlternative chart="ratings" table={table}>
      <Drawing label={label} times={times.slice(-mostDrawn)} />
      <p className="[&_svg]:flex-none flex gap-y-1 gap-x-4 mt-2.5 flex-wrap text-ink-2 text-small">
        <Key label={`how it went for ${name}`} side="wish" size={4.5} />
        <Key label="rating" side="now" size={4.5} />
        {times.length > mostDrawn ? (
          <span className="text-ink-3">
            The last {mostDrawn}. The table has all {times.length}.
          </span>
        ) : null}
      </p>
    </DataTableAlternative>
  );
}

function Drawing({ label, times }: { label: string; times: readonly RatedTime[] }) {
  const { lines, said, rated } = ratedPaths(times);
  return (
    <svg
      className="slope max-w-full h-auto"
      width={width}
      height={150}
      viewBox={`0 0 ${width} 150`}
      role="img"
      aria-label={label}
    >
      <path className="gridline" d={`M${left} ${y(0)}H${width}M${left} ${y(2)}H${width}M${left} ${y(4)}H${width}`} />
      {[0, 2, 4].map((tick) => (
        <text key={tick} className="txt end" x="16" y={y(tick) + 4}>
          {tick}
        </text>
      ))}
      <path className="each" d={lines} />
      <path className="mark plain wish" d={said} />
      <path className="mark plain now" d={rated} />
    </svg>
  );
}

/** Where both were given and are the same, the two stand side by side. */
export function ratedPaths(times: readonly RatedTime[]): { lines: string; said: string; rated: string } {
  const pitch = Math.min(34, (width - left) / Math.max(1, times.length));
  const paths = { lines: "", said: "", rated: "" };
  times.forEach(({ said, rating }, index) => {
    const x = round(left + pitch * (index + 0.5));
    const apart = said !== null && said === rating ? Math.min(5.5, pitch / 3) : 0;
    if (said !== null) paths.said += circle(x - apart, y(said), 4.5);
    if (rating !== null) paths.rated += circle(x + apart, y(rating), 4.5);
    if (said !== null && rating !== null && apart === 0) paths.lines += `M${x} ${y(said)}V${y(rating)}`;
  });
  return paths;
}
