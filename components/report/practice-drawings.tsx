import { Path, View } from "@react-pdf/renderer";
import { type AnxietySeries, anxietySlopes, anxietyY } from "@/components/charts/anxiety-geometry";
import { isNumbered, type JudgedWeek, ratedFrame, ratedPaths, ratedY } from "@/components/charts/rated-geometry";
import { Drawn, Label, PaperAxis, PaperMark } from "@/components/report/drawn";
import { paperColours } from "@/components/report/paper-colours";
import { Words } from "@/components/report/words";
import { counted } from "@/lib/plural";

const keyStyle = { fontSize: 8.5, color: paperColours["ink-2"], marginTop: 4 } as const;

/** How it went for the client and how it was rated, the middle of each week. */
export function RatedDrawing({ weeks, name }: { weeks: readonly JudgedWeek[]; name: string }) {
  const { lines, said, rated, at } = ratedPaths(weeks);
  const { width, height, left } = ratedFrame;
  return (
    <View wrap={false} style={{ marginTop: 6 }}>
      <Drawn width={width} height={height} scale={0.85}>
        <PaperAxis ticks={[0, 2, 4]} at={ratedY} from={left} to={width} labels={16} />
        {weeks
          .filter(({ week }) => isNumbered(week, weeks.length))
          .map(({ week }) => (
            <Label key={week} x={at(week)} y={150} at="middle">
              {week}
            </Label>
          ))}
        <Path d={lines} fill="none" stroke={paperColours["ink-3"]} strokeWidth={1} strokeOpacity={0.45} />
        <PaperMark d={said} isNow={false} />
        <PaperMark d={rated} isNow />
      </Drawn>
      <Words style={keyStyle}>{`Open: how it went for ${name}. Filled: rating. The middle of each week.`}</Words>
    </View>
  );
}

const slopesWidth = 580;

/** Anxiety before and after, the most practised exercises first. */
export function AnxietyDrawing({ series }: { series: readonly AnxietySeries[] }) {
  const { slopes, height } = anxietySlopes(series.slice(0, 4), slopesWidth);
  const more = series.length > 4 ? ` The table has all ${series.length}.` : "";
  return (
    <View wrap={false} style={{ marginTop: 6 }}>
      <Drawn width={slopesWidth} height={height} scale={0.85}>
        <PaperAxis ticks={[0, 5, 10]} at={anxietyY} from={24} to={slopesWidth} labels={18} />
        {slopes.map(({ one, each, middle, before, after, figures, names, times }) => [
          <Path
            key={`each ${one.exercise}`}
            d={each}
            fill="none"
            stroke={paperColours["ink-3"]}
            strokeWidth={1}
            strokeOpacity={0.45}
          />,
          <Path key={`middle ${one.exercise}`} d={middle} fill="none" stroke={paperColours.ink} strokeWidth={2} />,
          <PaperMark key={`before ${one.exercise}`} d={before} isNow={false} />,
          <PaperMark key={`after ${one.exercise}`} d={after} isNow />,
          <Label key={`from ${one.exercise}`} {...figures.before} at="end" isBold>
            {one.median.before}
          </Label>,
          <Label key={`to ${one.exercise}`} {...figures.after} isBold>
            {one.median.after}
          </Label>,
          ...names.map(({ words, x, y }) => (
            <Label key={`${one.exercise} ${words}`} x={x} y={y} at="middle">
              {words}
            </Label>
          )),
          <Label key={`times ${one.exercise}`} {...times} at="middle">
            {counted(one.times.length, "time")}
          </Label>,
        ])}
      </Drawn>
      <Words style={keyStyle}>{`Open: before. Filled: after. Bold: median. Thin lines are single times.${more}`}</Words>
    </View>
  );
}
