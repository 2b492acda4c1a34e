import { type Decision, inForce, inOrder, lastOf } from "@/lib/protocol/decision";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { addDays, type LocalDate } from "@/lib/time/local-date";
import type { Zone } from "@/lib/time/zone";

/** The start date and zone that an enrolment pins. Every date of the path is a local date in this zone. */
export type Enrolment = { startDate: LocalDate; zone: Zone };

/** A span in which a safety stop keeps the path in its week. `until` is the first day that is free again. */
export type SafetyHold = { from: LocalDate; until: LocalDate | null };

/** All that the path is computed from. */
export type PathInput = {
  version: ProtocolVersion;
  /** Versions that the enrolment was on before it was moved; each counts on the days before `until`. Oldest first. */
  earlierVersions?: readonly { version: ProtocolVersion; until: LocalDate }[];
  enrolment: Enrolment;
  decisions: readonly Decision[];
  safetyHolds?: readonly SafetyHold[];
  /** The client's local date. */
  today: LocalDate;
};

/** What is in force at the end of one day. */
export type InForce = {
  decisions: Decision[];
  hold: { since: LocalDate; because: "therapist" | "safety"; decisionId: string | null } | null;
  pause: { since: LocalDate; until: LocalDate | null; decisionId: string } | null;
  end: { on: LocalDate; followUps: boolean; decisionId: string } | null;
  /** Weeks added by extensions. */
  extraWeeks: number;
};

/** The version that counts on `day`. */
export function versionOn(input: PathInput, day: LocalDate): ProtocolVersion {
  return input.earlierVersions?.find((earlier) => day < earlier.until)?.version ?? input.version;
}

/**
 * Answers "what is in force at the end of this day", for any day of one path. Nothing changes between two
 * turning points, so one answer serves every day between them (the same object).
 */
export function inForceByDay(input: PathInput): (day: LocalDate) => InForce {
  const ordered = inOrder(input.decisions);
  const turns = turningPoints(input);
  const seen = new Map<number, InForce>();
  return (day) => {
    const span = turns.filter((turn) => turn <= day).length;
    const known = seen.get(span);
    if (known) return known;
    const found = inForceOn(inForce(ordered, day), input.safetyHolds ?? [], day);
    seen.set(span, found);
    return found;
  };
}

/** The days on which something known changes. */
function turningPoints(input: PathInput): LocalDate[] {
  const days = input.decisions.flatMap((d) =>
    d.change.kind === "pause" && d.change.until ? [d.effectiveOn, d.change.until] : [d.effectiveOn],
  );
  for (const stop of input.safetyHolds ?? []) days.push(stop.from, stop.until ?? stop.from);
  return days;
}

function inForceOn(decisions: Decision[], safetyHolds: readonly SafetyHold[], day: LocalDate): InForce {
  const hold = lastOf(decisions, "hold", "release");
  const pause = lastOf(decisions, "pause", "resume");
  const end = lastOf(decisions, "end");
  const stop = safetyHolds.find((s) => s.from <= day && (s.until === null || s.until > day));
  return {
    decisions,
    hold: stop
      ? { since: stop.from, because: "safety", decisionId: null }
      : hold?.change.kind === "hold"
        ? { since: hold.effectiveOn, because: "therapist", decisionId: hold.id }
        : null,
    pause:
      pause?.change.kind === "pause" && (pause.change.until === null || pause.change.until > day)
        ? { since: pause.effectiveOn, until: pause.change.until, decisionId: pause.id }
        : null,
    end: end ? { on: end.effectiveOn, followUps: end.change.followUps, decisionId: end.id } : null,
    extraWeeks: decisions.reduce((sum, d) => sum + (d.change.kind === "extend" ? d.change.weeks : 0), 0),
  };
}

/**
 * The last day on which anything known changes by itself; from the day after, a hold or an open pause lasts until someone
 * decides. The day on which a pause was to end counts only where it still does.
 */
export function lastKnownChange(input: PathInput): LocalDate {
  const start = addDays(input.enrolment.startDate, -1);
  const ordered = inOrder(input.decisions);
  const days = ordered.flatMap(({ id, effectiveOn, change }) => {
    if (change.kind !== "pause" || change.until === null) return [effectiveOn];
    const last = lastOf(inForce(ordered, addDays(change.until, -1)), "pause", "resume");
    return last?.id === id ? [effectiveOn, change.until] : [effectiveOn];
  });
  const holds = (input.safetyHolds ?? []).flatMap(({ from, until }) => [from, until ?? from]);
  const moves = (input.earlierVersions ?? []).map(({ until }) => until);
  return [...days, ...holds, ...moves].reduce((latest, day) => (day > latest ? day : latest), start);
}
