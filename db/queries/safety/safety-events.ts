import { and, asc, desc, eq, inArray, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { account } from "@/db/schema/identity";
import {
  safetyEvent,
  safetyEventAnswer,
  safetyEventStep,
  safetyEventStepNote,
  safetyEventWord,
} from "@/db/schema/safety";
import type { Scope } from "@/db/scope";
import type { EscalationLevel, EventSource, EventStep, SafetyEvent } from "@/lib/safety/events";

const answer = alias(safetyEventAnswer, "d");
const word = alias(safetyEventWord, "w");
const closed = alias(safetyEventStep, "closed");
const answering = alias(safetyEventStep, "answer");

/** An event as people handle it: with names, and notes when they were asked for. */
export type StepRecord = {
  id: string;
  kind: EventStep["kind"];
  at: Date;
  to: EscalationLevel | null;
  byId: string | null;
  byName: string | null;
  note: string | null;
};
export type EventRecord = {
  id: string;
  clientId: string;
  source: EventSource;
  place: string | null;
  openedAt: Date;
  isDanger: boolean;
  /** What the client said about it later, oldest first. */
  words: { word: "mistake" | "safe-now"; saidAt: Date }[];
  steps: StepRecord[];
};

/** Events of clients whom the caller has already looked up in scope, newest first. Notes only when asked for. */
export async function eventsWhere(
  { actor, tx }: Scope,
  condition: SQL | undefined,
  { withNotes = false, limit = 100 } = {},
): Promise<EventRecord[]> {
  const events = await tx
    .select({
      id: safetyEvent.id,
      clientId: safetyEvent.clientId,
      source: safetyEvent.source,
      place: safetyEvent.place,
      openedAt: safetyEvent.openedAt,
      isDanger: qualified<boolean>`exists (select 1 from ${safetyEventAnswer} ${answer} where ${answer.practiceId} = ${safetyEvent.practiceId}
        and ${answer.eventId} = ${safetyEvent.id} and ${answer.isDanger})`,
      words: qualified<
        { word: "mistake" | "safe-now"; saidAt: string }[]
      >`coalesce((select jsonb_agg(jsonb_build_object(
        'word', ${word.word}, 'saidAt', ${word.saidAt}) order by ${word.saidAt}) from ${safetyEventWord} ${word}
        where ${word.practiceId} = ${safetyEvent.practiceId} and ${word.eventId} = ${safetyEvent.id}), '[]'::jsonb)`,
    })
    .from(safetyEvent)
    .where(and(eq(safetyEvent.practiceId, actor.practiceId), condition))
    .orderBy(desc(safetyEvent.openedAt))
    .limit(limit);
  if (events.length === 0) return [];
  const steps = await tx
    .select({
      id: safetyEventStep.id,
      eventId: safetyEventStep.eventId,
      kind: safetyEventStep.kind,
      at: safetyEventStep.takenAt,
      to: safetyEventStep.escalatedTo,
      byId: safetyEventStep.takenBy,
      byName: account.name,
      noteSealed: safetyEventStep.noteSealed,
    })
    .from(safetyEventStep)
    .leftJoin(account, and(eq(account.practiceId, safetyEventStep.practiceId), eq(account.id, safetyEventStep.takenBy)))
    .where(
      and(
        eq(safetyEventStep.practiceId, actor.practiceId),
        inArray(
          safetyEventStep.eventId,
          events.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(safetyEventStep.takenAt));
  return events.map((event) => ({
    ...event,
    words: event.words.map((one) => ({ ...one, saidAt: new Date(one.saidAt) })),
    steps: steps
      .filter(({ eventId }) => eventId === event.id)
      .map(({ eventId: _event, noteSealed, ...step }) => ({
        ...step,
        note: withNotes
          ? safetyEventStepNote.readOrNull(noteSealed, { practiceId: actor.practiceId, id: step.id })
          : null,
      })),
  }));
}

export const isOpenEvent: SQL = qualified`not exists (select 1 from ${safetyEventStep} ${closed}
  where ${closed.practiceId} = ${safetyEvent.practiceId} and ${closed.eventId} = ${safetyEvent.id} and ${closed.kind} = 'closed')`;

/** Open, and nobody has said that they are on it. */
export const isUnanswered: SQL = qualified`not exists (select 1 from ${safetyEventStep} ${answering}
  where ${answering.practiceId} = ${safetyEvent.practiceId} and ${answering.eventId} = ${safetyEvent.id}
    and ${answering.kind} in ('acknowledged', 'closed'))`;

/** The event as the rules know it. A note was written before its row was. */
export function asRule(event: EventRecord): SafetyEvent {
  return {
    id: event.id,
    source: event.source,
    isDanger: event.isDanger,
    openedAt: event.openedAt,
    steps: event.steps.flatMap((step): EventStep[] => {
      const by = step.byId ?? "";
      if (step.kind === "acknowledged") return [{ kind: "acknowledged", at: step.at, by }];
      if (step.kind === "noted") return [{ kind: "noted", at: step.at, by, note: "Written down and sealed." }];
      if (step.kind === "closed") return [{ kind: "closed", at: step.at, by, note: "Written down and sealed." }];
      return step.to ? [{ kind: "escalated", at: step.at, by: step.byId, to: step.to }] : [];
    }),
  };
}
