/**
 * What the security log says of a sign-in or an account, and in what words. That somebody has a kind of row here says nothing
 * of what they wrote, read or looked for: no id of it is kept.
 */
export const noticedKinds = {
  "password-refused": "A password that did not fit",
  "had-to-wait": "Had to wait after several tries",
  "not-there": "Asked for something that is not there for them",
  "may-not": "Asked for something that their role may not do",
  "from-elsewhere": "A form that came from another site",
} as const;

export type NoticedKind = keyof typeof noticedKinds;

/** Rows of one kind about one account within an hour: more say nothing new (ours). */
export const MOST_NOTICED = 200;

/** Days for which they are kept (ours): long enough to look into something, short enough to forget. */
export const NOTICED_DAYS = 90;
