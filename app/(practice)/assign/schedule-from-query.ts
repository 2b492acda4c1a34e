import type { Phase } from "@/lib/protocol/definition";
import { phaseStart } from "@/lib/protocol/milestones";
import type { ProtocolPath } from "@/lib/protocol/path";

export type GivenRule = { when: string; weeks: readonly string[]; phases: readonly string[] };

/** A moment of a path as an address says it: "week-7", "phase-2", "phases". Anything else is no rule. */
export function ruleAt(at: string): GivenRule | undefined {
  const [, week] = /^week-(\d{1,2})$/.exec(at) ?? [];
  if (week) return { when: "protocol-weeks", weeks: [week], phases: [] };
  const [, phase] = /^phase-(\d)$/.exec(at) ?? [];
  if (phase) return { when: "before-phases", weeks: [], phases: [phase] };
  return at === "phases" ? { when: "before-phases", weeks: [], phases: [] } : undefined;
}

/** The phases of a path that have not begun, in order. */
export function phasesAhead(path: ProtocolPath): Phase[] {
  const phases = new Map([...path.weeks, ...path.waiting].map(({ phase }) => [phase.number, phase]));
  return [...phases.values()].filter(({ number }) => (phaseStart(path, number) ?? "9999") > path.today);
}
