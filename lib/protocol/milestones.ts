import type { PathWeek, ProtocolPath } from "@/lib/protocol/path";
import type { LocalDate } from "@/lib/time/local-date";

/**
 * The first calendar week in which protocol week `number` is lived, leaving aside weeks paused from end to
 * end; undefined while it has no date. Living the week again does not move it.
 */
export function firstWeek(path: ProtocolPath, number: number): PathWeek | undefined {
  return path.weeks.find((week) => week.number === number && week.kind !== "paused");
}

/** The first day of a phase on this path; undefined while it has no date. */
export function phaseStart(path: ProtocolPath, phase: number): LocalDate | undefined {
  return path.weeks.find((week) => week.phase.number === phase && week.kind !== "paused")?.startsOn;
}
