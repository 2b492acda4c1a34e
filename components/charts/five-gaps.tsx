import { dimensionLook } from "@/components/charts/dimension";
import { scale } from "@/components/charts/scales";
import { shapePath } from "@/components/charts/shapes";
import { type Dimension, dimensions } from "@/lib/assessments/dimension";
import type { FullPoints } from "@/lib/assessments/score-set";

/** Height of a gap above the floor: 0 to 48 points, then capped. A closed or negative gap has no height. */
export const gapHeight = scale([0, 48], [0, 26]);

type Props = { scores: readonly (FullPoints & { dimension: Dimension })[]; label?: string };

const floor = 33;
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
export function FiveGaps({ scores, label }: Props) {
  const width = scores.length * 25 - 1;
  const isWhole = scores.length === dimensions.length;
  const sentence = scores
    .map((score) => `${dimensionLook[score.dimension].label} now ${score.now}, wished ${score.wished}`)
    .join("; ");
  return (
    <svg
      className="five"
      width={width}
      height="40"
      viewBox={`0 0 ${width} 40`}
      role="img"
      aria-label={label ?? sentence}
    >
      <path className="floor" d={`M0 ${floor}H${width}`} />
      {scores.map((score, index) => {
        const x = placeOf(index);
        const top = floor - gapHeight(score.gap);
        if (isWhole && top === floor) return null;
        return (
          <g key={score.dimension} className={dimensionLook[score.dimension].colour}>
            {top < floor && <path className="gap" d={`M${x} ${floor}V${top}`} />}
            {top < floor && <circle className="mark wish" cx={x} cy={top} r="3.4" />}
            {isWhole ? null : <path className="mark now" d={shapePath(score.dimension, x, floor, 3.7)} />}
          </g>
        );
      })}
      {isWhole ? <use href="#five-on-floor" /> : null}
    </svg>
  );
}
