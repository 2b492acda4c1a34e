import type { GateHistory } from "@/lib/safety/gate";

/** When something last asked for a stop, released since or not; null when nothing ever did. */
export function lastStopIn({ screens, decisions }: Pick<GateHistory, "screens" | "decisions">): Date | null {
  const stops = [
    ...screens.filter(({ outcome }) => outcome === "stop").map(({ answeredAt }) => answeredAt.getTime()),
    ...decisions.filter(({ kind }) => kind === "stop").map(({ decidedAt }) => decidedAt.getTime()),
  ];
  return stops.length > 0 ? new Date(Math.max(...stops)) : null;
}
