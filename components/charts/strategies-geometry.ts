import { bar, round } from "@/components/charts/geometry";

export const textures = ["solid", "tone", "hatch", "hollow"] as const;
export type Texture = (typeof textures)[number];

/** How each is filled; the hatch has a pattern of its own. */
export const textureLook: Record<Texture, string> = {
  solid: "fill-ink [shape-rendering:crispEdges] forced-colors:fill-[CanvasText] forced-colors:forced-color-adjust-none",
  tone: "fill-primary opacity-72 [shape-rendering:crispEdges] forced-colors:fill-[GrayText] forced-colors:opacity-100 forced-colors:forced-color-adjust-none",
  hatch: "",
  hollow: "fill-(--ground,var(--color-paper)) stroke-ink-2 stroke-[1.25] [shape-rendering:crispEdges]",
};

/** One week's counts, in the order of the series from the bottom up; null where the week has no entry yet. */
export type StrategyWeek = { week: number; counts: readonly number[] | null };

export type StrategyPaths = Record<Texture, string> & { totals: { x: number; y: number; total: number }[] };

/** The axis ends on a multiple of four above the tallest week, and never below eight. */
export function axisTop(weeks: readonly StrategyWeek[]): number {
  const tallest = Math.max(0, ...weeks.map((week) => sum(week.counts ?? [])));
  return Math.max(8, Math.ceil((tallest + 1) / 4) * 4);
}

/** Bars on a plot from `left`, one column per week, two pixels between the parts. */
export function strategyPaths(
  weeks: readonly StrategyWeek[],
  plot: { left: number; width: number; top: number; floor: number },
): StrategyPaths {
  const paths: StrategyPaths = { solid: "", tone: "", hatch: "", hollow: "", totals: [] };
  const unit = (plot.floor - plot.top) / axisTop(weeks);
  const pitch = plot.width / Math.max(1, weeks.length);
  const width = Math.min(26, pitch * 0.7);
  for (const { week, counts } of weeks) {
    if (!counts) continue;
    const x = plot.left + pitch * (week - 0.5) - width / 2;
    let below = 0;
    counts.forEach((count, index) => {
      const texture = textures[index];
      if (!texture || count === 0) return;
      const bottom = plot.floor - below * unit - 1;
      const top = plot.floor - (below + count) * unit + 1;
      paths[texture] += bar(x, top, width, bottom);
      below += count;
    });
    paths.totals.push({ x: round(x + width / 2), y: round(plot.floor - below * unit - 6), total: below });
  }
  return paths;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
