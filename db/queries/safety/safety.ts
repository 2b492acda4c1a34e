import { and, desc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { reachesBoth, readsPartner } from "@/db/couple-reach";
import { qualified } from "@/db/qualified";
import { assessment, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { safetyDecision, safetyEvent, safetyScreen } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";
import { versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import { firstNameOf } from "@/lib/first-name";
import { authorize } from "@/lib/policy";
import { CHECK_INSTRUMENTS } from "@/lib/safety/check-instruments";
import { type EventStatus, eventStatus, opensFor } from "@/lib/safety/events";
import { type Gate, type GateState, gatesOfCouple, historyMark, instantOfRows } from "@/lib/safety/gate";
import { asReadBy, saysGainAt } from "@/lib/safety/own-side";
import { weekBegan } from "@/lib/safety/practice-week";
import {
  calendarAt,
  chosenAt,
  needsStopChoice,
  nextBoundary,
  type SharedClass,
  sharedClassAt,
} from "@/lib/safety/shared-class";
import { localDate } from "@/lib/time/zone";
import { type EscalationPerson, escalationMinutes, escalationPeopleOf, ruleFor } from "./escalation-order";
import { saidLately } from "./recent-disclosure";
import { asRule, type EventRecord, eventsWhere, isOpenEvent } from "./safety-events";
import { gateOf } from "./safety-gate";
import { proposalsAt, type ShownProposal } from "./safety-proposals";
import { type SaidInEvent, saidIn } from "./safety-said";
import { sharedClassFacts, sharedClassInput } from "./shared-class";

const link = alias(couple, "k");

export type OpenEvent = EventRecord & {
  standing: EventStatus;
  /** What was answered, for whoever was asked about the event; null for who only reads the client. */
  said: SaidInEvent[] | null;
};

export type SafetyPanel = {
  gate: Gate;
  /** What the gate was worked out from, as a mark that a clearance hands back. */
  seen: string;
  /** What is done with the partner; why it is closed is not here. */
  shared: SharedClass;
  /** When joint steps may open or close next by the calendar, and when own days began that last until then. */
  nextBoundary: Date;
  /** In whose days these are counted: the client's, or the couple's. */
  calendarZone: string;
  ownDaysSince: Date | null;
  /** Own steps that were chosen on the path, and the week's start with which they end. */
  chosen: { endsWith: Date | null } | null;
  /** Whether words of gain may be said. */
  saysGain: boolean;
  /** A stop outside a check of this practice week, and nobody chose yet what follows. */
  needsStopChoice: boolean;
  /** A call, a message or an event of the last fourteen days: a talk comes before a check. */
  saidLately: boolean;
  /** The linked partner's first name, for who reaches both; null otherwise. */
  partner: { name: string; coupleId: string } | null;
  openEvents: OpenEvent[];
  lastClosed: EventRecord | null;
  asked: { dueOn: string | null; isStarted: boolean; assignedAt: Date } | null;
  lastScreen: { answeredAt: Date; outcome: (typeof safetyScreen.$inferSelect)["outcome"] } | null;
  lastDecision: { kind: GateState; decidedAt: Date; byName: string } | null;
  people: EscalationPerson[];
  /** What may be offered at a concern or a stop of this person’s own gate. */
  proposals: ShownProposal[];
  /** Whether the reader is the one responsible: may ask a check and open the gate. */
  mayChange: boolean;
};

/** Safety checks that were given and are not answered, the newest first: whether one is open depends on the day. */
async function unansweredChecksOf({ actor, tx }: Scope, clientId: string) {
  return tx
    .select({
      dueOn: assessment.dueOn,
      opensOn: assessment.opensOn,
      expiresOn: assessment.expiresOn,
      isStarted: sql<boolean>`${assessment.startedAt} is not null`,
      assignedAt: assessment.assignedAt,
    })
    .from(assessment)
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.clientId, clientId),
        inArray(instrumentVersion.key, CHECK_INSTRUMENTS),
        isNull(assessment.submittedAt),
        isNull(assessmentWithdrawal.id),
      ),
    )
    .orderBy(desc(assessment.assignedAt));
}

type UnansweredCheck = Awaited<ReturnType<typeof unansweredChecksOf>>[number];

/** The newest that stands open on this day of the calendar of checks. */
const openOn = (checks: readonly UnansweredCheck[], today: string): SafetyPanel["asked"] =>
  checks.find(({ opensOn, expiresOn }) => opensOn <= today && (expiresOn === null || expiresOn >= today)) ?? null;

/** Everything the safety panel of a client says. Of what was answered only what the reader was asked about is opened. */
export async function getSafetyPanel(scope: Scope<StaffActor>, clientId: string): Promise<SafetyPanel> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.read");
  const found = tx
    .select({
      id: client.id,
      facts: sharedClassFacts(),
      saidLately: saidLately(now),
      readsPartner: readsPartner(scope),
      isLinked: qualified<boolean>`exists (select 1 from ${couple} ${link} where ${link.practiceId} = ${client.practiceId}
        and ${link.endedAt} is null and ${client.id} in (${link.firstClientId}, ${link.secondClientId}))`,
      mayChange: sql<boolean>`(${visibleClients(scope, "change")})`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  const mine = eq(safetyEvent.clientId, clientId);
  const { rows, people, minutes, open, closed, linked, checks, lastScreen, lastDecision } = await atOnce({
    rows: found,
    people: escalationPeopleOf(scope, clientId),
    minutes: escalationMinutes(scope),
    open: eventsWhere(scope, and(mine, isOpenEvent)),
    closed: eventsWhere(scope, and(mine, sql`not ${isOpenEvent}`), { limit: 1 }),
    linked: partnerFor(scope, clientId),
    checks: unansweredChecksOf(scope, clientId),
    lastScreen: lastScreenOf(scope, clientId),
    lastDecision: lastDecisionOf(scope, clientId),
  });
  const [row] = rows;
  if (!row) throw new NotFound();
  const rule = ruleFor(people, minutes);
  const mayOpen = (event: EventRecord) => opensFor(asRule(event), people, actor.accountId);
  const input = asReadBy(row.readsPartner, sharedClassInput(row.facts));
  const partner = row.isLinked ? linked : null;
  const shared = sharedClassAt(input, now);
  const own = gateOf(input.history, now);
  // Who may not read the partner has none here, and so learns neither of their gate nor when a clearance of two ends.
  const [asCouple] =
    partner && input.link
      ? gatesOfCouple(input.history, input.link.partner.history, instantOfRows(input.history, now))
      : [own];
  const began = weekBegan(calendarAt(input, now), now);
  const { zone } = calendarAt(input, now);
  const { said, proposals } = await atOnce({
    said: saidIn(scope, open.filter(mayOpen)),
    proposals: proposalsAt(scope, clientId, { state: own.state, history: input.history }),
  });
  return {
    gate: asCouple,
    seen: historyMark(input.history),
    shared,
    nextBoundary: nextBoundary(input, now),
    calendarZone: zone,
    ownDaysSince: input.ownDays.find((at) => at >= began && at <= now) ?? null,
    chosen: chosenAt(input, now),
    saysGain: saysGainAt(sharedClassInput(row.facts), row.readsPartner, now),
    // Of two who are linked one lead chooses for both; whoever may not read the partner leads nothing.
    needsStopChoice: (row.readsPartner || !row.isLinked) && needsStopChoice(input, now),
    saidLately: row.saidLately,
    partner,
    openEvents: open.map((event) => ({
      ...event,
      standing: eventStatus(asRule(event), rule, now),
      said: mayOpen(event) ? (said.get(event.id) ?? []) : null,
    })),
    lastClosed: closed[0] ?? null,
    asked: openOn(checks, localDate(now, zone)),
    lastScreen,
    lastDecision,
    people: people.filter(({ accountId }) => accountId !== actor.accountId),
    proposals,
    mayChange: row.mayChange,
  };
}

/** The partner's first name and the couple, for who reaches both. */
async function partnerFor(scope: Scope<StaffActor>, clientId: string): Promise<SafetyPanel["partner"]> {
  const isOther = sql`${client.id} in (${couple.firstClientId}, ${couple.secondClientId}) and ${client.id} <> ${clientId}`;
  const [row] = await scope.tx
    .select({ name: account.name, coupleId: couple.id })
    .from(couple)
    .innerJoin(client, and(eq(client.practiceId, couple.practiceId), isOther))
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(reachesBoth(scope), sql`${clientId} in (${couple.firstClientId}, ${couple.secondClientId})`))
    .limit(1);
  return row ? { name: firstNameOf(row.name), coupleId: row.coupleId } : null;
}

async function lastScreenOf({ actor, tx }: Scope, clientId: string) {
  const [row] = await tx
    .select({ answeredAt: safetyScreen.answeredAt, outcome: safetyScreen.outcome })
    .from(safetyScreen)
    .where(
      and(
        eq(safetyScreen.practiceId, actor.practiceId),
        eq(safetyScreen.clientId, clientId),
        eq(safetyScreen.isDraft, false),
      ),
    )
    .orderBy(desc(safetyScreen.answeredAt))
    .limit(1);
  return row ?? null;
}

async function lastDecisionOf({ actor, tx }: Scope, clientId: string) {
  const [row] = await tx
    .select({ kind: safetyDecision.kind, decidedAt: safetyDecision.decidedAt, byName: account.name })
    .from(safetyDecision)
    .innerJoin(
      account,
      and(eq(account.practiceId, safetyDecision.practiceId), eq(account.id, safetyDecision.decidedBy)),
    )
    .where(
      and(
        eq(safetyDecision.practiceId, actor.practiceId),
        eq(safetyDecision.clientId, clientId),
        ne(account.role, "client"),
      ),
    )
    .orderBy(desc(safetyDecision.decidedAt))
    .limit(1);
  return row ?? null;
}
