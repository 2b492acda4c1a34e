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
import type { PlannedCheck, SamplePerson } from "./person";
import { practiceId } from "./personas";
import { noteAudit, noteLastActivity, type Seed, sealedOrNull, sealedWords, write } from "./seed-writer";
import { idOf } from "./seeded-random";
import type { Story } from "./timeline";
import { checkWords, clearReasons, concernReason, openWords, releaseReason } from "./words/clinical";

type Screen = { assessmentId: string; instrument: Instrument; due: DueMeasure; begunAt: Date; submittedAt: Date };

const later = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000);

const raisedBy: Record<string, Record<string, number>> = {
  stop: { fear: 2, hurt: 1 },
  concern: { swings: 2, "made-up-for": 2 },
};

/** What the story has for this check besides its calm answers; undefined: it goes by how the person was screened. */
const planOf = ({ checks }: SamplePerson, { key }: DueMeasure): PlannedCheck | undefined =>
  checks?.[key.slice(key.indexOf(":") + 1)];

export function isDecidedAbout(person: SamplePerson, due: DueMeasure): boolean {
  const plan = planOf(person, due);
  return plan ? plan.decided !== "not-yet" : person.screening !== "waiting";
}

/** Answers that raise nothing, but on the one occasion on which the story has something come up. */
function answersOf({ person }: Story, { instrument, due }: Screen): Answer[] {
  const occasion = person.screening === "stop" ? askedAgain : "safety-and-steadiness:before-enrolment";
  const plan = planOf(person, due);
  const told = due.key === occasion ? raisedBy[person.screening] : undefined;
  const raised = plan ? plan.says : told;
  return instrument.items.flatMap(({ id, kind }): Answer[] => {
    if (kind === "text") return told && !plan ? [{ itemId: id, form: "now", value: openWords }] : [];
    return [{ itemId: id, form: "now", value: id === "private" ? 1 : (raised?.[id] ?? 0) }];
  });
}

/** A screen with sealed answers, what it asks for, and what the clinician decided the day after. */
export function writeScreen(seed: Seed, story: Story, screen: Screen): void {
  const { clientId, client, person } = story;
  const { assessmentId, submittedAt } = screen;
  const answers = answersOf(story, screen);
  for (const { itemId, form, value } of answers) {
    const id = idOf("answer", assessmentId, itemId);
    const valueSealed = assessmentAnswerValue.seal(JSON.stringify(value), { practiceId, assessmentId, itemId, form });
    write(seed, assessmentAnswer, {
      id,
      assessmentId,
      itemId,
      form,
      value: null,
      valueSealed,
      answeredAt: screen.begunAt,
    });
  }
  const { outcome, facts } = checkResult(screen.instrument, { answers, isSent: true, wasPrivate: true });
  const { reportsHarm, ownHarm } = facts;
  write(seed, safetyScreen, { id: assessmentId, clientId, outcome, reportsHarm, ownHarm, answeredAt: submittedAt });
  noteAudit(seed, {
    at: submittedAt,
    by: client,
    action: "safety.screened",
    id: assessmentId,
    clientId,
  });
  const plan = planOf(person, screen.due);
  const { reason, note } = checkWords[plan?.words ?? "afraid"];
  if (outcome === "stop") writeClosedEvent(seed, story, submittedAt, note);
  if (!isDecidedAbout(person, screen.due) || outcome === "unfinished") return;
  const kind = outcome === "clear" && person.screening === "concern" ? "concern" : outcome;
  const { key } = screen.due;
  writeDecision(seed, story, { kind, reason, decidedAt: later(submittedAt, 15), occasion: key });
  if (plan?.decided === "released") {
    const decidedAt = later(submittedAt, 39);
    writeDecision(seed, story, { kind: "clear", reason: releaseReason, decidedAt, occasion: `${key}:released` });
  }
}

type Decided = { kind: "clear" | "concern" | "stop"; reason: string; decidedAt: Date; occasion: string };

/** A decision about the gate after a talk alone. */
export function writeDecision(seed: Seed, story: Story, { kind, reason: raised, decidedAt, occasion }: Decided): void {
  const { clientId, therapist, now } = story;
  if (decidedAt >= now) return;
  const id = story.id("safety-decision", occasion);
  const reason = reasonFor(story, kind, raised, occasion);
  write(seed, safetyDecision, {
    id,
    clientId,
    kind,
    talkedAlone: true,
    reasonSealed: sealedWords(safetyDecisionReason, reason, id),
    decidedBy: therapist.id ?? "",
    decidedAt,
  });
  noteAudit(seed, { at: decidedAt, by: therapist, action: `safety.gate-${kind}`, id, clientId });
}

function reasonFor(story: Story, kind: Decided["kind"], raised: string, occasion: string): string {
  if (kind === "concern") return concernReason;
  return kind === "stop" || raised === releaseReason ? raised : story.chance("clear", occasion).pick(clearReasons);
}

/** The event that a stop opens, seen to within the hour and closed with a note. The stop itself stands. */
function writeClosedEvent(seed: Seed, story: Story, openedAt: Date, closing: string): void {
  const { clientId, therapist } = story;
  const eventId = story.id("safety-event", "screen");
  write(seed, safetyEvent, { id: eventId, clientId, source: "screen", openedAt });
  const steps = [
    { kind: "acknowledged" as const, takenAt: later(openedAt, 0.6), note: null },
    { kind: "closed" as const, takenAt: later(openedAt, 13), note: closing },
  ];
  for (const { kind, takenAt, note } of steps) {
    const id = story.id("safety-step", kind);
    const noteSealed = sealedOrNull(safetyEventStepNote, note, id);
    write(seed, safetyEventStep, { id, eventId, kind, noteSealed, takenBy: therapist.id, takenAt });
    noteAudit(seed, {
      at: takenAt,
      by: therapist,
      action: `safety.event-${kind}`,
      id: eventId,
      clientId,
    });
  }
}

/** "I don't feel safe", chosen an hour and a half ago, and nobody has seen it yet. */
export function writeOpenEvent(seed: Seed, story: Story): void {
  if (!story.person.feelsUnsafe) return;
  const { clientId, client, now } = story;
  const at = later(now, -1.6);
  const id = story.id("safety-event", "button");
  write(seed, safetyEvent, { id, clientId, source: "not-safe-button", place: null, openedAt: at });
  noteAudit(seed, { at, by: client, action: "safety.event-opened", id, clientId });
  noteLastActivity(seed, clientId, "safety", at);
}
