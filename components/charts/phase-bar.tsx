"use client";

import { type PhaseProgress, phasePaths, phaseSentence } from "@/components/charts/phase-bar-geometry";

type Props = {
  progress: PhaseProgress;
  width?: number;
  height?: number;
  label?: string;
  /** What it draws stands in words beside it, so it is not read out as well. */
  isSaidBeside?: boolean;
  /** The name of the same bars where `DrawnBars` has them already. */
  drawnAs?: string | undefined;
};

const usual = { width: 112, height: 14 };

export function PhaseBar({ progress, label, isSaidBeside = false, drawnAs, ...size }: Props) {
  const { width, height } = { ...usual, ...size };
  return (
    <svg
      className="phasebar"
      width={width}
      height={height}
      viewBox={drawnAs ? undefined : `0 0 ${width} ${height}`}
      role={isSaidBeside ? undefined : "img"}
      aria-label={isSaidBeside ? undefined : (label ?? phaseSentence(progress))}
      aria-hidden={isSaidBeside || undefined}
    >
      {drawnAs ? <use href={`#${drawnAs}`} /> : <Bars progress={progress} width={width} height={height} />}
    </svg>
  );
}

/** Bars of the usual size, once for all lines of a list that stand in the same week: each line names its own. */
export function DrawnBars({ bars }: { bars: ReadonlyMap<string, PhaseProgress> }) {
  return (
    <svg className="absolute size-0" aria-hidden="true">
      {[...bars].map(([name, progress]) => (
        <symbol key={name} id={name} overflow="visible">
          <Bars progress={progress} {...usual} />
        </symbol>
      ))}
    </svg>
  );
}

/** Their colours are utilities: a rule about the drawing around them would not reach them where they are named. */
function Bars({ progress, width, height }: { progress: PhaseProgress; width: number; height: number }) {
  const paths = phasePaths(progress, width, height);
  return (
    <>
      {paths.p1 && <path className="look-bar-p1" d={paths.p1} />}
      {paths.p2 && <path className="look-bar-p2" d={paths.p2} />}
      {paths.p3 && <path className="look-bar-p3" d={paths.p3} />}
      {paths.todo && <path className="fill-edge forced-color-adjust-none" d={paths.todo} />}
      {paths.at && <path className="fill-ink forced-color-adjust-none forced-colors:fill-[CanvasText]" d={paths.at} />}
    </>
  );
}
