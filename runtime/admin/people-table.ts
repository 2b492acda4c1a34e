import type { StaffBeside } from "@/db/queries/identity/staff-beside";
import { colleagueStates } from "@/lib/identity/colleague-state";
import { roleWords } from "@/lib/identity/role-words";

/** A line for each, for a terminal. */
export function peopleTable(people: readonly StaffBeside[]): string {
  const rows = people.map(({ role, email, name, state }) => [
    roleWords[role].name,
    email,
    name,
    colleagueStates[state],
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
