import { stopChoice, stopChoiceReason, stopChoiceWish } from "@/db/schema/safety-check";
import { addDays } from "@/lib/time/local-date";
import { couples } from "./personas";
import { writeDecision } from "./screening";
import { noteAudit, type Seed, sealedWords, write } from "./seed-writer";
import { idOf } from "./seeded-random";
import type { Story } from "./timeline";
import { outsideWords } from "./words/clinical";

/** How long "unchanged" lasts, in days after the stop. */
const UNCHANGED_DAYS = 7;

/** A therapist’s own stop between two checks, and what was chosen for the joint steps of both a quarter of an hour later. */
export function writeStop(seed: Seed, story: Story): void {
  const { person, clientId, startDate, therapist, at, id } = story;
  if (!person.stop) return;
  const { onDay, choice } = person.stop;
  const day = addDays(startDate, onDay);
  const [decidedAt, chosenAt] = [at(day, 9, 30), at(day, 9, 45)];
  const pair = couples.find((two) => two.includes(person.name));
  if (!decidedAt || !chosenAt || !pair) return;
  writeDecision(seed, story, { kind: "stop", reason: outsideWords.stop, decidedAt, occasion: "outside" });
  const choiceId = id("stop-choice");
  const isUnchanged = choice === "unchanged";
  write(seed, stopChoice, {
    id: choiceId,
    clientId,
    coupleId: idOf("couple", ...pair),
    choice,
    unchangedUntil: isUnchanged ? addDays(day, UNCHANGED_DAYS) : null,
    reasonSealed: isUnchanged ? sealedWords(stopChoiceReason, outsideWords.choice, choiceId) : null,
    wishSealed: isUnchanged ? sealedWords(stopChoiceWish, outsideWords.wish, choiceId) : null,
    chosenBy: therapist.id ?? "",
    chosenAt,
  });
  noteAudit(seed, { at: chosenAt, by: therapist, action: "safety.stop-followed", id: choiceId, clientId });
}
