import { circle, round } from "@/components/charts/geometry";

/** Ten rows, one per week: dot and ring come nearer, with a pause between the phases. */
const rows = Array.from({ length: 10 }, (_, index) => {
  const phaseGaps = index >= 8 ? 2 : index >= 4 ? 1 : 0;
  const apart = 214 * (1 - index / 9) ** 1.06 + 7 * (index / 9);
  return { y: 30 + index * 58 + phaseGaps * 36, left: round(240 - apart), right: round(240 + apart) };
});

export function DistanceDrawing() {
  return (
    <svg className="apart max-w-full max-h-full" width="480" height="654" viewBox="0 0 480 654" aria-hidden="true">
      <path className="track" d={rows.map((row) => `M26 ${row.y}H454`).join("")} />
      <path className="between" d={rows.map((row) => `M${row.left} ${row.y}H${row.right}`).join("")} />
      <path className="rim" d={rows.map((row) => circle(row.right, row.y, 13)).join("")} />
      <path className="dot" d={rows.map((row) => circle(row.left, row.y, 13)).join("")} />
    </svg>
  );
}
