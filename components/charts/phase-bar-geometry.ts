import { bar, round } from "@/components/charts/geometry";
import { type PhaseTint, phaseTint } from "@/components/charts/phase-tint";
import { plural } from "@/lib/plural";

/** Where somebody stands on a path. `phases`: the phase of each protocol week, in order. */
export type PhaseProgress = { phases: readonly number[] } & (
  | { state: "not-started" }
  | { state: "week"; week: number }
  | { state: "on-hold" | "paused" | "ended"; week: number }
  | { state: "finished" }
);

export type PhasePaths = Record<PhaseTint, string> & { at: string; todo: string };

/**
 * A segment a week with a wider gap between phases. Block: done. Tall: this week. Tick: to come.
 * On hold and paused the tall block is two bars; ended early, the last week is done like the others. Many weeks stand
 * closer, so that the bar keeps its width.
 */
export function phasePaths(progress: PhaseProgress, width: number, height: number): PhasePaths {
  const paths: PhasePaths = { p1: "", p2: "", p3: "", at: "", todo: "" };
  const { phases } = progress;
  const changes = phases.map((phase, i) => (i > 0 && phase !== phases[i - 1] ? 1 : 0));
  const gaps = changes.reduce<number>((sum, one) => sum + one, 0);
  const step = phases.length <= 16 ? 2 : phases.length <= 30 ? 1 : 0;
  const gap = phases.length > 16 ? step + 2 : height >= 16 ? 6.8 : 7.2;
  const segment = (width - (phases.length - 1) * step - gaps * (gap - step)) / phases.length;
  const current = "week" in progress ? progress.week : 0;

  let x = 0;
  phases.forEach((phase, i) => {
    const week = i + 1;
    if (i > 0) x += segment + (changes[i] ? gap : step);
    const at = round(x);
    if (week === current && progress.state !== "ended") {
      const thin = segment * 0.36;
      paths.at +=
        progress.state !== "week"
          ? bar(at, 0, thin, height) + bar(at + segment - thin, 0, thin, height)
          : bar(at, 0, segment, height);
    } else if (progress.state === "finished" || week <= current) {
      paths[phaseTint(phase)] += bar(at, height * 0.42, segment, height);
    } else {
      paths.todo += bar(at, height - 2, segment, height);
    }
  });
  return paths;
}

/** The bar in words. */
export function phaseSentence(progress: PhaseProgress): string {
  const weeks = progress.phases.length;
  switch (progress.state) {
    case "not-started":
      return "Not started";
    case "week":
      return `Week ${progress.week} of ${weeks}`;
    case "on-hold":
      return `Week ${progress.week} of ${weeks}, on hold`;
    case "paused":
      return `Week ${progress.week} of ${weeks}, paused`;
    case "ended":
      return `Ended early, in week ${progress.week} of ${weeks}`;
    case "finished":
      return `Finished, ${plural(weeks, "the one week", `all ${weeks} weeks`)}`;
  }
}
