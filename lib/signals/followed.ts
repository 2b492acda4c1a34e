import { counted } from "@/lib/plural";

/** After so many days the panel says what followed, and for how many it goes on saying it (ours). */
export const FOLLOWED_AFTER_DAYS = 28;
export const FOLLOWED_FOR_DAYS = 56;

const DAY_MS = 86_400_000;

export type FollowedFacts = {
  chosenAt: Date;
  /** The newest whole week's median when it was chosen, and now; null where there was none. */
  before: number | null;
  now: number | null;
  /** What became of the signal since: in the order in which it happened. */
  steps: readonly { step: string; at: Date }[];
  isGone: boolean;
  /** Nothing is told as a gain while this is false. */
  saysGain: boolean;
};

export const isFollowedNow = (chosenAt: Date, now: Date): boolean => {
  const days = (now.getTime() - chosenAt.getTime()) / DAY_MS;
  return days >= FOLLOWED_AFTER_DAYS && days < FOLLOWED_AFTER_DAYS + FOLLOWED_FOR_DAYS;
};

/** What followed a choice, in a sentence or two. It says what came after, and never that it came from it. */
export function followedSentence({ chosenAt, before, now, steps, isGone, saysGain }: FollowedFacts): string {
  const later = steps.filter(({ at }) => at > chosenAt);
  const gone = later.find(({ step }) => step === "resolved");
  const back = later.filter(({ step }) => step === "reopened").length;
  const days = gone ? Math.max(1, Math.round((gone.at.getTime() - chosenAt.getTime()) / DAY_MS)) : null;
  const end = isGone
    ? days === null
      ? "The reason is gone."
      : `The reason was gone after ${counted(days, "day")}.`
    : back > 0
      ? `Something new brought it back${back > 1 ? ` ${back} times` : ""}.`
      : "The reason still stands.";
  return [end, connectionPart(before, now, saysGain)].filter(Boolean).join(" ");
}

const points = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));

function connectionPart(before: number | null, now: number | null, saysGain: boolean): string {
  if (before === null || now === null) return "There are too few whole weeks to set connection beside it.";
  if (now < before) return `Connection, by whole weeks, was ${points(before)} then and is ${points(now)} now: lower.`;
  if (!saysGain || now === before)
    return `Connection, by whole weeks, was ${points(before)} then and is ${points(now)} now.`;
  return `Connection, by whole weeks, was ${points(before)} then and is ${points(now)} now: higher. That it followed does not say why.`;
}
