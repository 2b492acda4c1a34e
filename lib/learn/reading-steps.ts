import { Refused } from "@/lib/errors";
import { type Reading, readingSchema } from "@/lib/learn/reading";
import { readingOf } from "@/lib/learn/readings";
import { isSafetyReading } from "@/lib/learn/where-to-turn";

/** What a practice can do with a reading. Each is a row that stays; `draft` and `published` carry words. */
export const readingSteps = ["draft", "dropped", "published", "shipped", "retired"] as const;
export type ReadingStep = { kind: (typeof readingSteps)[number]; content: unknown };

export type PublicationStatus = {
  key: string;
  /** The one that comes with Nearer, in the version that the practice took; null for a reading of its own. */
  shipped: Reading | null;
  /** What clients read; null while there is nothing for them. */
  current: Reading | null;
  /** True when what clients read is in the practice's own words. */
  isOwn: boolean;
  isRetired: boolean;
  draft: Reading | null;
  /** Where editing goes on from: the draft, what clients read, or the newest words that there were. */
  base: Reading | null;
};

/** Words as kept. A row that no longer reads as a reading is as good as none. */
const wordsOf = (content: unknown): Reading | null => readingSchema.safeParse(content).data ?? null;

/** What has become of one reading: `shipped` as the practice took it, and all its rows about it, the newest first. */
export function publicationStatus(
  key: string,
  shipped: Reading | null,
  steps: readonly ReadingStep[],
): PublicationStatus {
  const stands = steps.find(({ kind }) => kind === "published" || kind === "shipped" || kind === "retired");
  const published = stands?.kind === "published" ? wordsOf(stands.content) : null;
  const isRetired = stands?.kind === "retired" && !isSafetyReading(key);
  const current = isRetired ? null : (published ?? shipped);
  const draft = steps[0]?.kind === "draft" ? wordsOf(steps[0].content) : null;
  const last = steps.map(({ content }) => wordsOf(content)).find((words) => words !== null);
  return {
    key,
    shipped,
    current,
    isOwn: published !== null,
    isRetired,
    draft,
    base: draft ?? current ?? last ?? shipped,
  };
}

/** The words that are to be published. Throws Refused when there is no draft. */
export function toPublish({ draft }: PublicationStatus): Reading {
  if (!draft) throw new Refused("There is no draft to publish. Keep one first.");
  return draft;
}

/** Throws Refused when there is no draft to put away. */
export function toDrop(status: PublicationStatus): void {
  toPublish(status);
}

/** Throws Refused unless there are other words to take back. */
export function toShipAgain({ shipped, isOwn, isRetired }: PublicationStatus): void {
  if (!shipped) throw new Refused("This reading is your practice’s own. Nearer has no other words for it.");
  if (!isOwn && !isRetired) throw new Refused("Clients read the one that comes with Nearer already.");
}

/** Throws Refused for what clients do not read anyway, and for the reading that says where to turn. */
export function toRetire({ key, current }: PublicationStatus): void {
  if (isSafetyReading(key))
    throw new Refused("This one stays, because it says where to turn. You can change its words.");
  if (!current) throw new Refused("Clients do not see this reading now.");
}

/** In the order of the weeks they belong to, then as given. Readings that belong to no week come last. */
export function inWeekOrder(readings: readonly Reading[]): Reading[] {
  const first = ({ weeks }: Reading) => Math.min(...weeks, Number.POSITIVE_INFINITY);
  return readings.toSorted((a, b) => (first(a) === first(b) ? 0 : first(a) - first(b)));
}

/**
 * The reading to offer in a week: the one that the protocol names, or, where it names none that clients have, the
 * first of the practice's own that belongs to the week. Undefined when there is none, or when it was read.
 */
export function readingOfWeek(
  readings: readonly Reading[],
  week: { number: number; reading: string | null },
  read: readonly string[],
): Reading | undefined {
  const named = readings.find(({ key }) => key === week.reading);
  const own = readings.filter(({ key, weeks }) => !readingOf(key) && weeks.includes(week.number));
  return (named ? [named] : own).find(({ key }) => !read.includes(key));
}
