/** `now`, or the first millisecond after everything in `earlier`: rows keep their order where two clocks do not agree. */
export const afterAll = (earlier: readonly Date[], now: Date): Date =>
  new Date(Math.max(now.getTime(), ...earlier.map((at) => at.getTime() + 1)));
