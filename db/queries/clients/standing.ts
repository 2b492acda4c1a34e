import { type AnyColumn, and, desc, eq, inArray, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { courtDemandedAt } from "@/db/queries/exports/court-demands";
import { clientStep, clientStepGoodbye } from "@/db/schema/client-life";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { safetyEvent, safetyEventStep } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { type ClientStepKind, movingKinds } from "@/lib/clients/client-step";
import { type InForce, pathTodayOf } from "@/lib/clients/standing";
import { erasureAskedAt } from "./erasure";

const step = alias(clientStep, "st");
const newest = alias(clientStep, "newest");
const responsible = alias(account, "responsible");

const stands = (as: readonly ClientStepKind[]): SQL<boolean> =>
  qualified<boolean>`coalesce((select ${inArray(step.kind, [...as])} from ${clientStep} ${step}
    where ${step.practiceId} = ${client.practiceId} and ${step.clientId} = ${client.id} and ${inArray(step.kind, [...movingKinds])}
    order by ${step.decidedAt} desc limit 1), false)`;

/** A condition on `client`: their time here is over, discharged, merged or entered by mistake. */
export const isGone = stands(["discharged", "merged", "removed", "erased"]);

/** A condition on `client`: the same person has another record, which stays. */
export const isMerged = stands(["merged"]);

/** A condition on `client`: entered by mistake, or erased. */
export const isRemoved = stands(["removed", "erased"]);

const event = alias(safetyEvent, "open_event");
const eventStep = alias(safetyEventStep, "open_step");

/** Events about the safety of a row of `client` that nobody has closed. */
export const openEventsOfClient = qualified<number>`(select count(*) from ${safetyEvent} ${event}
  where ${event.practiceId} = ${client.practiceId} and ${event.clientId} = ${client.id} and not exists (
    select 1 from ${safetyEventStep} ${eventStep} where ${eventStep.practiceId} = ${event.practiceId}
      and ${eventStep.eventId} = ${event.id} and ${eventStep.kind} = 'closed'))::int`;

/**
 * A condition on `client`: nothing of theirs is to be looked at any more. An open event is, whoever they are, and so is that
 * they asked to be erased, or that a court asks for the record.
 */
export const isOffTheList = qualified<boolean>`(${isGone} and ${openEventsOfClient} = 0 and ${erasureAskedAt} is null and ${courtDemandedAt} is null)`;

const moving = (kind: AnyColumn) => inArray(kind, [...movingKinds]);

type OwnStep = { id: string; goodbyeSealed: string | null; by: string };

async function ownStep({ actor, tx }: Scope<ClientActor>): Promise<{ standing: InForce; step?: OwnStep }> {
  const { id, kind, decidedAt, readableUntil, goodbyeSealed } = clientStep;
  const [row] = await tx
    .select({ id, kind, at: decidedAt, readableUntil, goodbyeSealed, by: account.name })
    .from(clientStep)
    .innerJoin(account, and(eq(account.practiceId, clientStep.practiceId), eq(account.id, clientStep.decidedBy)))
    .where(and(eq(clientStep.practiceId, actor.practiceId), eq(clientStep.clientId, actor.clientId), moving(kind)))
    .orderBy(desc(decidedAt))
    .limit(1);
  return row ? { standing: pathTodayOf([row]), step: row } : { standing: pathTodayOf([]) };
}

/** Where the client who asks stands with the practice. */
export const getOwnStanding = async (scope: Scope<ClientActor>): Promise<InForce> => (await ownStep(scope)).standing;

export type Goodbye = { words: string | null; by: string; at: Date };

/** What the client who asks was written at their discharge; null while they are here. */
export async function getOwnGoodbye(scope: Scope<ClientActor>): Promise<Goodbye | null> {
  const { standing, step: last } = await ownStep(scope);
  if (!last || standing.is !== "discharged") return null;
  const place = { practiceId: scope.actor.practiceId, id: last.id };
  return { words: clientStepGoodbye.readOrNull(last.goodbyeSealed, place), by: last.by, at: standing.since };
}

export type Discharged = { clientId: string; name: string; recordNumber: number; therapist: string; since: Date };

/** Clients within reach who were discharged, the last one first. Who was entered by mistake is on no list. */
export function listDischarged(scope: Scope<StaffActor>): Promise<Discharged[]> {
  const isNewest = qualified`not exists (select 1 from ${clientStep} ${newest} where ${newest.practiceId} = ${clientStep.practiceId}
    and ${newest.clientId} = ${clientStep.clientId} and ${moving(newest.kind)} and ${newest.decidedAt} > ${clientStep.decidedAt})`;
  return scope.tx
    .select({
      clientId: client.id,
      name: account.name,
      recordNumber: client.recordNumber,
      therapist: responsible.name,
      since: clientStep.decidedAt,
    })
    .from(clientStep)
    .innerJoin(client, and(eq(client.practiceId, clientStep.practiceId), eq(client.id, clientStep.clientId)))
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .innerJoin(responsible, and(eq(responsible.practiceId, client.practiceId), eq(responsible.id, client.therapistId)))
    .where(and(visibleClients(scope), eq(clientStep.kind, "discharged"), isNewest))
    .orderBy(desc(clientStep.decidedAt))
    .limit(500);
}
