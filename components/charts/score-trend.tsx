"use client";

import { brokenLine, circle, scale } from "@/components/charts/geometry";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";
import type { Form } from "@/lib/assessments/instrument";
import type { TrendPoint } from "@/lib/assessments/result-trends";

type Props = {
  title: string;
  range: { min: number; max: number };
  direction: "higher" | "lower" | "neither";
  points: readonly TrendPoint[];
  /** Half the width of the band around the first score in which a difference may be measurement error. */
  threshold: number | null;
  /** Where that figure comes from. */
  kind: "published" | "estimated" | "assumed" | null;
};

const width = 420;
const left = 34;
const right = 372;
const top = 14;
const floor = 118;

/** One scale over all responses, on its full range with better upwards. The band is what measurement error alone could do. */
export function ScoreTrend({ title, range, direction, points, threshold, kind }: Props) {
  const y = scale([range.min, range.max], direction === "lower" ? [top, floor] : [floor, top]);
  const x = places(points);
  const at = (form: Form) =>
    points.map((point, i) => {
      const value = point[form];
      return value === null ? null : { x: x[i] ?? left, y: y(value) };
    });
  const now = at("now");
  const wished = at("wished");
  const first = points.find((point) => point.now !== null)?.now ?? null;
  const last = points.findLast((point) => point.now !== null);
  const ticks = [range.min, (range.min + range.max) / 2, range.max];
  const hasWished = wished.some((point) => point !== null);
  const band =
    first === null || threshold === null ? null : [y(first - threshold), y(first + threshold)].sort((a, b) => a - b);
  const words = (value: number | null) => (value === null ? "no score" : String(round(value)));
  const sentence = `${title}: ${points.map((point) => `${point.label} ${words(point.now)}`).join("; ")}`;
  return (
    <DataTableAlternative
      chart="trend"
      table={{
        caption: title,
        columns: ["Date", ...(hasWished ? ["Now", "Wished"] : ["Score"])],
        rows: points.map((point) => [
          { text: point.label, sort: point.date },
          words(point.now),
          ...(hasWished ? [words(point.wished)] : []),
        ]),
      }}
    >
      <svg
        className="trend max-w-full h-auto"
        width={width}
        height="146"
        viewBox={`0 0 ${width} 146`}
        role="img"
        aria-label={sentence}
      >
        {band ? <path className="band" d={`M${left} ${band[0]}H${right}V${band[1]}H${left}Z`} /> : null}
        <path className="gridline" d={ticks.map((tick) => `M${left} ${y(tick)}H${right}`).join("")} />
        {ticks.map((tick) => (
          <text key={tick} className="txt end" x={left - 6} y={y(tick) + 4}>
            {round(tick)}
          </text>
        ))}
        {points.map((point, i) =>
          i === 0 || i === points.length - 1 ? (
            <text
              key={i === 0 ? "first" : "last"}
              className={i === 0 ? "txt" : "txt end"}
              x={i === 0 ? left : right}
              y="140"
            >
              {point.label}
            </text>
          ) : null,
        )}
        {hasWished ? <path className="ln wished" d={brokenLine(wished)} /> : null}
        <path className="ln" d={brokenLine(now)} />
        <path
          className="mark now text-ink"
          d={now.map((point) => (point ? circle(point.x, point.y, 4) : "")).join("")}
        />
        {hasWished ? (
          <path
            className="mark wish text-ink"
            d={wished.map((point) => (point ? circle(point.x, point.y, 3.6) : "")).join("")}
          />
        ) : null}
        {last?.now == null ? null : (
          <text className="txt bold" x={right + 10} y={y(last.now) + 4}>
            {round(last.now)}
          </text>
        )}
      </svg>
      <p className="[&_svg]:flex-none flex gap-y-1 gap-x-4 mt-2.5 flex-wrap text-ink-2 text-small">
        {direction === "lower" ? (
          <span className="inline-flex gap-1.5 items-center">Lower scores stand higher: up is better.</span>
        ) : null}
        {band ? (
          <span className="inline-flex gap-1.5 items-center">
            Shaded: within measurement error of the first score ({kind}).
          </span>
        ) : null}
        {hasWished ? <span className="inline-flex gap-1.5 items-center">Solid: now. Dashed: wished.</span> : null}
      </p>
    </DataTableAlternative>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

/** By date, so that a long pause looks long. */
function places(points: readonly TrendPoint[]): number[] {
  const days = points.map((point) => Date.parse(`${point.date}T00:00:00Z`));
  const [from, to] = [days[0] ?? 0, days.at(-1) ?? 0];
  if (from === to) return days.map((_, i) => left + ((right - left) * (i + 1)) / (days.length + 1));
  const x = scale([from, to], [left + 6, right - 6]);
  return days.map(x);
}
