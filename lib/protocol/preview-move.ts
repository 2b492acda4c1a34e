import { assessmentsDue } from "@/lib/protocol/assessments-due";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import type { ProtocolPath } from "@/lib/protocol/path";
import type { PathInput } from "@/lib/protocol/path-in-force";
import { pathSentences } from "@/lib/protocol/preview";
import { protocolPath } from "@/lib/protocol/schedule";
import { sizeWords } from "@/lib/protocol/version-changes";
import { moveWords, rewordedAhead } from "@/lib/protocol/version-move-words";
import { weekDifferences } from "@/lib/protocol/week-differences";
import type { LocalDate } from "@/lib/time/local-date";

/** What a therapist sees before a path goes on by another version: what changes, and the words that the client will read. */
type MovePreview = { refusal: string | null; changes: string[]; clientWords: string | null };

/** All that a path is computed from once it goes on by another version from today. The days before keep theirs. */
const movedInput = (input: PathInput, version: ProtocolVersion): PathInput => ({
  ...input,
  version,
  earlierVersions: [...(input.earlierVersions ?? []), { version: input.version, until: input.today }],
});

type Both = {
  before: { path: ProtocolPath; version: ProtocolVersion };
  after: { path: ProtocolPath; version: ProtocolVersion };
};

const both = (input: PathInput, version: ProtocolVersion): Both => ({
  before: { path: protocolPath(input), version: input.version },
  after: { path: protocolPath(movedInput(input, version)), version },
});

/** Why a path cannot go on by that version from today, as a sentence for the therapist; null when it can. */
export function moveRefusal(input: PathInput, version: ProtocolVersion): string | null {
  return refusalOf(both(input, version));
}

function refusalOf({ before, after }: Both): string | null {
  const { status } = before.path;
  if (status === "ended") return "This protocol has ended.";
  const isOver = status === "finished" || status === "follow-up";
  if (isOver && !goesOn(after.path) && sameFollowUps(before.path, after.path))
    return "The weeks are over, and nothing would follow them on that version. Add weeks instead.";
  return null;
}

const goesOn = ({ weeks, waiting }: ProtocolPath) => waiting.length > 0 || weeks.some(({ state }) => state !== "past");
const sameFollowUps = (one: ProtocolPath, other: ProtocolPath) =>
  JSON.stringify(one.followUps) === JSON.stringify(other.followUps);

/**
 * What changes when a path goes on by another version from today, one fact a sentence. `isBack`: it is the version from
 * before a move. `sayDate` writes a local date as the reader knows it.
 */
export function previewMove(
  input: PathInput,
  version: ProtocolVersion,
  sayDate: (date: LocalDate) => string,
  isBack = false,
): MovePreview {
  const { before, after } = both(input, version);
  const week = before.path.current?.number;
  const changes = [`${sizeWords(version)}.`];
  if (week !== undefined && week > version.weeks.length && after.path.endsOn === before.path.current?.endsOn)
    changes.push(`Week ${week} lies past its last week, so the path ends with this week.`);
  const title = (key: string) =>
    (exerciseOf(version, key) ?? exerciseOf(input.version, key))?.title ?? "an exercise of an earlier protocol";
  changes.push(...weekDifferences(before.path, after.path, title));
  const reworded = rewordedAhead(before, after).map(({ title: name }) => name);
  if (reworded.length > 0) changes.push(`Told in other words: ${reworded.join(", ")}.`);
  if (dueAhead(before) !== dueAhead(after)) changes.push("Assessments fall due on other days.");
  changes.push(...pathSentences(before.path, after.path, sayDate));
  if (changes.length === 1) changes.push("Nothing differs in the weeks from here.");
  return { refusal: refusalOf({ before, after }), changes, clientWords: moveWords(before, after, isBack) };
}

const dueAhead = ({ path, version }: Both["before"]) =>
  JSON.stringify(
    assessmentsDue(version, path)
      .filter(({ dueOn }) => dueOn >= path.today)
      .map(({ instrument, dueOn }) => [instrument, dueOn]),
  );
