import { circle } from "@/components/charts/geometry";
import { brokenLine, scale } from "@/components/charts/scales";
import { plural } from "@/lib/plural";

type Props = {
  /** Oldest first; the last ten are drawn. */
  scores: readonly number[];
  /** The ends of the scale; checks of connection go from 1 to 10. */
  ends?: readonly [number, number];
  /** This client's usual range, once it is formed. */
  usual?: { lower: number; upper: number } | null | undefined;
  /** The finding in words. */
  label?: string;
};

const width = 92;
const height = 38;
const x = scale([0, 9], [4, 86]);
const checkEnds = [1, 10] as const;

/** The last ten on the whole height of their scale; fewer than ten stand at the right, where today is. */
export function Sparkline({ scores, ends = checkEnds, usual, label }: Props) {
  const shown = scores.slice(-10);
  const y = scale(ends, [35, 3]);
  if (shown.length === 0) return <span className="text-ink-3 text-small">No checks yet</span>;
  const points = shown.map((score, index) => ({ score, x: x(10 - shown.length + index), y: y(score) }));
  const below = usual ? points.filter((point) => point.score < usual.lower) : [];
  const last = points.at(-1);
  const lastIsBelow = last !== undefined && below.includes(last);
  return (
    <svg
      className="spark"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={
        label ??
        `Last ${plural(shown.length, "connection check", `${shown.length} connection checks`)}: ${shown.join(", ")}`
      }
    >
      {usual && <path className="usual" d={`M0 ${y(usual.upper)}H${width}V${y(usual.lower)}H0Z`} />}
      <path className="ln" d={brokenLine(points)} />
      {below.length > 0 && (
        <path
          className="below"
          d={below.map((point) => circle(point.x, point.y, point === last ? 3.4 : 2.6)).join("")}
        />
      )}
      {last && !lastIsBelow && <circle className="last" cx={last.x} cy={last.y} r="3.4" />}
    </svg>
  );
}
