import { bar, round } from "@/components/charts/geometry";

export type PhaseProgress =
  | { state: "not-started" }
  | { state: "week"; week: number }
  | { state: "on-hold"; week: number }
  | { state: "finished" };

export type PhasePaths = { p1: string; p2: string; p3: string; at: string; todo: string };

/** Which phase a protocol week belongs to: Small Steps 1 to 4, Building Trust 5 to 8, Integration 9 and 10. */
export function phaseOfWeek(week: number): 1 | 2 | 3 {
  if (week <= 4) return 1;
  return week <= 8 ? 2 : 3;
}

/**
 * Ten segments with a wider gap after 4 and 8. Block: done. Tall: this week. Tick: to come.
 * On hold the tall block is two bars.
 */
export function phasePaths(progress: PhaseProgress, width: number, height: number): PhasePaths {
  const paths: PhasePaths = { p1: "", p2: "", p3: "", at: "", todo: "" };
  const step = 2;
  const gap = height >= 16 ? 6.8 : 7.2;
  const segment = (width - 9 * step - 2 * (gap - step)) / 10;
  const current = "week" in progress ? progress.week : 0;

  for (let week = 1; week <= 10; week += 1) {
    const gaps = phaseOfWeek(week) - 1;
    const x = round((week - 1) * (segment + step) + gaps * (gap - step));
    if (week === current) {
      const thin = segment * 0.36;
      paths.at +=
        progress.state === "on-hold"
          ? bar(x, 0, thin, height) + bar(x + segment - thin, 0, thin, height)
          : bar(x, 0, segment, height);
    } else if (progress.state === "finished" || week < current) {
      paths[`p${phaseOfWeek(week)}`] += bar(x, height * 0.42, segment, height);
    } else {
      paths.todo += bar(x, height - 2, segment, height);
    }
  }
  return paths;
}

/** The bar in words. */
export function phaseSentence(progress: PhaseProgress): string {
  switch (progress.state) {
    case "not-started":
      return "Not started";
    case "week":
      return `Week ${progress.week} of 10`;
    case "on-hold":
      return `Week ${progress.week} of 10, on hold`;
    case "finished":
      return "Finished, all ten weeks";
  }
}
