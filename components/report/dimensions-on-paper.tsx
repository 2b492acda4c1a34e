import { Line, Path, Svg, View } from "@react-pdf/renderer";
import { dimensionLook } from "@/components/charts/dimension";
import { changeWords, type DumbbellRow, share, widestFirst } from "@/components/charts/dumbbell-geometry";
import { lineDashes } from "@/components/charts/line-dashes";
import { shapePath } from "@/components/charts/shapes";
import { Label } from "@/components/report/drawn";
import { dimensionColours, paperColours } from "@/components/report/paper-colours";
import { Words } from "@/components/report/words";
import type { DimensionGoals } from "@/lib/goals/goal-lines";
import { minus } from "@/lib/signed";

type Props = {
  rows: readonly DumbbellRow[];
  reliableFrom: string;
  baselineLabel: string | null;
  goals?: DimensionGoals;
};

const ticks = [0, 24, 48, 72, 96];
/** Room at both ends, so that a mark at 0 or 96 stands whole. */
const [edge, inner] = [8, 184];
const width = inner + 2 * edge;
const [rowHeight, middle] = [34, 16];
const widths = { name: 92, plot: width, figure: 38, since: 93 };
const figure = { width: widths.figure, fontSize: 9.5, textAlign: "right" } as const;

/** A place on the drawing: the share of its width that the screen gives the score. */
export const placeOnPaper = (score: number): number => edge + (Number.parseFloat(share(score)) / 100) * inner;

/** Now and wished by dimension, widest gap first: a table that draws itself, as on the screen. */
export function DimensionsOnPaper({ rows, reliableFrom, baselineLabel, goals = {} }: Props) {
  return (
    <View style={{ marginTop: 6 }}>
      <Head />
      {widestFirst(rows).map((row) => (
        <View
          key={row.dimension}
          wrap={false}
          style={{
            flexDirection: "row",
            alignItems: "center",
            borderBottomWidth: 0.5,
            borderBottomColor: paperColours.line,
          }}
        >
          <View style={{ width: widths.name, flexDirection: "row", alignItems: "center", gap: 5 }}>
            <Svg viewBox="0 0 16 16" width={12} height={12}>
              <Path d={shapePath(row.dimension, 8, 8, 4.8)} fill={dimensionColours[row.dimension]} />
            </Svg>
            <Words style={{ fontSize: 10 }}>{dimensionLook[row.dimension].label}</Words>
          </View>
          <Dumbbell row={row} goal={goals[row.dimension]} />
          <Words style={{ ...figure, fontWeight: 600 }}>{String(row.now)}</Words>
          <Words style={figure}>{String(row.wished)}</Words>
          <Words style={{ ...figure, fontWeight: 600 }}>{minus(row.gap)}</Words>
          <Words style={{ width: widths.since, fontSize: 9, paddingLeft: 10 }}>
            {since(row, baselineLabel === null)}
          </Words>
        </View>
      ))}
      <Words style={{ fontSize: 8.5, color: paperColours["ink-2"], marginTop: 4 }}>
        {keyWords(reliableFrom, baselineLabel, Object.keys(goals).length > 0)}
      </Words>
    </View>
  );
}

const keyWords = (reliableFrom: string, baselineLabel: string | null, hasGoals: boolean): string =>
  [
    "Filled: now. Open: wished.",
    ...(hasGoals ? ["Long and short dashes: goal line."] : []),
    ...(baselineLabel
      ? [
          `Upright stroke: ${baselineLabel}.`,
          `Arrow: reliable change, ${reliableFrom}. Dotted: smaller than measurement error.`,
        ]
      : []),
  ].join(" ");

function since({ change, baseline }: DumbbellRow, isFirst: boolean): string {
  if (!change) return isFirst ? "First assessment" : baseline === null ? "No earlier score" : "Asked otherwise before";
  const { points, worth } = changeWords(change);
  return `${points} ${worth}`;
}

function Head() {
  const title = { fontSize: 9, fontWeight: 600, color: paperColours["ink-2"] } as const;
  return (
    <View
      wrap={false}
      minPresenceAhead={60}
      style={{
        flexDirection: "row",
        alignItems: "flex-end",
        borderBottomWidth: 0.75,
        borderBottomColor: paperColours.ink,
        paddingBottom: 2,
      }}
    >
      <Words style={{ ...title, width: widths.name }}>Dimension</Words>
      <Svg viewBox={`0 0 ${width} 14`} width={width} height={14}>
        {ticks.map((tick) => (
          <Label key={tick} x={placeOnPaper(tick)} y={11} at="middle" size={9}>
            {tick}
          </Label>
        ))}
      </Svg>
      {["Now", "Wished", "Gap"].map((name) => (
        <Words key={name} style={{ ...figure, ...title }}>
          {name}
        </Words>
      ))}
      <Words style={{ ...title, width: widths.since, paddingLeft: 10 }}>Since baseline</Words>
    </View>
  );
}

type RowProps = { row: DumbbellRow; goal: number | undefined };

function Dumbbell({ row: { dimension, baseline, now, wished, change }, goal }: RowProps) {
  const colour = dimensionColours[dimension];
  const [x, to] = [placeOnPaper(now), placeOnPaper(wished)];
  const move = baseline !== null && change ? { from: placeOnPaper(baseline), isSure: change.reliable } : null;
  const tip = move && x > move.from ? -6 : 6;
  return (
    <Svg viewBox={`0 0 ${width} ${rowHeight}`} width={width} height={rowHeight}>
      {ticks.map((tick) => (
        <Line
          key={tick}
          x1={placeOnPaper(tick)}
          x2={placeOnPaper(tick)}
          y1={0}
          y2={rowHeight}
          stroke={paperColours.line}
          strokeWidth={1}
        />
      ))}
      {goal === undefined ? null : (
        <Line
          x1={placeOnPaper(goal)}
          x2={placeOnPaper(goal)}
          y1={0}
          y2={rowHeight}
          stroke={paperColours.primary}
          strokeWidth={1.75}
          strokeDasharray={lineDashes.goal}
        />
      )}
      <Line x1={x} x2={to} y1={middle} y2={middle} stroke={colour} strokeWidth={2.5} />
      {move ? (
        <>
          <Line x1={move.from} x2={move.from} y1={8} y2={31} stroke={paperColours["ink-3"]} strokeWidth={2} />
          <Line
            x1={move.from}
            x2={x}
            y1={28}
            y2={28}
            stroke={paperColours["ink-3"]}
            strokeWidth={1.5}
            {...(move.isSure ? {} : { strokeDasharray: "2 3" })}
          />
          {move.isSure ? <Path d={`M${x} 28l${tip} -4v8Z`} fill={paperColours["ink-3"]} /> : null}
        </>
      ) : null}
      <Path
        d={shapePath(dimension, to, middle, 6)}
        fill={paperColours.paper}
        stroke={colour}
        strokeWidth={2}
        strokeLinejoin="round"
      />
      <Path
        d={shapePath(dimension, x, middle, 6.5)}
        fill={colour}
        stroke={colour}
        strokeWidth={2}
        strokeLinejoin="round"
      />
    </Svg>
  );
}
