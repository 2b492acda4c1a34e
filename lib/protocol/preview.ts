import type { TellingAhead } from "@/lib/protocol/changes/change-rules";
import { type Change, rulesOf, subjectOf } from "@/lib/protocol/decision";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import { hasOwnSteps } from "@/lib/protocol/own-steps";
import { type JointPeople, oneSidedSentence } from "@/lib/protocol/own-steps-preview";
import type { ProtocolPath } from "@/lib/protocol/path";
import type { PathInput } from "@/lib/protocol/path-in-force";
import { changeRefusal, pathWith } from "@/lib/protocol/refusal";
import { protocolPath } from "@/lib/protocol/schedule";
import type { LocalDate } from "@/lib/time/local-date";

/** What a therapist sees before confirming: what changes, and the words that the client will read (editable). */
export type ChangePreview = {
  refusal: string | null;
  /** For the therapist, one fact a sentence. */
  changes: string[];
  /** Default words for the client; null where nobody reads any: own steps read the same whatever the reason. */
  clientWords: string | null;
  before: ProtocolPath;
  after: ProtocolPath;
};

/**
 * The path with and without one more decision, in words. `people`: whom joint steps are about. `sayDate` writes a local date
 * as the reader knows it.
 */
export function previewChange(
  input: PathInput,
  change: Change,
  effectiveOn: LocalDate,
  people: JointPeople,
  sayDate: (date: LocalDate) => string,
): ChangePreview {
  const { version, decisions } = input;
  const before = protocolPath(input);
  const after = pathWith(input, change, effectiveOn);
  const about = subjectOf(change, decisions) ?? change;
  const telling: TellingAhead = {
    title: (key) => exerciseOf(version, key)?.title ?? key,
    say: sayDate,
    week: before.current?.number ?? null,
    today: before.today,
    people,
    before,
    after,
  };
  const rules = rulesOf(change);
  const ofUndo = change.kind === "undo" ? rulesOf(about).factsOfUndo(telling) : null;
  const oneSided = isTwofold(version, change) ? oneSidedSentence(people) : null;
  return {
    refusal: changeRefusal(input, before, change, effectiveOn, sayDate),
    changes: [
      ...(ofUndo ?? rules.facts(change, telling)),
      ...(oneSided === null ? [] : [oneSided]),
      ...pathSentences(before, after, sayDate),
    ],
    clientWords: rulesOf(about).isRead ? rules.clientWords(change, telling) : null,
    before,
    after,
  };
}

/** Whether the exercise that a change is about has a form with the partner. */
function isTwofold(version: ProtocolVersion, change: Change): boolean {
  const key = rulesOf(change).exercise(change);
  const exercise = key === null ? null : exerciseOf(version, key);
  return exercise ? hasOwnSteps(exercise) : false;
}

/** What becomes of the weeks to come and of the end date. A path that ends today says so itself, with its own day. */
export function pathSentences(
  before: ProtocolPath,
  after: ProtocolPath,
  sayDate: (date: LocalDate) => string,
): string[] {
  const sentences: string[] = [];
  const [first, last] = [after.waiting[0]?.number, after.waiting.at(-1)?.number];
  if (first !== undefined && last !== undefined && after.waiting.length > before.waiting.length)
    sentences.push(first === last ? `Week ${first} waits.` : `Weeks ${first} to ${last} wait.`);
  if (before.endsOn === after.endsOn || (after.ended && !before.ended)) return sentences;
  if (before.ended && !after.ended)
    sentences.push(after.endsOn ? `The last week ends on ${sayDate(after.endsOn)}.` : "The weeks go on.");
  else if (before.endsOn && !after.endsOn) sentences.push(`The end date, ${sayDate(before.endsOn)}, becomes open.`);
  else if (!before.endsOn && after.endsOn) sentences.push(`The end date becomes ${sayDate(after.endsOn)}.`);
  else if (before.endsOn && after.endsOn)
    sentences.push(`The end date moves from ${sayDate(before.endsOn)} to ${sayDate(after.endsOn)}.`);
  return sentences;
}
