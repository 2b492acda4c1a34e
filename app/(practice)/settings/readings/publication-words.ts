import type { ReadingHistory } from "@/db/queries/learn/readings";
import { formatMoment } from "@/lib/format";
import type { PublicationStatus } from "@/lib/learn/reading-steps";

const deeds = {
  draft: "Draft kept",
  dropped: "Draft put away",
  published: "Published",
  shipped: "The one that comes with Nearer taken again",
  retired: "Retired",
} as const;

export type HistoryLine = { id: string; kind: ReadingHistory["kind"]; words: string };

/** Who did what and when, the newest first. Of drafts kept one after another only the last is told. */
export const historyLines = (history: readonly ReadingHistory[], now: Date, zone: string): HistoryLine[] =>
  history
    .filter(({ kind }, i) => kind !== "draft" || history[i - 1]?.kind !== "draft")
    .map(({ id, kind, writtenAt, writtenBy }) => ({
      id,
      kind,
      words: `${deeds[kind]} by ${writtenBy}, ${formatMoment(writtenAt, now, zone)}`,
    }));

/** What clients read now, and whether a draft waits. */
export function statusWords(
  { current, isOwn, isRetired, draft }: Pick<PublicationStatus, "current" | "isOwn" | "isRetired" | "draft">,
  lines: readonly HistoryLine[],
): string {
  const published = lines.find(({ kind }) => kind === "published");
  const now = isRetired
    ? "Retired: clients do not see it"
    : isOwn
      ? (published?.words ?? "Your practice’s words")
      : current
        ? "As it comes with Nearer"
        : "Not published yet";
  return draft ? `${now}. A draft waits, seen by you alone` : now;
}
