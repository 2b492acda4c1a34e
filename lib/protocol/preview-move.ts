import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import type { PathInput } from "@/lib/protocol/path-in-force";
import { pathSentences } from "@/lib/protocol/preview";
import { protocolPath } from "@/lib/protocol/schedule";
import { sizeWords } from "@/lib/protocol/version-changes";
import { weekDifferences } from "@/lib/protocol/week-differences";
import type { LocalDate } from "@/lib/time/local-date";

/**
 * What changes when a path goes on by another version from today, one fact a sentence. The days before keep the version
 * that they had. `sayDate` writes a local date as the reader knows it.
 */
export function previewMove(
  input: PathInput,
  version: ProtocolVersion,
  sayDate: (date: LocalDate) => string,
): string[] {
  const before = protocolPath(input);
  const earlier = [...(input.earlierVersions ?? []), { version: input.version, until: input.today }];
  const after = protocolPath({ ...input, version, earlierVersions: earlier });
  const week = before.current?.number;
  const sentences = [`${sizeWords(version)}.`];
  if (week !== undefined && week > version.weeks.length)
    sentences.push(`Week ${week} lies past its last week, so the path ends with this week.`);
  const title = (key: string) =>
    (exerciseOf(version, key) ?? exerciseOf(input.version, key))?.title ?? "an exercise of an earlier protocol";
  return [...sentences, ...weekDifferences(before, after, title), ...pathSentences(before, after, sayDate)];
}
