import type { GateHistory } from "@/lib/safety/gate";
import { type Link, type SharedClassInput, type StopChoice, sharedClassAt } from "@/lib/safety/shared-class";

// Monday 5 January 2026 is the start; hours count from its midnight in London.
const start = Date.UTC(2026, 0, 5);
export const at = (day: number, hour = 12) => new Date(start + (day * 24 + hour) * 3_600_000);
export const london = { startDate: "2026-01-05", zone: "Europe/London" };

export type Line = [
  day: number,
  what: "clear" | "alone" | "stop" | "asked" | "unfinished" | "screen" | "owns" | "reports",
];

export function history(lines: readonly Line[]): GateHistory {
  const of: {
    screens: GateHistory["screens"][number][];
    decisions: GateHistory["decisions"][number][];
    waits: GateHistory["waits"][number][];
  } = {
    screens: [],
    decisions: [],
    waits: [],
  };
  lines.forEach(([day, what], i) => {
    const id = `${what}${i}`;
    if (what === "asked") of.waits.push({ id, at: at(day, 9), for: "screen" });
    else if (what === "clear" || what === "alone")
      of.decisions.push({
        id,
        kind: "clear",
        decidedAt: at(day, 15),
        clinicianId: "alma",
        reason: "All calm, said so.",
        talkedAlone: true,
      });
    else {
      const outcome = what === "screen" ? "clear" : what === "unfinished" ? "unfinished" : "stop";
      const facts = { reportsHarm: what === "reports", ownHarm: what === "owns" };
      of.screens.push({ id, answeredAt: at(day, 10), outcome, ...(what !== "stop" && what !== "unfinished" && facts) });
    }
  });
  return of;
}
export const cleared: Line[] = [
  [-8, "asked"],
  [-8, "screen"],
  [-7, "clear"],
];
export const alone = (lines: readonly Line[], over: Partial<SharedClassInput> = {}): SharedClassInput => ({
  history: history(lines),
  calendar: london,
  link: null,
  ownDays: [],
  chosen: [],
  choices: [],
  ...over,
});
export const couple = (
  lines: readonly Line[],
  partner: readonly Line[],
  over: Partial<SharedClassInput> = {},
  link: Partial<Link> = {},
): SharedClassInput =>
  alone(lines, {
    link: {
      linkedAt: at(-6),
      endedAt: null,
      endShownAt: null,
      calendar: london,
      partner: { history: history(partner), chosen: [] },
      ...link,
    },
    ...over,
  });
export const isOpen = (input: SharedClassInput, day: number, hour = 12) => sharedClassAt(input, at(day, hour)).open;

export const choice = (day: number, kind: StopChoice["choice"], until: string | null = null): StopChoice => ({
  at: at(day, 16),
  choice: kind,
  unchangedUntil: until,
});
