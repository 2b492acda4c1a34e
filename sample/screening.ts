import { assessmentAnswer, assessmentAnswerValue } from "@/db/schema/assessments";
import {
  safetyDecision,
  safetyDecisionReason,
  safetyEvent,
  safetyEventStep,
  safetyEventStepNote,
  safetyScreen,
} from "@/db/schema/safety";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import type { DueMeasure } from "@/lib/protocol/assessments-due";
import { checkResult } from "@/lib/safety/check-result";
import { askedAgain } from "./check-history";
import { practiceId } from "./personas";
import { type Book, noteAudit, noteLastActivity, sealedOrNull, sealedWords, write } from "./seed-writer";
import { idOf } from "./seeded-random";
import type { Story } from "./timeline";
import { clearReasons, concernReason, openWords, stopNote, stopReason } from "./words/clinical";

type Screen = { assessmentId: string; instrument: Instrument; due: DueMeasure; begunAt: Date; submittedAt: Date };

const later = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000);

const raisedBy: Record<string, Record<string, number>> = {
  stop: { fear: 2, hurt: 1 },
  concern: { swings: 2, "made-up-for": 2 },
};

/** Answers that raise nothing, but on the one occasion on which the story has something come up. */
function answersOf({ person }: Story, { instrument, due }: Screen): Answer[] {
  const occasion = person.screening === "stop" ? askedAgain : "safety-and-steadiness:before-enrolment";
  const raised = due.key === occasion ? raisedBy[person.screening] : undefined;
  return instrument.items.flatMap(({ id, kind }): Answer[] => {
    if (kind === "text") return raised ? [{ itemId: id, form: "now", value: openWords }] : [];
    return [{ itemId: id, form: "now", value: id === "private" ? 1 : (raised?.[id] ?? 0) }];
  });
}

/** A screen with sealed answers, what it asks for, and what the clinician decided the day after. */
export function writeScreen(book: Book, story: Story, screen: Screen): void {
  const { clientId, client, person } = story;
  const { assessmentId, submittedAt } = screen;
  const answers = answersOf(story, screen);
  for (const { itemId, form, value } of answers) {
    const id = idOf("answer", assessmentId, itemId);
    const valueSealed = assessmentAnswerValue.seal(JSON.stringify(value), { practiceId, assessmentId, itemId, form });
    write(book, assessmentAnswer, {
      id,
      assessmentId,
      itemId,
      form,
      value: null,
      valueSealed,
      answeredAt: screen.begunAt,
    });
  }
  const { outcome } = checkResult(screen.instrument, { answers, isSent: true, wasPrivate: true });
  write(book, safetyScreen, { id: assessmentId, clientId, outcome, answeredAt: submittedAt });
  noteAudit(book, {
    at: submittedAt,
    by: client,
    action: "safety.screened",
    id: assessmentId,
    clientId,
  });
  if (outcome === "stop") writeClosedEvent(book, story, submittedAt);
  if (person.screening === "waiting") return;
  if (outcome === "unfinished") return;
  const kind = outcome === "clear" && person.screening === "concern" ? "concern" : outcome;
  writeDecision(book, story, kind, later(submittedAt, 15), screen.due.key);
}

function writeDecision(
  book: Book,
  story: Story,
  kind: "clear" | "concern" | "stop",
  decidedAt: Date,
  occasion: string,
) {
  const { clientId, therapist, now } = story;
  if (decidedAt >= now) return;
  const id = story.id("safety-decision", occasion);
  const clear = story.chance("clear", occasion).pick(clearReasons);
  const reason = kind === "clear" ? clear : kind === "stop" ? stopReason : concernReason;
  write(book, safetyDecision, {
    id,
    clientId,
    kind,
    talkedAlone: true,
    reasonSealed: sealedWords(safetyDecisionReason, reason, id),
    decidedBy: therapist.id ?? "",
    decidedAt,
  });
  noteAudit(book, { at: decidedAt, by: therapist, action: `safety.gate-${kind}`, id, clientId });
}

/** The event that a stop opens, seen to within the hour and closed with a note. The stop itself stands. */
function writeClosedEvent(book: Book, story: Story, openedAt: Date): void {
  const { clientId, therapist } = story;
  const eventId = story.id("safety-event", "screen");
  write(book, safetyEvent, { id: eventId, clientId, source: "screen", openedAt });
  const steps = [
    { kind: "acknowledged" as const, takenAt: later(openedAt, 0.6), note: null },
    { kind: "closed" as const, takenAt: later(openedAt, 13), note: stopNote },
  ];
  for (const { kind, takenAt, note } of steps) {
    const id = story.id("safety-step", kind);
    const noteSealed = sealedOrNull(safetyEventStepNote, note, id);
    write(book, safetyEventStep, { id, eventId, kind, noteSealed, takenBy: therapist.id, takenAt });
    noteAudit(book, {
      at: takenAt,
      by: therapist,
      action: `safety.event-${kind}`,
      id: eventId,
      clientId,
    });
  }
}

/** "I don't feel safe", chosen an hour and a half ago, and nobody has seen it yet. */
export function writeOpenEvent(book: Book, story: Story): void {
  if (!story.person.feelsUnsafe) return;
  const { clientId, client, now } = story;
  const at = later(now, -1.6);
  const id = story.id("safety-event", "button");
  write(book, safetyEvent, { id, clientId, source: "not-safe-button", place: null, openedAt: at });
  noteAudit(book, { at, by: client, action: "safety.event-opened", id, clientId });
  noteLastActivity(book, clientId, "safety", at);
}
