import { ValueAxis, WeekAxis } from "@/components/charts/axes";
import { labelledWeeks } from "@/components/charts/connection-geometry";
import { circle } from "@/components/charts/geometry";
import { brokenLine, scale } from "@/components/charts/scales";

type Props = {
  /** One entry per week, oldest first: the week's middle score, or null for a week without a check. */
  weeks: readonly { week: number; score: number | null }[];
  /** One warm sentence that says what is drawn. */
  label: string;
  /** The latest check; null draws the weeks alone. */
  latest: number | null;
};

/** One drawing for a page, a phone and a small phone: the room that it has shows the one that fits. */
const widths = [
  { width: 560, shown: "hidden @min-[560px]:block" },
  { width: 340, shown: "hidden @min-[340px]:block @min-[560px]:hidden" },
  { width: 272, shown: "@min-[340px]:hidden" },
];

const y = scale([1, 10], [112, 12]);

/** The axis has ten weeks, or as many as were lived when some were held or repeated. */
const fewestWeeks = 10;

/** A client's own trend beside a thermometer of the latest check. Nothing here is graded: no range, no colour change. */
export function Thermometer({ weeks, label, latest }: Props) {
  return (
    <div className="@container print:break-inside-avoid">
      <div>
        {widths.map(({ width, shown }) => (
          <div className={shown} key={width}>
            <Drawing weeks={weeks} label={label} latest={latest} width={width} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Drawing({ weeks, label, latest, width }: Props & { width: number }) {
  const left = latest === null ? 20 : 66;
  const last = Math.max(fewestWeeks, ...weeks.map(({ week }) => week));
  const ends = { left: left + 20, right: width - 14 };
  const x = scale([1, last], [ends.left, ends.right]);
  const pitch = (ends.right - ends.left) / (last - 1);
  const points = weeks.map((week) => (week.score === null ? null : { x: x(week.week), y: y(week.score) }));
  const dots = points.map((point) => (point ? circle(point.x, point.y, 4) : "")).join("");
  return (
    <svg className="thermometer" width={width} height="152" viewBox={`0 0 ${width} 152`} role="img" aria-label={label}>
      {latest !== null && (
        <>
          <path className="fill-surface stroke-edge" d="M16 12a8 8 0 0 1 16 0V112a14 14 0 1 1 -16 0Z" />
          <circle className="fill-primary" cx="24" cy="124" r="9" />
          <path className="fill-primary" d={`M20 124V${y(latest)}a4 4 0 0 1 8 0V124Z`} />
        </>
      )}
      <ValueAxis ticks={[1, 4, 7, 10]} at={y} from={left + 8} to={width - 4} labels={left} />
      <WeekAxis weeks={labelledWeeks(last, { ...ends, right: ends.right + pitch })} at={x} y={134} named={left} />
      <path className="ln" d={brokenLine(points)} />
      <path className="fill-primary" d={dots} />
    </svg>
  );
}
