import os from "node:os";
import process from "node:process";

/** Says of each thing whether it held, and by the exit code whether all did. */
export function openVerdict() {
  let failures = 0;
  return {
    check: (holds: boolean, words: string) => {
      if (!holds) failures += 1;
      console.log(`  ${holds ? "holds " : "FAILED"}  ${words}`);
    },
    tell: (words: string) => console.log(`          ${words}`),
    end: () => {
      if (failures > 0) process.exitCode = 1;
    },
  };
}

/** The words behind the name of this part, as `npm run proof` was given them. */
export const askedFor = (): string[] => (process.env.NEARER_PROOF_ONLY ?? "").split(" ").filter(Boolean);

export const loadOfMachine = () =>
  `load ${os
    .loadavg()
    .map((one) => one.toFixed(1))
    .join(" ")} on ${os.cpus().length} processors`;
