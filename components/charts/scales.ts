import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { round } from "@/components/charts/geometry";

/**
 * Maps a value of `domain` to a place in `range`, in pixels to a tenth, clamped to the domain so that no mark leaves its chart.
 * Either interval may run downwards. Throws a RangeError for a domain without a length.
 */
export function scale(domain: readonly [number, number], range: readonly [number, number]): (value: number) => number {
  if (domain[0] === domain[1]) throw new RangeError("a scale needs two different ends");
  const place = scaleLinear(domain, range).clamp(true);
  return (value) => round(place(value));
}

export type Point = { x: number; y: number };

const none = { x: 0, y: 0 };

/** A line through the points, lifted over every null: a gap in the data is drawn as a gap. */
export function brokenLine(points: readonly (Point | null)[]): string {
  const draw = line<Point | null>()
    .digits(1)
    .defined((point) => point !== null)
    .x((point) => (point ?? none).x)
    .y((point) => (point ?? none).y);
  return draw(points) ?? "";
}
