import { Path } from "@react-pdf/renderer";
import { type ConnectionData, mostFlags } from "@/components/charts/connection-data";
import {
  type Frame,
  flagPlaces,
  frameFor,
  labelledWeeks,
  lineLabels,
  middleOfWeek,
  placeDay,
  placeScore,
} from "@/components/charts/connection-geometry";
import { bar, circle } from "@/components/charts/geometry";
import { lineDashes } from "@/components/charts/line-dashes";
import { phaseTint } from "@/components/charts/phase-tint";
import { brokenLine } from "@/components/charts/scales";
import { Drawn, Label, PaperAxis, PaperWeeks } from "@/components/report/drawn";
import { paperColours } from "@/components/report/paper-colours";

/** As wide as the screen draws it with room for the names of the baseline’s lines. */
const frame = frameFor(620);

/** The line of the weeks, lifted over every week without a check, and the marks of checks and weeks. */
export function connectionPaths(data: ConnectionData, { left, right, ...rest }: Frame = frame) {
  const day = placeDay({ left, right, ...rest }, data.weeks);
  const score = placeScore({ left, right, ...rest });
  const weeks = data.medians.map(({ week, median, signal }) =>
    median === null ? null : { x: day(middleOfWeek(week)), y: score(median), median, signal },
  );
  return {
    line: brokenLine(weeks),
    checks: data.checks.map((check) => circle(day(check.at), score(check.score), 3)).join(""),
    weeks: weeks.filter((week) => week !== null),
  };
}

export function ConnectionDrawing({ data }: { data: ConnectionData }) {
  const { line, checks, weeks } = connectionPaths(data);
  return (
    <Drawn width={frame.width} height={frame.height} scale={0.8}>
      <Phases data={data} />
      <PaperAxis ticks={[1, 4, 7, 10]} at={placeScore(frame)} from={frame.left} to={frame.right} labels={24} />
      <PaperWeeks
        weeks={labelledWeeks(data.weeks, frame)}
        at={(week) => placeDay(frame, data.weeks)(middleOfWeek(week))}
        y={frame.floor + 18}
        named={24}
      />
      <Lines data={data} />
      <Flags data={data} />
      <Path d={checks} fill={paperColours.ink} fillOpacity={0.3} />
      <Path d={line} fill="none" stroke={paperColours.ink} strokeWidth={1.75} strokeLinejoin="round" />
      {weeks.map(({ x, y, median, signal }) => (
        <Week key={x} x={x} y={y} median={median} isCalled={signal !== undefined} />
      ))}
    </Drawn>
  );
}

/** A week that fell has a ring and its figure, never colour alone. */
function Week({ x, y, median, isCalled }: { x: number; y: number; median: number; isCalled: boolean }) {
  const fill = isCalled ? paperColours["amber-mark"] : paperColours.ink;
  return (
    <>
      {isCalled ? (
        <Path d={circle(x, y, 9)} fill="none" stroke={paperColours["amber-mark"]} strokeWidth={1.75} />
      ) : null}
      <Path d={circle(x, y, 4.5)} fill={fill} />
      {isCalled ? (
        <Label x={x} y={median < 3 ? y - 15 : y + 25} at="middle" isBold>
          {median.toFixed(1)}
        </Label>
      ) : null}
    </>
  );
}

function Phases({ data }: { data: ConnectionData }) {
  const day = placeDay(frame, data.weeks);
  return data.phases.map((phase, index) => {
    const from = day((phase.from - 1) * 7);
    const to = day(phase.to * 7) - (index < data.phases.length - 1 ? 3 : 0);
    const tint = paperColours[phaseTint(phase.number)];
    const fits = to - from > phase.name.length * 6.6 + 26;
    return [
      <Path key={`strip ${phase.from}`} d={bar(from, 0, to - from, frame.strip)} fill={tint} />,
      <Path
        key={`ground ${phase.from}`}
        d={bar(from, frame.strip, to - from, frame.floor)}
        fill={tint}
        fillOpacity={0.42}
      />,
      <Label key={`name ${phase.from}`} x={from + 9} y={17} isBold>
        {fits ? `${phase.number}\u00a0\u00a0${phase.name}` : phase.number}
      </Label>,
    ];
  });
}

function Lines({ data }: { data: ConnectionData }) {
  return lineLabels(data, frame).map((line) => {
    const dash = lineDashes[line.kind];
    return [
      <Path
        key={`line ${line.name}`}
        d={`M${line.from} ${line.y}H${frame.right}`}
        fill="none"
        stroke={line.kind === "goal" ? paperColours.primary : paperColours["ink-2"]}
        strokeWidth={line.kind === "goal" ? 1.75 : 1.25}
        {...(dash ? { strokeDasharray: dash } : {})}
      />,
      <Label key={`name ${line.name}`} x={frame.right + 10} y={line.labelY + 4}>
        {line.name}
      </Label>,
      <Label key={`value ${line.name}`} x={frame.width - 6} y={line.labelY + 4} at="end" isBold>
        {line.figure}
      </Label>,
    ];
  });
}

function Flags({ data }: { data: ConnectionData }) {
  const y = frame.strip + 16;
  return flagPlaces(data, frame, mostFlags).map((flag) => [
    <Path
      key={`lead ${flag.number}`}
      d={`M${flag.flagX} ${y + 9}L${flag.x} ${y + 18}V${Math.max(y + 18, flag.endY)}`}
      fill="none"
      stroke={paperColours["ink-3"]}
      strokeWidth={1}
    />,
    <Path
      key={`flag ${flag.number}`}
      d={circle(flag.flagX, y, 9)}
      fill={paperColours.paper}
      stroke={paperColours.ink}
      strokeWidth={1.25}
    />,
    <Label key={`number ${flag.number}`} x={flag.flagX} y={y + 4} at="middle" isBold>
      {flag.number}
    </Label>,
  ]);
}
