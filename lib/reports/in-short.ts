/** One finding of a report, as it stands over its chart. */
export type Finding = { words: string; isFall: boolean };

/** What a report says at its head: falls first, whatever else is true, and the rest in the order of its parts. */
export const inShort = (findings: readonly Finding[]): string[] =>
  [...findings.filter(({ isFall }) => isFall), ...findings.filter(({ isFall }) => !isFall)]
    .map(({ words }) => words.trim())
    .filter(Boolean);
