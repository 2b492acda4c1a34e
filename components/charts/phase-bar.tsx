"use client";

import { type PhaseProgress, phasePaths, phaseSentence } from "@/components/charts/phase-bar-geometry";

type Props = {
  progress: PhaseProgress;
  width?: number;
  height?: number;
  label?: string;
  /** What it draws stands in words beside it, so it is not read out as well. */
  isSaidBeside?: boolean;
};

export function PhaseBar({ progress, width = 112, height = 14, label, isSaidBeside = false }: Props) {
  const paths = phasePaths(progress, width, height);
  return (
    <svg
      className="phasebar"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role={isSaidBeside ? undefined : "img"}
      aria-label={isSaidBeside ? undefined : (label ?? phaseSentence(progress))}
      aria-hidden={isSaidBeside || undefined}
    >
      {paths.p1 && <path className="p1" d={paths.p1} />}
      {paths.p2 && <path className="p2" d={paths.p2} />}
      {paths.p3 && <path className="p3" d={paths.p3} />}
      {paths.todo && <path className="todo" d={paths.todo} />}
      {paths.at && <path className="at" d={paths.at} />}
    </svg>
  );
}
