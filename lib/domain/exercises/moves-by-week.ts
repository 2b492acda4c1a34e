import { type DistanceMove, distanceMoves } from "@/lib/domain/exercises/distance-moves";
import { daysBetween, type LocalDate } from "@/lib/domain/time/local-date";

export type NoticedMove = { date: LocalDate; move: DistanceMove };

/** Times each strategy was noticed in a calendar week of the path; null for a week that lies ahead. */
export type MovesWeek = { week: number; counts: number[] | null };

/**
 * Noticed moves by week, counted from `startsOn` (week 1), over `weeks` weeks. Counts stand in the order of
 * `distanceMoves`. Moves before the start belong to no week and are left out. Noticing is the practice: more is not worse.
 */
export function movesByWeek(
  moves: readonly NoticedMove[],
  startsOn: LocalDate,
  today: LocalDate,
  weeks: number,
): MovesWeek[] {
  const current = Math.floor(daysBetween(startsOn, today) / 7) + 1;
  return Array.from({ length: weeks }, (_, index) => {
    const week = index + 1;
    if (week > current) return { week, counts: null };
    const here = moves.filter(({ date }) => Math.floor(daysBetween(startsOn, date) / 7) + 1 === week);
    return { week, counts: distanceMoves.map((kind) => here.filter(({ move }) => move === kind).length) };
  });
}

/** How often moves were noticed, and which the most; never as good or bad news. `title` names a strategy. */
export function movesSentence(weeks: readonly MovesWeek[], title: (move: DistanceMove) => string): string {
  const totals = distanceMoves.map((move, index) => ({
    move,
    count: weeks.reduce((sum, { counts }) => sum + (counts?.[index] ?? 0), 0),
  }));
  const all = totals.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return "None noticed in these weeks.";
  const most = totals.reduce((a, b) => (b.count > a.count ? b : a));
  const times = all === 1 ? "Once" : `${all} times`;
  if (all === 1) return `${times}: ${title(most.move).toLowerCase()}.`;
  return `${times} in all, most often ${title(most.move).toLowerCase()} (${most.count} of ${all}). Noticing more can be good news.`;
}
