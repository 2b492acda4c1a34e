import { assessment, assessmentAnswer, assessmentFlag, assessmentScore } from "@/db/schema/assessments";
import { answeringTime } from "@/lib/assessments/answering-time";
import { responseFlags } from "@/lib/assessments/flags";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { scoreResponse } from "@/lib/assessments/score";
import { builtInInstrument } from "@/lib/instruments/built-in";
import { assessmentsDue, type DueMeasure } from "@/lib/protocol/assessments-due";
import { builtInProtocol } from "@/lib/protocol/built-in";
import { addDays, daysBetween, type LocalDate } from "@/lib/time/local-date";
import { versionIdOf } from "./built-in-ids";
import { checksAsked, writeCheck } from "./check-history";
import { isDecidedAbout, writeScreen } from "./screening";
import { noteAudit, noteLastActivity, type Seed, write } from "./seed-writer";
import { idOf } from "./seeded-random";
import { answersFor, straightLine } from "./sitting-answers";
import type { Story } from "./timeline";

/** Every measure that the protocol asks this person for, those of the past answered unless the story says otherwise. */
export function writeAssessments(seed: Seed, story: Story): void {
  for (const due of [...assessmentsDue(builtInProtocol, story.path), ...checksAsked(story)]) {
    const instrument = builtInInstrument(due.instrument);
    if (instrument) writeSitting(seed, story, due, instrument);
  }
}

function writeSitting(seed: Seed, story: Story, due: DueMeasure, instrument: Instrument): void {
  const { person, clientId, therapist, startDate } = story;
  const id = story.id("assessment", due.key);
  const answeredOn = dayOfAnswer(story, due);
  const begunAt = answeredOn ? timeOfAnswer(story, due, answeredOn) : null;
  const isHalf = person.halfway === due.key;
  const submittedAt = begunAt && answeredOn && !isHalf ? new Date(begunAt.getTime() + 9 * 60_000) : null;
  const reviewedAt =
    submittedAt && answeredOn && !person.toReview?.includes(due.key) ? timeOfReview(story, answeredOn, due.key) : null;
  const isSafety = instrument.sensitivity === "safety";
  const isReviewed = reviewedAt !== null && (!isSafety || isDecidedAbout(person, due));
  const assignedAt = story.at(addDays(startDate, -9), 11, 51) ?? story.now;
  write(seed, assessment, {
    id,
    clientId,
    instrumentVersionId: versionIdOf(instrument.key),
    occasion: due.key,
    weekNumber: due.moment.at === "week" ? due.moment.week : null,
    opensOn: due.opensOn,
    dueOn: due.dueOn,
    expiresOn: due.expiresOn,
    assignedBy: therapist.id,
    assignedAt,
    startedAt: begunAt,
    reviewedBy: isReviewed ? therapist.id : null,
    reviewedAt: isReviewed ? reviewedAt : null,
  });
  if (isSafety) writeCheck(seed, story, due, id);
  if (!begunAt || !answeredOn) return;
  if (isSafety) {
    if (submittedAt) writeScreen(seed, story, { assessmentId: id, instrument, due, begunAt, submittedAt });
  } else {
    const luck = story.chance("answers", due.key);
    const progress = Math.min(1, Math.max(0, daysBetween(startDate, answeredOn) / 70));
    const isStraight = person.straightLined === due.key;
    const answers = isStraight ? straightLine(instrument, 3) : answersFor({ person, instrument, progress, luck });
    const given = isHalf ? answers.slice(0, Math.floor(answers.length / 3)) : answers;
    const times = writeAnswers(seed, id, given, begunAt, () => (isStraight ? 900 : luck.between(3_000, 7_000)));
    if (submittedAt) writeScores(seed, id, instrument, given, times);
  }
  if (submittedAt) writeSubmission(seed, story, id, submittedAt, answeredOn);
}

/** On the due day or a day or two before; never outside the window, while away, or when the story leaves it open. */
function dayOfAnswer({ person, chance, isAway, at, startDate }: Story, due: DueMeasure): LocalDate | null {
  if (person.hasAccepted === false || person.unanswered?.includes(due.key)) return null;
  if (due.instrument === "safety-and-steadiness" && person.screening === "unanswered") return null;
  // A check is answered on the first evening that suits, so that it can be decided about before the week is over.
  if (due.instrument === "safety-and-steadiness")
    return (
      [0, 1]
        .map((days) => addDays(answersFrom(due, startDate), days))
        .find((date) => !isAway(date) && at(date, 21, 30)) ?? null
    );
  const earliest = due.opensOn === due.dueOn ? 0 : chance("day", due.key).between(0, 1);
  const candidates = [earliest, earliest + 1, earliest + 2].map((days) => addDays(due.dueOn, -days));
  return candidates.find((date) => date >= due.opensOn && !isAway(date) && at(date, 21, 30) !== null) ?? null;
}

/** The first check is there when they are enrolled, and answered once they have come in and agreed. */
const answersFrom = ({ moment, opensOn }: DueMeasure, startDate: LocalDate): LocalDate =>
  moment.at === "before-enrolment" ? addDays(startDate, -6) : opensOn;

const timeOfAnswer = ({ at, chance }: Story, due: DueMeasure, date: LocalDate): Date | null => {
  const luck = chance("hour", due.key);
  return at(date, luck.between(18, 20), luck.between(0, 59));
};

const timeOfReview = ({ at, chance }: Story, answeredOn: LocalDate, key: string): Date | null =>
  at(addDays(answeredOn, chance("review", key).between(1, 2)), 10, chance("review", key).between(0, 59));

function writeAnswers(seed: Seed, assessmentId: string, answers: Answer[], begunAt: Date, pause: () => number): Date[] {
  let time = begunAt.getTime();
  return answers.map(({ itemId, form, value }, i) => {
    if (typeof value === "string") throw new TypeError("Only numbers are answered in the clear.");
    time += pause();
    const answeredAt = new Date(time);
    write(seed, assessmentAnswer, {
      id: idOf("answer", assessmentId, i),
      assessmentId,
      itemId,
      form,
      value,
      answeredAt,
    });
    return answeredAt;
  });
}

function writeScores(seed: Seed, assessmentId: string, instrument: Instrument, answers: Answer[], times: Date[]): void {
  scoreResponse(instrument, answers).forEach(({ form, scale, status, score, answered, items }, i) => {
    const instrumentVersionId = versionIdOf(instrument.key);
    const id = idOf("answer", assessmentId, `score-${i}`);
    const row = { id, assessmentId, form, scaleKey: scale, status, score, answered, items, instrumentVersionId };
    write(seed, assessmentScore, row);
  });
  for (const { kind, ...detail } of responseFlags(instrument, answers, answeringTime(times))) {
    write(seed, assessmentFlag, { id: idOf("answer", assessmentId, kind), assessmentId, kind, detail });
  }
}

function writeSubmission(seed: Seed, { clientId, client }: Story, id: string, at: Date, localDate: LocalDate): void {
  seed.submissions.push({ id, at, localDate });
  noteAudit(seed, { at, by: client, action: "assessments.submitted", id, clientId });
  noteLastActivity(seed, clientId, "assessment", at);
}
