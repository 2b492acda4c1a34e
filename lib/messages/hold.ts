/** For so many seconds a message can be taken back, and “mark all as read” undone (ours). */
export const UNDO_SECONDS = 10;

/** A little longer it waits before anybody else can read it or is written to: taking back is never too late by a hair. */
export const HOLD_SECONDS = 12;

/** An undo that was held under the pointer still counts; only after that is the writer told that it was read. */
export const READ_TOLD_AFTER_SECONDS = 30;

const seconds = (count: number) => count * 1_000;

/** When a message that was sent at this moment reaches the other side. */
export const arrivesAt = (sentAt: Date): Date => new Date(sentAt.getTime() + seconds(HOLD_SECONDS));

/** What was sent by then has reached the other side at `now`. */
export const arrivedBy = (now: Date): Date => new Date(now.getTime() - seconds(HOLD_SECONDS));

export const mayTakeBack = (sentAt: Date, now: Date): boolean => now < arrivesAt(sentAt);

/**
 * For how many milliseconds more it is offered; 0 when it is over. In steps of the slack that the hold has over the offer:
 * no page tells how fast it was made, and none offers what is too late.
 */
export const undoLeft = (since: Date, now: Date): number => {
  const step = seconds(HOLD_SECONDS - UNDO_SECONDS);
  return Math.max(0, Math.ceil((since.getTime() + seconds(UNDO_SECONDS) - now.getTime()) / step) * step);
};

/** When the writer may be told that somebody read it: null before an undo has run out. */
export const toldReadAt = (readAt: Date | null, now: Date): Date | null =>
  readAt && now.getTime() - readAt.getTime() >= seconds(READ_TOLD_AFTER_SECONDS) ? readAt : null;

export const mayUnmark = (markedAt: Date, now: Date): boolean =>
  now.getTime() - markedAt.getTime() < seconds(READ_TOLD_AFTER_SECONDS);
