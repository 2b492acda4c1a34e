import { after, type Instant, type SignInEnds } from "./device-clock";
import type { SessionLook } from "./session-limits";

/** What a page knows of its sign-in, and by which of the looks that it asked for. */
export type KnownSignIn = {
  readonly ends: SignInEnds;
  readonly isAnothers: boolean;
  /** Somebody's who shows once more that it is them, and goes on. */
  readonly isLocked: boolean;
  /** Looks up to this one are answered for; 0 for none. */
  readonly heard: number;
};

export type AnsweredLook = {
  readonly method: "GET" | "POST";
  /** Which of the page's looks it is, counted from 1, and how many had been asked for when it was answered. */
  readonly number: number;
  readonly asked: number;
  readonly askedAt: Instant;
  readonly told: SessionLook;
};

/**
 * Answers come in any order; the newest asked counts. Whoever said that they stay is believed over every look that was on its
 * way meanwhile: the server may have answered that one before it heard them. A network's slowness makes no sign-in longer.
 */
export function hearLook(known: KnownSignIn, { method, number, asked, askedAt, told }: AnsweredLook): KnownSignIn {
  if (method === "GET" && number <= known.heard) return known;
  const { secondsLeft, secondsInAll = secondsLeft, whose, isLocked = false } = told;
  return {
    ends: { idle: after(askedAt, secondsLeft), last: after(askedAt, secondsInAll) },
    isAnothers: whose === "another",
    isLocked,
    heard: method === "POST" ? asked : number,
  };
}
