import process from "node:process";
import { signalRow } from "@/lib/signals/kinds";
import { SIMULATED_PEOPLE, simulatedKinds } from "@/lib/signals/simulated";
import { simulate } from "@/lib/signals/simulation.testing";

// How often the signals that rest on figures come up for people who are well, and for people who are not.
const rates = simulate(SIMULATED_PEOPLE);
const line = (cells: readonly string[]) =>
  process.stdout.write(`${cells.map((cell, i) => (i === 0 ? cell.padEnd(40) : cell.padStart(11))).join("")}\n`);
process.stdout.write(
  `${SIMULATED_PEOPLE} invented people, 70 days each; in how many of a hundred a signal came up\n\n`,
);
line(["", "stable", "improving", "declining", "after days"]);
for (const kind of simulatedKinds) {
  const { stable, improving, declining, days } = rates[kind];
  line([signalRow(kind).name, String(stable), String(improving), String(declining), days === null ? "" : String(days)]);
}
