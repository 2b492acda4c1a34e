import { and, asc, eq, inArray, ne, not, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudits } from "@/db/audit";
import { qualified } from "@/db/qualified";
import { erasureAskedAt } from "@/db/queries/clients/erasure";
import { courtDemandedAt } from "@/db/queries/exports/court-demands";
import { gateFrom, gateHistoryOf } from "@/db/queries/safety/safety-gate";
import { untoldOf } from "@/db/queries/safety/untold-of";
import { assessment } from "@/db/schema/assessments";
import { client, couple } from "@/db/schema/clients";
import { connectionCheck } from "@/db/schema/connection";
import { exerciseAttempt } from "@/db/schema/exercises";
import { account } from "@/db/schema/identity";
import { message } from "@/db/schema/messages";
import { partnerInvitation, partnerInvitationStep } from "@/db/schema/partner-invitation";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { likeness } from "@/lib/clients/likeness";
import type { MergeSide } from "@/lib/clients/merge";
import { pathTodayOf } from "@/lib/clients/standing";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { GateState } from "@/lib/safety/gate";
import { localDate } from "@/lib/time/zone";
import { getClientSteps } from "./client-steps";
import { mergedFrom } from "./merged";
import { pendingOf } from "./pending";
import { isMerged, isRemoved } from "./standing";

const link = alias(couple, "k");
const invitation = alias(partnerInvitation, "pi");
const over = alias(partnerInvitationStep, "ps");
const written = alias(message, "m");
const check = alias(connectionCheck, "cc");
const attempt = alias(exerciseAttempt, "ea");
const sitting = alias(assessment, "si");

/** What stands on one of two records, beside what the rule asks. */
export type SideRecord = MergeSide & {
  clientId: string;
  name: string;
  email: string;
  pronouns: string | null;
  zone: string;
  hasAccepted: boolean;
  createdAt: Date;
  gate: GateState;
  checks: number;
  exercises: number;
  answered: number;
  messages: number;
};

/** Both of two records that the caller may change, and whether they were ever two people to each other. */
export async function getMergeSides(
  scope: Scope<StaffActor>,
  staysId: string,
  goesId: string,
): Promise<{ stays: SideRecord; goes: SideRecord; wereTwo: boolean }> {
  authorize(scope.actor, "clients.merge");
  if (staysId === goesId) throw new NotFound();
  return atOnce({
    stays: sideOf(scope, staysId),
    goes: sideOf(scope, goesId),
    wereTwo: areTwo(scope, staysId, goesId),
  });
}

/** The same for whoever looks at both before deciding: reading either record is recorded. */
export async function readMergeSides(scope: Scope<StaffActor>, staysId: string, goesId: string) {
  const sides = await getMergeSides(scope, staysId, goesId);
  const read = [staysId, goesId].map((id) => ({ id, clientId: id }));
  await recordAudits(scope, "clients.record-read", read);
  return sides;
}

async function sideOf(scope: Scope<StaffActor>, clientId: string): Promise<SideRecord> {
  const { tx, now } = scope;
  const mine = (table: typeof written | typeof check | typeof attempt | typeof sitting) =>
    qualified`${table.practiceId} = ${client.practiceId} and ${table.clientId} = ${client.id}`;
  const found = tx
    .select({
      ...{ clientId: client.id, recordNumber: client.recordNumber, therapistId: client.therapistId, zone: client.zone },
      ...{ name: account.name, email: account.email, pronouns: client.pronouns, createdAt: client.createdAt },
      hasAccepted: qualified<boolean>`${account.passwordHash} is not null`,
      history: gateHistoryOf(),
      untold: untoldOf,
      others: mergedFrom,
      isInvited: qualified<boolean>`(${account.passwordHash} is null and exists (select 1 from ${partnerInvitation} ${invitation}
        where ${invitation.practiceId} = ${client.practiceId} and ${invitation.partnerId} = ${client.id} and not exists (
          select 1 from ${partnerInvitationStep} ${over} where ${over.practiceId} = ${invitation.practiceId} and ${over.invitationId} = ${invitation.id})))`,
      erasureAskedAt,
      courtDemandedAt,
      endShownOn: qualified<
        string | null
      >`(select max(${link.endShownOn}) from ${couple} ${link} where ${link.practiceId} = ${client.practiceId}
        and ${client.id} in (${link.firstClientId}, ${link.secondClientId}) and ${link.endedAt} is not null)`,
      checks: qualified<number>`(select count(*) from ${connectionCheck} ${check} where ${mine(check)})::int`,
      exercises: qualified<number>`(select count(*) from ${exerciseAttempt} ${attempt} where ${mine(attempt)})::int`,
      answered: qualified<number>`(select count(*) from ${assessment} ${sitting} where ${mine(sitting)} and ${sitting.submittedAt} is not null)::int`,
      messages: qualified<number>`(select count(*) from ${message} ${written} where ${mine(written)})::int`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(visibleClients(scope, "change"), eq(client.id, clientId)));
  const { rows, steps, pending } = await atOnce({
    rows: found,
    steps: getClientSteps(scope, clientId),
    pending: pendingOf(scope, clientId),
  });
  const [row] = rows;
  if (!row) throw new NotFound();
  const { history, others, erasureAskedAt: asked, courtDemandedAt: court, endShownOn, ...side } = row;
  return {
    ...side,
    standing: pathTodayOf(steps),
    pending,
    isEndHidden: endShownOn !== null && endShownOn > localDate(now, row.zone),
    ...{ asksErasure: asked !== null, courtAsks: court !== null, hasMerged: others.length > 0 },
    gate: gateFrom(history, now).state,
  };
}

async function areTwo({ actor, tx }: Scope, one: string, other: string): Promise<boolean> {
  const both = [one, other];
  const linked = tx
    .select({ id: couple.id })
    .from(couple)
    .where(
      and(
        eq(couple.practiceId, actor.practiceId),
        inArray(couple.firstClientId, both),
        inArray(couple.secondClientId, both),
      ),
    )
    .limit(1);
  const invited = tx
    .select({ id: partnerInvitation.id })
    .from(partnerInvitation)
    .where(
      and(
        eq(partnerInvitation.practiceId, actor.practiceId),
        inArray(partnerInvitation.clientId, both),
        inArray(partnerInvitation.partnerId, both),
      ),
    )
    .limit(1);
  const found = await atOnce({ linked, invited });
  return found.linked.length > 0 || found.invited.length > 0;
}

export type Alike = { clientId: string; recordNumber: number; name: string; email: string; reasons: string[] };

/**
 * Records within reach that may be of the same person as this one, the likeliest first. Only those that the caller may
 * change are compared: a colleague’s client is nobody here.
 */
export async function listAlike(scope: Scope<StaffActor>, clientId: string): Promise<Alike[]> {
  authorize(scope.actor, "clients.merge");
  const everyone = await scope.tx
    .select({ clientId: client.id, recordNumber: client.recordNumber, name: account.name, email: account.email })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(visibleClients(scope, "change"), or(eq(client.id, clientId), and(not(isMerged), not(isRemoved)))))
    .orderBy(asc(client.recordNumber));
  const one = everyone.find((each) => each.clientId === clientId);
  if (!one) throw new NotFound();
  return everyone
    .filter((each) => each !== one)
    .map((each) => ({ ...each, reasons: likeness(one, each) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => b.reasons.length - a.reasons.length)
    .slice(0, 10);
}

const twin = alias(client, "tw");
const twinAccount = alias(account, "ta");

/** The record with this number that the caller may change; null where there is none. */
export async function findByNumber(scope: Scope<StaffActor>, recordNumber: number): Promise<string | null> {
  const [row] = await scope.tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope, "change"), eq(client.recordNumber, recordNumber)));
  return row?.id ?? null;
}

/** Whether another record that the caller may change has the very name of this one: then its page asks about it. */
export async function hasNamesake(scope: Scope<StaffActor>, clientId: string): Promise<boolean> {
  const { actor, tx } = scope;
  const names = tx
    .select({ id: twin.id })
    .from(twin)
    .innerJoin(twinAccount, and(eq(twinAccount.practiceId, twin.practiceId), eq(twinAccount.id, twin.accountId)))
    .where(
      and(
        eq(twin.practiceId, actor.practiceId),
        eq(twin.id, clientId),
        qualified`lower(${twinAccount.name}) = lower(${account.name})`,
      ),
    );
  const rows = await tx
    .select({ id: client.id })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(
      and(
        visibleClients(scope, "change"),
        ne(client.id, clientId),
        not(isMerged),
        not(isRemoved),
        qualified`exists ${names}`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}
