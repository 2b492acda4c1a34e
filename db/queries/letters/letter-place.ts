import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { checkSitting } from "@/db/schema/check-sitting";
import { client, consent } from "@/db/schema/clients";
import { erasureStep } from "@/db/schema/erasure";
import { recordExport } from "@/db/schema/exports";
import { outboxLetter } from "@/db/schema/outbox";
import { safetyDecision, safetyEvent, safetyEventStep } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import type { LetterKind } from "@/lib/messages/letter-kinds";

const event = alias(safetyEvent, "e");
const step = alias(safetyEventStep, "s");
const decision = alias(safetyDecision, "d");
const sitting = alias(checkSitting, "x");
const withdrawal = alias(consent, "k");
const asked = alias(erasureStep, "es");
const file = alias(recordExport, "rx");

/** Whom a letter to staff is about, by the row that it is about; null for what is about nobody. */
const whom = qualified<string | null>`(case ${outboxLetter.aboutKind}
  when 'event' then (select ${event.clientId} from ${safetyEvent} ${event}
    where ${event.practiceId} = ${outboxLetter.practiceId} and ${event.id} = ${outboxLetter.aboutId})
  when 'event-step' then (select ${event.clientId} from ${safetyEventStep} ${step}
    join ${safetyEvent} ${event} on ${event.practiceId} = ${step.practiceId} and ${event.id} = ${step.eventId}
    where ${step.practiceId} = ${outboxLetter.practiceId} and ${step.id} = ${outboxLetter.aboutId})
  when 'safety-decision' then (select ${decision.clientId} from ${safetyDecision} ${decision}
    where ${decision.practiceId} = ${outboxLetter.practiceId} and ${decision.id} = ${outboxLetter.aboutId})
  when 'check-words' then (select ${sitting.clientId} from ${checkSitting} ${sitting}
    where ${sitting.practiceId} = ${outboxLetter.practiceId} and ${sitting.id} = ${outboxLetter.aboutId})
  when 'erasure-asked' then (select ${asked.clientId} from ${erasureStep} ${asked}
    where ${asked.practiceId} = ${outboxLetter.practiceId} and ${asked.id} = ${outboxLetter.aboutId})
  when 'record-read' then (select ${file.clientId} from ${recordExport} ${file}
    where ${file.practiceId} = ${outboxLetter.practiceId} and ${file.id} = ${outboxLetter.aboutId})
  when 'consent-withdrawn' then (select ${withdrawal.clientId} from ${consent} ${withdrawal}
    where ${withdrawal.practiceId} = ${outboxLetter.practiceId} and ${withdrawal.id} = ${outboxLetter.aboutId}) end)`;

export type LetterPlace = { kind: LetterKind; clientId: string | null };

/**
 * What the link of a letter to staff leads to, for the person whom it was sent to and nobody else. Whom it is about is told
 * where they still reach them.
 */
export async function getLetterPlace(scope: Scope<StaffActor>, letterId: string): Promise<LetterPlace> {
  const { actor, tx } = scope;
  const [letter] = await tx
    .select({ kind: outboxLetter.aboutKind, clientId: client.id })
    .from(outboxLetter)
    .leftJoin(client, and(eq(client.practiceId, outboxLetter.practiceId), eq(client.id, whom), visibleClients(scope)))
    .where(
      and(
        eq(outboxLetter.practiceId, actor.practiceId),
        eq(outboxLetter.id, letterId),
        eq(outboxLetter.accountId, actor.accountId),
      ),
    );
  if (!letter) throw new NotFound();
  return letter;
}
