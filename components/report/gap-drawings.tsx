import { Path, View } from "@react-pdf/renderer";
import { dimensionLook } from "@/components/charts/dimension";
import {
  gapEnds,
  gapPlot,
  gapTicks,
  gapWeekTicks,
  gapY,
  lastFigures,
  placeWeek,
  weeksOf,
} from "@/components/charts/gap-geometry";
import type { GapSeries } from "@/components/charts/gap-series";
import { lineDashes } from "@/components/charts/line-dashes";
import { brokenLine, type Point, scale } from "@/components/charts/scales";
import { shapePath } from "@/components/charts/shapes";
import { breaksIn } from "@/components/charts/time-points";
import { Drawn, Label, PaperAxis, PaperMark, PaperWeeks } from "@/components/report/drawn";
import { dimensionColours, paperColours } from "@/components/report/paper-colours";
import { Words } from "@/components/report/words";
import type { DimensionGoals } from "@/lib/goals/goal-lines";

type Side = "now" | "wish";
type Place = Point | null;

/** The two lines of a dimension, each lifted where it has no score and where other statements are asked. */
export function gapLines({ points }: GapSeries, weeks: number) {
  const week = placeWeek(weeks);
  const place = (at: number, value: number | null): Place => (value === null ? null : { x: week(at), y: gapY(value) });
  const sideOf = (side: Side) =>
    points.flatMap((point): Place[] => {
      const here = place(point.week, side === "now" ? point.now : point.wished);
      return point.isBreak ? [null, here] : [here];
    });
  const [now, wished] = [sideOf("now"), sideOf("wish")];
  return {
    now: brokenLine(now),
    wished: brokenLine(wished),
    marks: { now: now.filter((one) => one !== null), wished: wished.filter((one) => one !== null) },
    breaks: breaksIn(points.map((point) => ({ ...point, at: point.week }))),
  };
}

/** Five small drawings on one scale, three in a row. */
export function GapDrawings({
  series,
  goals = {},
}: {
  series: readonly GapSeries[];
  goals?: DimensionGoals | undefined;
}) {
  const weeks = weeksOf(series);
  return (
    <View style={{ flexDirection: "row", flexWrap: "wrap", marginTop: 6 }}>
      {series.map((one, index) => (
        <View key={one.dimension} wrap={false} style={{ width: gapPlot.width, marginBottom: 8 }}>
          <Words style={{ fontSize: 9.5, fontWeight: 600, marginBottom: 2 }}>
            {dimensionLook[one.dimension].label}
          </Words>
          <GapDrawing series={one} weeks={weeks} isFirst={index === 0} goal={goals[one.dimension]} />
        </View>
      ))}
    </View>
  );
}

type Props = { series: GapSeries; weeks: number; isFirst: boolean; goal: number | undefined };

function GapDrawing({ series, weeks, isFirst, goal }: Props) {
  const { dimension, points } = series;
  const colour = dimensionColours[dimension];
  const { now, wished, marks, breaks } = gapLines(series, weeks);
  const week = placeWeek(weeks);
  const last = points.at(-1);
  const [nowY = 0, wishedY = 0] = lastFigures(last);
  return (
    <Drawn width={gapPlot.width} height={gapPlot.height}>
      <PaperAxis
        ticks={gapTicks}
        at={scale(gapEnds, [gapPlot.floor, gapPlot.top])}
        from={gapPlot.left}
        to={gapPlot.right}
        labels={gapPlot.left - 6}
        size={10}
      />
      {breaks.map((at) => (
        <Path
          key={at}
          d={`M${week(at)} ${gapPlot.top - 6}V${gapPlot.floor}`}
          fill="none"
          stroke={paperColours["ink-3"]}
          strokeWidth={1}
          strokeDasharray="2 3"
        />
      ))}
      {goal === undefined ? null : (
        <Path
          d={`M${gapPlot.left} ${gapY(goal)}H${gapPlot.right}`}
          fill="none"
          stroke={paperColours.primary}
          strokeWidth={1.75}
          strokeDasharray={lineDashes.goal}
        />
      )}
      <Path d={now} fill="none" stroke={colour} strokeWidth={2} />
      <Path d={wished} fill="none" stroke={colour} strokeWidth={1.5} strokeDasharray="4 3" />
      {marks.wished.map(({ x, y }) => (
        <PaperMark key={`wished ${x}`} d={shapePath(dimension, x, y, 3.4)} isNow={false} colour={colour} />
      ))}
      {marks.now.map(({ x, y }) => (
        <PaperMark key={`now ${x}`} d={shapePath(dimension, x, y, 3.6)} isNow colour={colour} />
      ))}
      <PaperWeeks weeks={gapWeekTicks(weeks)} at={week} y={128} size={10} {...(isFirst ? { named: 20 } : {})} />
      {last && last.now !== null ? (
        <Label x={week(last.week) + 8} y={nowY + 4} isBold size={10}>
          {last.now}
        </Label>
      ) : null}
      {last && last.wished !== null ? (
        <Label x={week(last.week) + 8} y={wishedY + 4} size={10}>
          {last.wished}
        </Label>
      ) : null}
    </Drawn>
  );
}
