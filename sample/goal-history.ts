import {
  chartNote,
  chartNoteStep,
  chartNoteStepWords,
  goal,
  goalStep,
  goalStepNote,
  goalStepWords,
} from "@/db/schema/goals";
import { addDays } from "@/lib/time/local-date";
import { noteAudit, type Seed, sealedOrNull, sealedWords, write } from "./seed-writer";
import type { Story } from "./timeline";
import { chartHappenings, goalReviewNote, sampleGoals } from "./words/goals";

/** A goal from the second week on, looked at in the fourth, and something that happened. Not everybody has them. */
export function writeGoals(seed: Seed, story: Story): void {
  const luck = story.chance("goal");
  if (luck.happens(0.6)) writeGoal(seed, story, luck.pick(sampleGoals), luck.happens(0.5));
  if (luck.happens(0.4)) writeNote(seed, story, luck.pick(chartHappenings), luck.happens(0.4));
}

function writeGoal(seed: Seed, story: Story, { words, measure, line }: (typeof sampleGoals)[number], isShown: boolean) {
  const { clientId, therapist: by, startDate } = story;
  const agreedOn = addDays(startDate, 8);
  const set = story.at(agreedOn, 15, 10);
  if (!set) return;
  const goalId = story.id("goal");
  const author = by.id ?? "";
  write(seed, goal, { id: goalId, clientId, setBy: author, setAt: set });
  const step = (ordinal: number, kind: "set" | "going-on", at: Date, note: string | null) => {
    const id = story.id("goal-step", ordinal);
    write(seed, goalStep, {
      ...{ id, goalId, ordinal, kind, measure, line, isShown, agreedOn },
      ...{ agreedWith: "client", agreedHow: "session", appointmentId: null, decidedBy: author, decidedAt: at },
      wordsSealed: sealedWords(goalStepWords, words, id),
      noteSealed: sealedOrNull(goalStepNote, note, id),
    });
    noteAudit(seed, { at, by, action: `goals.${kind}`, id: goalId, clientId });
  };
  step(1, "set", set, null);
  const reviewed = story.at(addDays(startDate, 23), 15, 20);
  if (reviewed) step(2, "going-on", reviewed, goalReviewNote);
}

function writeNote(seed: Seed, story: Story, words: string, isShown: boolean) {
  const { clientId, therapist: by, startDate } = story;
  const localDate = addDays(startDate, 12);
  const at = story.at(addDays(startDate, 14), 16, 5);
  if (!at) return;
  const [noteId, id] = [story.id("chart-note"), story.id("chart-note-step")];
  const author = by.id ?? "";
  write(seed, chartNote, { id: noteId, clientId, addedBy: author, addedAt: at });
  write(seed, chartNoteStep, {
    ...{ id, chartNoteId: noteId, ordinal: 1, kind: "added", localDate, isShown, decidedBy: author, decidedAt: at },
    wordsSealed: sealedWords(chartNoteStepWords, words, id),
  });
  noteAudit(seed, { at, by, action: "connection.note-added", id: noteId, clientId });
}
