import { round } from "@/components/charts/geometry";

const [furthest, nearest] = [109, 8];

/** Half the distance between the centres of dot and ring for a score of 1 to 10, in a drawing 320 wide. */
export function nearReach(score: number): number {
  return round(furthest + ((nearest - furthest) * (score - 1)) / 9);
}

/** The connection check's dot and ring. Without a score they stand furthest apart, faint, with no line. */
export function NearDots({ score }: { score: number | null }) {
  const apart = nearReach(score ?? 1);
  return (
    <svg className="apart mt-2.5 mx-auto" width="320" height="56" viewBox="0 0 320 56" aria-hidden="true">
      <g opacity={score === null ? 0.4 : undefined}>
        {score !== null && (
          <path className="between" d="M-1 28H1" style={{ transform: `translateX(160px) scaleX(${apart})` }} />
        )}
        <circle className="rim" cx="160" cy="28" r="16" style={{ transform: `translateX(${apart}px)` }} />
        <circle className="dot" cx="160" cy="28" r="16" style={{ transform: `translateX(${-apart}px)` }} />
      </g>
    </svg>
  );
}
