import type { GateHistory } from "@/lib/safety/gate";

/** When something last asked for a stop, on this record or on one that was merged into it, released since or not; else null. */
export function lastStopIn({
  screens,
  decisions,
  joined = [],
}: Pick<GateHistory, "screens" | "decisions" | "joined">): Date | null {
  const stops = [
    ...screens.filter(({ outcome }) => outcome === "stop").map(({ answeredAt }) => answeredAt.getTime()),
    ...joined.flatMap(({ until, history }) => (until ? [] : (lastStopIn(history)?.getTime() ?? []))),
    ...decisions.filter(({ kind }) => kind === "stop").map(({ decidedAt }) => decidedAt.getTime()),
  ];
  return stops.length > 0 ? new Date(Math.max(...stops)) : null;
}
