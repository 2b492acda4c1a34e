/** A timer that lives in its start instant, so that screen lock and reload cannot lose it. */
export type RunningTimer = { startedAt: Date; stoppedAt: Date | null; minutes: number };

/** Whole seconds lived at `now`, 0 to the full length. A clock that was set back gives 0, never less. */
export function secondsDone(timer: RunningTimer, now: Date): number {
  const end = timer.stoppedAt && timer.stoppedAt < now ? timer.stoppedAt : now;
  const elapsed = Math.floor((end.getTime() - timer.startedAt.getTime()) / 1000);
  return Math.min(Math.max(elapsed, 0), timer.minutes * 60);
}

/** Whole seconds left at `now`; 0 when it has run out or was stopped at the end. */
export function secondsLeft(timer: RunningTimer, now: Date): number {
  return timer.minutes * 60 - secondsDone(timer, now);
}
