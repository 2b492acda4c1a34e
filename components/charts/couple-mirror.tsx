import { dimensionLook } from "@/components/charts/dimension";
import { DimensionLabel } from "@/components/charts/dimension-mark";
import { Key } from "@/components/charts/dumbbell-table";
import { figureAnchor, mirrorPlace, type SideName } from "@/components/charts/mirror-geometry";
import { mirror } from "@/components/charts/mirror-look";
import { shapePath } from "@/components/charts/shapes";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import type { Dimension } from "@/lib/assessments/dimension";
import type { Sides } from "@/lib/assessments/score-set";

/** In whole points; null where nothing of that person is drawn. */
type MirrorSide = Sides | null;

export type MirrorRow = {
  dimension: Dimension;
  first: MirrorSide;
  second: MirrorSide;
  /** "Ines can’t see this", beside a lock, at the side it is about. */
  locks?: { first?: string | undefined; second?: string | undefined };
  /** Stands below the name of the dimension: "Not shared". */
  instead?: string;
  /** The same, where both sides are drawn: "Not compared". */
  note?: string | undefined;
  /** Never printed: one of the two keeps it private. */
  isPrivate?: boolean;
};

type Props = { caption: string; first: string; second: string; rows: readonly MirrorRow[] };

const ticks = [0, 24, 48, 72, 96];

/** Two people either side of one centre line, which is 96 for both: the higher, the nearer. */
export function CoupleMirror({ caption, first, second, rows }: Props) {
  return (
    <>
      <table className={mirror}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="name">
              {first}
            </th>
            <th scope="col">
              <span className="sr-only">Dimension</span>
            </th>
            <th scope="col" className="name">
              {second}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="axis">
            <td>
              <Axis side="first" />
            </td>
            <td className="mid">closest at 96</td>
            <td>
              <Axis side="second" />
            </td>
          </tr>
          {rows.map((row) => (
            <tr key={row.dimension} className={row.isPrivate ? "print:hidden!" : undefined}>
              <Cell row={row} side="first" />
              <th scope="row">
                <DimensionLabel dimension={row.dimension} />
                {(row.instead ?? row.note) ? <span className="instead">{row.instead ?? row.note}</span> : null}
              </th>
              <Cell row={row} side="second" />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="[&_svg]:flex-none flex gap-y-1 gap-x-4 mt-2.5 flex-wrap text-ink-2 text-small">
        <Key label="now" side="now" />
        <Key label="wished" side="wish" />
        <span className="inline-flex gap-1.5 items-center">
          The line between is the distance each would like to travel.
        </span>
      </p>
    </>
  );
}

function Axis({ side }: { side: SideName }) {
  return (
    <svg width="100%" height="20" aria-hidden="true">
      {ticks.map((tick) => (
        <text key={tick} className="txt mid" x={mirrorPlace(tick, side)} y="14">
          {tick}
        </text>
      ))}
    </svg>
  );
}

function Cell({ row, side }: { row: MirrorRow; side: SideName }) {
  const scores = row[side];
  const lock = row.locks?.[side];
  return (
    <td className={classNames(side, lock !== undefined && "private")}>
      <svg
        className={dimensionLook[row.dimension].hue}
        width="100%"
        height="76"
        role="img"
        aria-label={row.instead ?? sentenceOf(scores)}
      >
        {ticks.map((tick) => (
          <line
            key={tick}
            className={tick === 96 ? "gridline" : "gridline"}
            x1={mirrorPlace(tick, side)}
            x2={mirrorPlace(tick, side)}
            y1="0"
            y2="76"
          />
        ))}
        {scores ? <Marks dimension={row.dimension} scores={scores} side={side} /> : null}
      </svg>
      {lock ? (
        <span className="lock">
          <Icon name="lock" small />
          {lock}
        </span>
      ) : null}
    </td>
  );
}

function sentenceOf(scores: MirrorSide): string {
  if (!scores) return "No score";
  const parts = [
    scores.now === null ? "" : `now ${scores.now}`,
    scores.wished === null ? "" : `wished ${scores.wished}`,
  ];
  return parts.filter(Boolean).join(", ");
}

function Marks({ dimension, scores, side }: { dimension: Dimension; scores: NonNullable<MirrorSide>; side: SideName }) {
  const { now, wished } = scores;
  return (
    <>
      {now !== null && wished !== null ? (
        <line className="gap" x1={mirrorPlace(now, side)} x2={mirrorPlace(wished, side)} y1="40" y2="40" />
      ) : null}
      {wished === null ? null : (
        <Mark
          dimension={dimension}
          kind="wish"
          x={mirrorPlace(wished, side)}
          value={wished}
          anchor={figureAnchor(wished, now, side, "wish")}
        />
      )}
      {now === null ? null : (
        <Mark
          dimension={dimension}
          kind="now"
          x={mirrorPlace(now, side)}
          value={now}
          anchor={figureAnchor(now, wished, side, "now")}
        />
      )}
    </>
  );
}

type MarkProps = {
  dimension: Dimension;
  kind: "now" | "wish";
  x: string;
  value: number;
  anchor: "start" | "middle" | "end";
};

function Mark({ dimension, kind, x, value, anchor }: MarkProps) {
  const nudge = anchor === "start" ? 1 : anchor === "end" ? -1 : 0;
  return (
    <svg x={x} y="40" width="1" height="1" overflow="visible" aria-hidden="true">
      <path className={`mark ${kind}`} d={shapePath(dimension, 0, 0, kind === "now" ? 7 : 6.6)} />
      <text className={kind === "now" ? "txt bold" : "txt"} x={nudge} y="-17" textAnchor={anchor}>
        {value}
      </text>
    </svg>
  );
}
