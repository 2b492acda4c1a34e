import type { Actor } from "../actor";

export type SessionLimits = { readonly idleSeconds: number; readonly absoluteSeconds: number };

/** What the session endpoint says to a page: how long is left, and whether the sign-in is that of the page's person. */
export type SessionLook = {
  readonly secondsLeft: number;
  /** Until it ends whatever is done, for who it belongs to: without a network the page counts by itself. */
  readonly secondsInAll?: number;
  readonly whose: "own" | "another" | "nobody";
  /** It locked itself, and opens again for whoever shows who they are. */
  readonly isLocked?: boolean;
};

/** For how long the words of somebody careful lie open after the password, in minutes (ours). */
export const wordsOpenMinutes = 5;

/** How long before the idle limit a person is warned, in seconds. */
export const warningSeconds = 120;

/** Wrong tries that a locked sign-in bears; with the last of them it is over. */
export const MOST_LOCK_TRIES = 5;

/**
 * How long a sign-in lasts, in seconds. Staff: 15 minutes without a request lock it, 12 hours in all end it. Clients: 20 minutes,
 * 8 hours, and whichever comes first ends it.
 */
export function sessionLimits(role: Actor["role"]): SessionLimits {
  return role === "client"
    ? { idleSeconds: 20 * 60, absoluteSeconds: 8 * 3600 }
    : { idleSeconds: 15 * 60, absoluteSeconds: 12 * 3600 };
}

/** Seconds until the earlier of the two ends, at `now`. Never below 0. */
export function secondsLeft(ends: { readonly idleEndsAt: Date; readonly endsAt: Date }, now: Date): number {
  return secondsTo(Math.min(ends.idleEndsAt.getTime(), ends.endsAt.getTime()), now);
}

/** Seconds until the sign-in ends whatever is done. */
export const secondsInAll = ({ endsAt }: { readonly endsAt: Date }, now: Date): number =>
  secondsTo(endsAt.getTime(), now);

const secondsTo = (end: number, now: Date): number => Math.max(0, Math.floor((end - now.getTime()) / 1000));
