import { type DistanceMove, distanceMoves } from "@/lib/exercises/distance-moves";
import { daysBetween, type LocalDate } from "@/lib/time/local-date";

const list = new Intl.ListFormat("en-GB", { style: "long", type: "conjunction" });

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
  const top = Math.max(...totals.map(({ count }) => count));
  const most = totals.filter(({ count }) => count === top);
  const names = list.format(most.map(({ move }) => title(move).toLowerCase()));
  if (all === 1) return `Once: ${names}.`;
  const isEven = most.length > 1 && top * most.length === all;
  const which = isEven
    ? `: ${names}, each as often`
    : `, most often ${names} (${most.length > 1 ? `${top} each` : `${top} of ${all}`})`;
  return `${all} times in all${which}. Noticing more can be good news.`;
}
