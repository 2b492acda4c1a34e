import { type Exercise, isAtLeast } from "@/lib/exercises/exercise";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { judged } from "@/lib/protocol/edit-faults";
import { withSafetyScreens } from "@/lib/protocol/measure-moments";
import { canonical } from "@/lib/shipped/canonical";

/** The version that a practice took, its own that it edited since, and the one that ships now. */
export type ThreeVersions = { base: ProtocolVersion; own: ProtocolVersion; shipped: ProtocolVersion };

/**
 * The practice's own version with what Nearer changed put in, wherever the practice had changed nothing itself: its own
 * words stay, word by word and week by week. Null where the two do not fit together.
 */
export function mergedProtocol({ base, own, shipped }: ThreeVersions): ProtocolVersion | null {
  const isSameShape = own.weeks.length === base.weeks.length && own.phases.length === base.phases.length;
  const exercises = mergedExercises(base.exercises, own.exercises, shipped.exercises);
  const levels = new Map(exercises.map(({ key, exposureLevel }) => [key, exposureLevel]));
  // A step that asks for more by now than what it is gentler than is none any more.
  const isGentler = ({ exposureLevel }: Exercise, step: string) => {
    const level = levels.get(step);
    return level !== undefined && isAtLeast(exposureLevel, level);
  };
  const candidate: ProtocolVersion = {
    ...pick(base, own, shipped, ["title", "summary", "measures", "followUps"]),
    ...(own.ownDays === undefined ? {} : { ownDays: own.ownDays }),
    key: own.key,
    phases:
      isSameShape && shipped.phases.length === base.phases.length ? list(base, own, shipped, "phases") : own.phases,
    exercises: exercises.map((one) => ({ ...one, gentler: one.gentler.filter((step) => isGentler(one, step)) })),
    weeks: isSameShape && shipped.weeks.length === base.weeks.length ? list(base, own, shipped, "weeks") : own.weeks,
  };
  return judged(withSafetyScreens(candidate)).version;
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
/** What the practice made of it, or else what ships now. */
const chosen = <T>(base: T, own: T, shipped: T): T => (same(own, base) ? shipped : own);

function pick<T extends object, K extends keyof T>(base: T, own: T, shipped: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, chosen(base[key], own[key], shipped[key])])) as Pick<T, K>;
}

function list<K extends "phases" | "weeks">(
  base: ProtocolVersion,
  own: ProtocolVersion,
  shipped: ProtocolVersion,
  part: K,
): ProtocolVersion[K] {
  const merged = own[part].map((one, i) => chosen<unknown>(base[part][i], one, shipped[part][i]));
  return merged as ProtocolVersion[K];
}

function mergedExercises(
  base: readonly Exercise[],
  own: readonly Exercise[],
  shipped: readonly Exercise[],
): Exercise[] {
  const find = (some: readonly Exercise[], key: string) => some.find((one) => one.key === key);
  const kept = own.map((one) => {
    const [was, now] = [find(base, one.key), find(shipped, one.key)];
    return was && now ? mergedExercise(was, one, now) : one;
  });
  const added = shipped.filter(({ key }) => !find(base, key) && !find(own, key));
  return [...kept, ...added];
}

/** Part by part. Of two levels of exposure the stronger counts, whoever chose it. */
function mergedExercise(base: Exercise, own: Exercise, shipped: Exercise): Exercise {
  const parts = ["title", "purpose", "instructions", "minutes", "page", "gentler"] as const;
  const words = chosen(base.own, own.own, shipped.own);
  const { own: _, ...rest } = own;
  const { exposureLevel } = isAtLeast(own.exposureLevel, shipped.exposureLevel) ? own : shipped;
  return { ...rest, ...pick(base, own, shipped, parts), exposureLevel, ...(words && { own: words }) };
}
