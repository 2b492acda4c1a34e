import process from "node:process";

/** Says whether something held, and ends the part with a failure where one did not. */
export const told = (holds: boolean, words: string): boolean => {
  if (!holds) process.exitCode = 1;
  console.log(`  ${holds ? "holds " : "FAILED"}  ${words}`);
  return holds;
};

/** The value below which this share of them lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
