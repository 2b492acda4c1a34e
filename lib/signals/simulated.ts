/** Signals that rest on figures, and so can come up by chance. */
export const simulatedKinds = [
  "connection-review",
  "reliable-decline",
  "anxiety-not-falling",
  "skips",
  "quiet",
  "gain",
] as const;
export type SimulatedKind = (typeof simulatedKinds)[number];

/** In how many of a hundred it came up within ten weeks; `days`: how long after a decline began, in the middle. */
export type SimulatedRate = { stable: number; improving: number; declining: number; days: number | null };

export const SIMULATED_PEOPLE = 400;

/** What `npm run simulate` prints; the test beside it runs it anew. */
export const simulated: Record<SimulatedKind, SimulatedRate> = {
  "connection-review": { stable: 3, improving: 2, declining: 94, days: 21 },
  "reliable-decline": { stable: 30, improving: 14, declining: 74, days: 11 },
  "anxiety-not-falling": { stable: 14, improving: 2, declining: 43, days: 24 },
  skips: { stable: 30, improving: 20, declining: 93, days: 18 },
  quiet: { stable: 25, improving: 23, declining: 17, days: 21 },
  gain: { stable: 4, improving: 34, declining: 1, days: 15 },
};
