import { dimensionLook } from "@/components/charts/dimension";
import { circle, round, square } from "@/components/charts/geometry";
import type { Dimension } from "@/lib/assessments/dimension";

/** The outline of a dimension's shape about a centre. The factors give all five the same optical size. */
export function shapePath(dimension: Dimension, x: number, y: number, radius: number): string {
  switch (dimensionLook[dimension].shape) {
    case "circle":
      return circle(x, y, radius);
    case "square":
      return square(x, y, 1.8 * radius);
    case "triangle": {
      const half = round(1.22 * radius);
      return `M${round(x)} ${round(y - half)}l${half} ${round(2.2 * radius)}h${round(-2 * half)}Z`;
    }
    case "cross": {
      const arm = round(0.92 * radius);
      const reach = round(0.68 * radius);
      const steps = `h${arm}v${reach}h${reach}v${arm}h${-reach}v${reach}h${-arm}v${-reach}h${-reach}v${-arm}h${reach}`;
      return `M${round(x - arm / 2)} ${round(y - arm / 2 - reach)}${steps}Z`;
    }
    case "diamond": {
      const half = round(1.28 * radius);
      return `M${round(x)} ${round(y - half)}l${half} ${half}l${-half} ${half}l${-half} ${-half}Z`;
    }
  }
}
