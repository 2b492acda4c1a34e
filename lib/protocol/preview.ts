import type { Change } from "@/lib/protocol/decision";
import { subjectOf } from "@/lib/protocol/decision";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import { doseWords } from "@/lib/protocol/dose";
import { hasOwnSteps } from "@/lib/protocol/own-steps";
import type { JointPeople } from "@/lib/protocol/own-steps-preview";
import { oneSidedSentence, ownStepsSentences, ownStepsUndone } from "@/lib/protocol/own-steps-preview";
import type { ProtocolPath } from "@/lib/protocol/path";
import type { PathInput } from "@/lib/protocol/path-in-force";
import { changeRefusal } from "@/lib/protocol/refusal";
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
  const about = subjectOf(change, input.decisions);
  const before = protocolPath(input);
  const latest = Math.max(0, ...input.decisions.map((d) => d.madeAt.getTime()));
  const decision = { id: "preview", effectiveOn, madeAt: new Date(latest + 1), change };
  const after = protocolPath({ ...input, decisions: [...input.decisions, decision] });
  return {
    refusal: changeRefusal(input, before, change, effectiveOn),
    changes: [
      ...(about?.kind === "own-steps"
        ? ownStepsFacts(change, people, before.today, sayDate)
        : ownSentences(input.version, before, change, sayDate)),
      ...(isTwofold(input.version, change) ? [oneSidedSentence(change, people)].filter((one) => one !== null) : []),
      ...pathSentences(before, after, sayDate),
    ],
    clientWords: about?.kind === "own-steps" ? null : clientWords(input.version, before, change, sayDate),
    before,
    after,
  };
}

const ownStepsFacts = (change: Change, people: JointPeople, today: LocalDate, say: (date: LocalDate) => string) =>
  change.kind === "own-steps" ? ownStepsSentences(change, people, today, say) : ownStepsUndone(people, today, say);

/** Whether the exercise that a change is about has a form with the partner. */
function isTwofold(version: ProtocolVersion, change: Change): boolean {
  const key = change.kind === "swap" ? change.from : "exercise" in change ? change.exercise : null;
  const exercise = key === null ? null : exerciseOf(version, key);
  return exercise ? hasOwnSteps(exercise) : false;
}

const titleIn = (version: ProtocolVersion, key: string) => exerciseOf(version, key)?.title ?? key;

function ownSentences(
  version: ProtocolVersion,
  before: ProtocolPath,
  change: Change,
  sayDate: (date: LocalDate) => string,
): string[] {
  const week = before.current?.number;
  const span = "scope" in change ? (change.scope === "this-week" ? "for this week" : "from here on") : "";
  switch (change.kind) {
    case "hold":
      return week ? [`Week ${week} goes on until you release it.`] : ["The path waits until you release it."];
    case "release":
      return week ? [`Week ${week} ends with its last day; the next week follows.`] : [];
    case "repeat":
      return week ? [`Week ${week} is lived once more after its last day.`] : [];
    case "swap":
      return [`${titleIn(version, change.to)} takes the place of ${titleIn(version, change.from)} ${span}.`];
    case "drop":
      return [`${titleIn(version, change.exercise)} is left out ${span}.`];
    case "dose":
      return [`${titleIn(version, change.exercise)} is asked for ${doseWords(change.dose)} ${span}.`];
    case "pause":
      return [change.until ? `No exercises until ${sayDate(change.until)}.` : "No exercises until you resume."];
    case "own-steps":
      return [];
    case "resume":
      return ["Exercises start again. A week that the pause cut short is lived again."];
    case "end":
      return [
        change.followUps ? "The protocol ends. Follow-ups stay planned." : "The protocol ends, without follow-ups.",
      ];
    case "extend":
      return [`${change.weeks === 1 ? "One week is" : `${change.weeks} weeks are`} added after the last.`];
    case "undo":
      return ["From here on it is as if that decision had not been made. Weeks already lived stay."];
  }
}

/** What becomes of the weeks to come and of the end date. */
export function pathSentences(
  before: ProtocolPath,
  after: ProtocolPath,
  sayDate: (date: LocalDate) => string,
): string[] {
  const sentences: string[] = [];
  const [first, last] = [after.waiting[0]?.number, after.waiting.at(-1)?.number];
  if (first !== undefined && last !== undefined && after.waiting.length > before.waiting.length)
    sentences.push(first === last ? `Week ${first} waits.` : `Weeks ${first} to ${last} wait.`);
  if (before.endsOn === after.endsOn) return sentences;
  if (before.endsOn && !after.endsOn) sentences.push(`The end date, ${sayDate(before.endsOn)}, becomes open.`);
  else if (!before.endsOn && after.endsOn) sentences.push(`The end date becomes ${sayDate(after.endsOn)}.`);
  else if (before.endsOn && after.endsOn)
    sentences.push(`The end date moves from ${sayDate(before.endsOn)} to ${sayDate(after.endsOn)}.`);
  return sentences;
}

function clientWords(
  version: ProtocolVersion,
  before: ProtocolPath,
  change: Change,
  sayDate: (date: LocalDate) => string,
): string {
  switch (change.kind) {
    case "hold":
      return "We’re staying with this week a little longer. There is no catching up to do.";
    case "release":
      return "We’re moving on when this week ends. Take with you what worked.";
    case "repeat":
      return "We’re living this week once more. Coming back to a step is part of how this works.";
    case "swap":
      return `${titleIn(version, change.to)} takes the place of ${titleIn(version, change.from)} for now. A different step is still a step.`;
    case "drop":
      return `We’re leaving out ${titleIn(version, change.exercise)} for now. You have enough to practise.`;
    case "dose":
      return `From now on, ${titleIn(version, change.exercise)} is planned ${doseWords(change.dose)}. Choose the moments that suit you.`;
    case "pause":
      return change.until
        ? `We’re taking a pause until ${sayDate(change.until)}. Nothing is expected of you, and your place is kept.`
        : "We’re taking a pause. Nothing is expected of you, and your place is kept.";
    case "own-steps":
      return "";
    case "resume":
      return "We’re starting again from where we stopped. Begin with whatever feels possible.";
    case "end":
      return "We’re ending the weekly exercises here. What you did stays yours to look back on.";
    case "extend":
      return change.weeks === 1
        ? "We’re adding one more week, so that what you found has time to settle."
        : `We’re adding ${change.weeks} more weeks, so that what you found has time to settle.`;
    case "undo":
      return before.current
        ? "We’ve gone back to the plan as it was. Your marks stay as they are."
        : "We’ve gone back to the plan as it was.";
  }
}
