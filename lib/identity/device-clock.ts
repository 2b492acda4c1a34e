/** An instant by both clocks of a device. One stands still while a phone sleeps, the other can be set back by hand. */
export type Instant = { readonly tick: number; readonly wall: number };

export type SignInEnds = {
  /** When it ends if nothing more is asked of the server. */
  readonly idle: Instant;
  /** When it ends in any case. */
  readonly last: Instant;
};

export const after = ({ tick, wall }: Instant, seconds: number): Instant => ({
  tick: tick + seconds * 1000,
  wall: wall + seconds * 1000,
});

/** Seconds from `now` to `end`, by whichever clock is further on. Never below 0. */
export const secondsUntil = (end: Instant, now: Instant): number =>
  Math.max(0, Math.round(Math.min(end.tick - now.tick, end.wall - now.wall) / 1000));

/**
 * Without a network nothing that a person does reaches the server, so the device counts the same idle seconds from the last
 * touch. Neither touch nor anything else makes a sign-in longer than it can be.
 */
export function secondsLeftAlone(ends: SignInEnds, touched: Instant, idleSeconds: number, now: Instant): number {
  const idle = Math.max(secondsUntil(ends.idle, now), secondsUntil(after(touched, idleSeconds), now));
  return Math.min(idle, secondsUntil(ends.last, now));
}
