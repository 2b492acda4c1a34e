/** Somebody's time: whole weeks until they left, or until now or the end where they did not. */
export type Stay = { weeks: number; hasLeft: boolean };

/** One point in time: of `atRisk` who were still there and looked at, `left` went; `share` stays, from 1 down. */
export type RetentionStep = { week: number; atRisk: number; left: number; share: number };

/**
 * The share that stays, week by week, by the product-limit estimate (Kaplan & Meier 1958): S(t) = Π (1 − d/n). Who is looked at no
 * longer counts among those at risk until then; who leaves in the same week as that leaves first. Weeks are whole and 0 or more.
 * The first step is week 0 with everybody. Throws a RangeError for a time below 0.
 */
export function retention(stays: readonly Stay[], weeks: number): RetentionStep[] {
  if (stays.some((stay) => stay.weeks < 0)) throw new RangeError("nobody leaves before the beginning");
  const steps: RetentionStep[] = [];
  let share = 1;
  for (let week = 0; week <= weeks; week += 1) {
    const atRisk = stays.filter((stay) => stay.weeks >= week).length;
    const left = stays.filter((stay) => stay.hasLeft && stay.weeks === week).length;
    if (atRisk > 0) share *= 1 - left / atRisk;
    steps.push({ week, atRisk, left, share });
  }
  return steps;
}

/** The steps that stand on enough people to be drawn: from the first week with too few on, nothing is. */
export function drawn(steps: readonly RetentionStep[], fewest: number): RetentionStep[] {
  const end = steps.findIndex(({ atRisk }) => atRisk < fewest);
  return steps.slice(0, end < 0 ? steps.length : end);
}
