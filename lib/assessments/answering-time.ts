const longestThought = 60_000;

/**
 * Milliseconds spent answering, from the instants at which answers were given: the sum of the gaps between them, where a
 * gap of over a minute counts as a minute (the person was elsewhere). Null for fewer than two answers.
 */
export function answeringTime(givenAt: readonly Date[]): number | null {
  if (givenAt.length < 2) return null;
  const times = givenAt.map((instant) => instant.getTime()).sort((a, b) => a - b);
  return times.slice(1).reduce((sum, time, i) => sum + Math.min(time - (times[i] ?? time), longestThought), 0);
}
