/** What a timer is told: when it ends (milliseconds), the seconds that were kept once it ended or was stopped, and its length. */
export type TimerKept = { endsAt: number | null; kept: number | null; total: number };

/**
 * `forgotten`: it ran out so long ago that nobody can say what was lived. `over`: it has just run out, and is about to be kept.
 * `done`: it was lived to its end. `stopped`: somebody ended it before.
 */
export type TimerState =
  | { kind: "ready" }
  | { kind: "running"; left: number }
  | { kind: "over" | "done" | "forgotten" }
  | { kind: "stopped"; lived: number };

/** Somebody may sit on for a while with the screen dark (ours). After that the page was left, and not lived. */
export const forgottenAfterMinutes = 60;

export function timerAt({ endsAt, kept, total }: TimerKept, now: number): TimerState {
  if (kept !== null) return kept >= total ? { kind: "done" } : { kind: "stopped", lived: kept };
  if (endsAt === null) return { kind: "ready" };
  const left = Math.min(total, Math.ceil((endsAt - now) / 1000));
  if (left > 0) return { kind: "running", left };
  return { kind: now - endsAt > forgottenAfterMinutes * 60_000 ? "forgotten" : "over" };
}

/** The seconds that an exercise keeps: what was lived, and nothing of a timer that was left running. */
export function secondsLived(state: TimerState, total: number): number {
  if (state.kind === "running") return total - state.left;
  if (state.kind === "stopped") return state.lived;
  return state.kind === "over" || state.kind === "done" ? total : 0;
}
