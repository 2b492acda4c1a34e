import { Fragment } from "react";
import { dimensionLook } from "@/components/charts/dimension";
import { circle, round } from "@/components/charts/geometry";
import { scale } from "@/components/charts/scales";
import { shapePath } from "@/components/charts/shapes";
import { type Dimension, dimensions } from "@/lib/assessments/dimension";
import type { FullPoints } from "@/lib/assessments/score-set";

/** Height of a gap above the floor: 0 to 48 points, then capped. A closed or negative gap has no height. */
export const gapHeight = scale([0, 48], [0, 26]);

type Props = { scores: readonly (FullPoints & { dimension: Dimension })[] };

const floor = 33;
const ring = 3.4;

/** One stroke from the floor up to a ring. A gap lower than its ring has no stem. */
const pin = (x: number, top: number) =>
  `${top + ring < floor ? `M${x} ${floor}V${round(top + ring)}` : ""}${circle(x, top, ring)}`;

const placeOf = (index: number) => 12 + index * 25;

/** All five shapes as they stand on the floor: the same in every row, so a list draws them once and each row names them. */
export function FiveOnFloor() {
  return (
    <svg className="absolute size-0" aria-hidden="true">
      <symbol id="five-on-floor" overflow="visible">
        {dimensions.map((dimension, index) => (
          <g key={dimension} className={dimensionLook[dimension].hue}>
            <path
              fill="currentColor"
              stroke="currentColor"
              strokeWidth="0.5"
              strokeLinejoin="round"
              d={shapePath(dimension, placeOf(index), floor, 3.7)}
            />
          </g>
        ))}
      </symbol>
    </svg>
  );
}

/** Shape on the floor is now, ring above is wished, the height between is the gap. */
export function FiveGaps({ scores }: Props) {
  const width = scores.length * 25 - 1;
  const isWhole = scores.length === dimensions.length;
  const sentence = scores
    .map((score) => `${dimensionLook[score.dimension].label} now ${score.now}, wished ${score.wished}`)
    .join("; ");
  return (
    <svg className="five" width={width} height="40" role="img" aria-label={sentence}>
      <path className="floor" d={`M0 ${floor}H${width}`} />
      {scores.map((score, index) => {
        const x = placeOf(index);
        const top = floor - gapHeight(score.gap);
        const { colour } = dimensionLook[score.dimension];
        return (
          <Fragment key={score.dimension}>
            {top < floor ? <path className={`mark wish ${colour}`} d={pin(x, top)} /> : null}
            {isWhole ? null : <path className={`mark now ${colour}`} d={shapePath(score.dimension, x, floor, 3.7)} />}
          </Fragment>
        );
      })}
      {isWhole ? <use href="#five-on-floor" /> : null}
    </svg>
  );
}
