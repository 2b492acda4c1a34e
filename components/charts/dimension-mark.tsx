"use client";

import { dimensionLook } from "@/components/charts/dimension";
import { shapePath } from "@/components/charts/shapes";
import type { Dimension } from "@/lib/assessments/dimension";

type Props = { dimension: Dimension; side?: "now" | "wish"; size?: number };

/** The shape of a dimension; always beside its name, so it is hidden from screen readers. */
export function DimensionMark({ dimension, side = "now", size = 16 }: Props) {
  const middle = size / 2;
  return (
    <svg
      className="inline-block flex-none align-[-3px]"
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      aria-hidden="true"
    >
      <path
        className={`mark ${side} ${dimensionLook[dimension].hue}`}
        d={shapePath(dimension, middle, middle, size * 0.3)}
      />
    </svg>
  );
}

export function DimensionLabel({ dimension }: { dimension: Dimension }) {
  return (
    <span className="inline-flex items-center gap-2">
      <DimensionMark dimension={dimension} />
      {dimensionLook[dimension].label}
    </span>
  );
}

/** Column heads for the five gaps: shape above letter. The words are given to screen readers. */
export function FiveKey({ order }: { order: readonly Dimension[] }) {
  return (
    <>
      <span className="sr-only">Now and wished, by dimension</span>
      <span className="flex" aria-hidden="true">
        {order.map((dimension) => (
          <span className="grid gap-0.75 justify-items-center w-6.25 text-fine font-semibold" key={dimension}>
            <DimensionMark dimension={dimension} size={15} />
            {dimensionLook[dimension].letter}
          </span>
        ))}
      </span>
    </>
  );
}
