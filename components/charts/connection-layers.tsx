import { usePlotArea } from "recharts";
import { ValueAxis, WeekAxis } from "@/components/charts/axes";
import { type ConnectionData, mostFlags } from "@/components/charts/connection-data";
import {
  type Frame,
  flagPlaces,
  labelledWeeks,
  lineLabels,
  middleOfWeek,
  placeDay,
  placeScore,
  todayLabel,
} from "@/components/charts/connection-geometry";
import { bar } from "@/components/charts/geometry";
import { lineDashes } from "@/components/charts/line-dashes";
import { phaseTint } from "@/components/charts/phase-tint";

type Props = { data: ConnectionData; frame: Frame };

/** Everything behind the marks: phases, grid, axes, baseline, today and the event flags. */
export function Ground({ data, frame }: Props) {
  const ready = usePlotArea();
  if (!ready) return null;
  return (
    <g>
      <Phases data={data} frame={frame} />
      <Axes data={data} frame={frame} />
      <Lines data={data} frame={frame} />
      <Today data={data} frame={frame} />
      <Flags data={data} frame={frame} />
    </g>
  );
}

/** Grounds are outlines on paper and where the system chooses the colours. */
const band =
  "forced-colors:fill-none forced-colors:stroke-[GrayText] print:fill-none print:stroke-[#999] print:opacity-100";
const fills = { p1: "fill-p1", p2: "fill-p2", p3: "fill-p3" };

function Phases({ data, frame }: Props) {
  const day = placeDay(frame, data.weeks);
  return data.phases.map((phase, index) => {
    const from = day((phase.from - 1) * 7);
    const to = day(phase.to * 7) - (index < data.phases.length - 1 ? 3 : 0);
    const fits = to - from > phase.name.length * 6.6 + 26;
    return (
      <g key={phase.from}>
        <path className={`${band} ${fills[phaseTint(phase.number)]}`} d={bar(from, 0, to - from, frame.strip)} />
        <path
          className={`${band} opacity-42 ${fills[phaseTint(phase.number)]}`}
          d={bar(from, frame.strip, to - from, frame.floor)}
        />
        <text className="txt bold" x={from + 9} y="17">
          {fits ? `${phase.number}\u2002${phase.name}` : phase.number}
        </text>
      </g>
    );
  });
}

function Axes({ data, frame }: Props) {
  const day = placeDay(frame, data.weeks);
  const score = placeScore(frame);
  const thisWeek = data.today === null ? null : Math.floor(data.today / 7) + 1;
  return (
    <>
      <ValueAxis ticks={[1, 4, 7, 10]} at={score} from={frame.left} to={frame.right} labels={24} />
      <WeekAxis
        weeks={labelledWeeks(data.weeks, frame)}
        at={(week) => day(middleOfWeek(week))}
        y={frame.floor + 18}
        named={24}
        current={thisWeek}
      />
    </>
  );
}

function Lines({ data, frame }: Props) {
  const named = frame.width - frame.right > 60;
  return lineLabels(data, frame).map((line) => (
    <g key={line.name}>
      <path
        className={line.kind === "goal" ? "goal" : "fill-none stroke-ink-2 stroke-[1.25]"}
        strokeDasharray={lineDashes[line.kind]}
        d={`M${line.from} ${line.y}H${frame.right}`}
      />
      {named && (
        <text className="txt" x={frame.right + 10} y={line.labelY + 4}>
          {line.name}
        </text>
      )}
      <text className="txt end bold" x={frame.width - 6} y={line.labelY + 4}>
        {line.figure}
      </text>
    </g>
  ));
}

function Today({ data, frame }: Props) {
  if (data.today === null) return null;
  const x = placeDay(frame, data.weeks)(data.today);
  const label = todayLabel(x, data, frame);
  return (
    <>
      <path className="stroke-ink" strokeDasharray="1 3" d={`M${x} ${frame.strip + 6}V${frame.floor}`} />
      <text className={label.before ? "txt end" : "txt"} x={label.x} y={label.y}>
        Today
      </text>
    </>
  );
}

function Flags({ data, frame }: Props) {
  const y = frame.strip + 16;
  return flagPlaces(data, frame, mostFlags).map((flag) => (
    <g key={flag.number}>
      <path
        className="fill-none stroke-ink-3"
        d={`M${flag.flagX} ${y + 9}L${flag.x} ${y + 18}V${Math.max(y + 18, flag.endY)}`}
      />
      <circle className="fill-paper stroke-ink stroke-[1.25]" cx={flag.flagX} cy={y} r="9" />
      <text className="txt mid bold" x={flag.flagX} y={y + 4}>
        {flag.number}
      </text>
    </g>
  ));
}
