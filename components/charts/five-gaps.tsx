import { dimensionLook } from "@/components/charts/dimension";
import { scale } from "@/components/charts/scales";
import { shapePath } from "@/components/charts/shapes";
import type { Dimension } from "@/lib/assessments/dimension";
import type { FullPoints } from "@/lib/assessments/score-set";

/** Height of a gap above the floor: 0 to 48 points, then capped. A closed or negative gap has no height. */
export const gapHeight = scale([0, 48], [0, 26]);

type Props = { scores: readonly (FullPoints & { dimension: Dimension })[]; label?: string };

/** Shape on the floor is now, ring above is wished, the height between is the gap. */
export function FiveGaps({ scores, label }: Props) {
  const floor = 33;
  const width = scores.length * 25 - 1;
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
        const x = 12 + index * 25;
        const top = floor - gapHeight(score.gap);
        return (
          <g key={score.dimension} className={dimensionLook[score.dimension].colour}>
            {top < floor && <path className="gap" d={`M${x} ${floor}V${top}`} />}
            {top < floor && <circle className="mark wish" cx={x} cy={top} r="3.4" />}
            {dimensionLook[score.dimension].shape === "circle" ? (
              <circle className="mark now" cx={x} cy={floor} r="3.7" />
            ) : (
              <path className="mark now" d={shapePath(score.dimension, x, floor, 3.7)} />
            )}
          </g>
        );
      })}
    </svg>
  );
}
