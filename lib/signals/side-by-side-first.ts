import type { Exercise } from "@/lib/exercises/exercise";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import type { LocalDate } from "@/lib/time/local-date";

/** How emotional and recreational closeness were last answered, as it is now, of 96; null for a scale without a score. */
export type ClosenessSeen = {
  answeredOn: LocalDate;
  form: "full" | "brief";
  emotional: number | null;
  recreational: number | null;
};

/** Below the middle of its 0 to 96 emotional closeness is low (ours). */
export const LOW_EMOTIONAL = 48;
/** Recreational closeness is higher from here on: the least that lies beyond measurement error of each form. */
export const AHEAD_BY = { full: 28, brief: 39 } as const;

/** Whether play is the open door: where feelings are far and doing things together is nearer, that comes first (art.). */
export function isPlayNearer(seen: ClosenessSeen | null): boolean {
  if (seen?.emotional == null || seen.recreational == null) return false;
  return seen.emotional < LOW_EMOTIONAL && seen.recreational - seen.emotional >= AHEAD_BY[seen.form];
}

/** The exercises that ask for words about oneself and have learning something together among their gentler steps. */
export const withPlayInstead = (version: ProtocolVersion): Exercise[] =>
  version.exercises.filter((one) => one.exposureLevel === "disclosure" && playFor(version, one) !== null);

/** The recreational step that can stand in for an exercise. */
export function playFor(version: ProtocolVersion, { gentler }: Pick<Exercise, "gentler">): Exercise | null {
  const steps = gentler.flatMap((key) => exerciseOf(version, key) ?? []);
  return steps.find(({ page }) => page === "learn-together") ?? null;
}

export const playEvidence = ({ emotional, recreational }: ClosenessSeen): string =>
  `Emotional closeness was answered as low (${Math.round(emotional ?? 0)} of 96) and recreational as higher (${Math.round(recreational ?? 0)}): doing something together may be the easier way in.`;
