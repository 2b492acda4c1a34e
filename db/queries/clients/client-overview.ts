import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordReading } from "@/db/audit";
import { reachesBoth } from "@/db/couple-reach";
import { instrumentRead } from "@/db/definitions";
import { qualified } from "@/db/qualified";
import { isCoveredBy } from "@/db/queries/absence/away";
import { nextSessionAt } from "@/db/queries/appointments/next-session";
import { flagsOfSitting } from "@/db/queries/assessments/flags";
import { formsJudgedByOwnData } from "@/db/queries/assessments/instruments";
import { estimateScales } from "@/db/queries/assessments/own-reliability";
import { isSetAsidePartner } from "@/db/queries/couples/partner-invitation";
import { hasArrivedIn } from "@/db/queries/messages/arrived";
import { type EnrolmentPath, enrolmentOf } from "@/db/queries/protocol/enrolment";
import { getSafetyPanel, type SafetyPanel } from "@/db/queries/safety/safety";
import { assessment, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { client, couple } from "@/db/schema/clients";
import { connectionCheck, connectionCheckNote } from "@/db/schema/connection";
import { attemptSeen, exerciseAttempt } from "@/db/schema/exercises";
import { account, oneTimeLink } from "@/db/schema/identity";
import { message } from "@/db/schema/messages";
import type { Scope } from "@/db/scope";
import { scoresOf } from "@/db/scores-of";
import { versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { dimensionForms } from "@/lib/assessments/dimension";
import type { ReliabilityEstimate } from "@/lib/assessments/estimate-reliability";
import type { Instrument } from "@/lib/assessments/instrument";
import type { ScoreRecord } from "@/lib/assessments/score-set";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { emergencyFacts, openEmergency } from "./emergency-reach";
import { mergedFrom, mergedInto, type OtherRecord } from "./merged";
import { isGone } from "./standing";

const otherAccount = alias(account, "a2");
const otherClient = alias(client, "c2");

const responsible = alias(account, "t");
const link = alias(oneTimeLink, "l");
const written = alias(message, "m");
const attempt = alias(exerciseAttempt, "e");
const seen = alias(attemptSeen, "s");

export type ClientHeader = {
  id: string;
  accountId: string;
  name: string;
  email: string;
  pronouns: string | null;
  zone: string;
  recordNumber: number;
  therapistId: string;
  therapistName: string;
  /** The reader stands in for the therapist now. */
  isCovered: boolean;
  /** `coupleId` only when the reader reaches both. */
  partner: { name: string; clientId: string | null; coupleId: string | null } | null;
  /** The first name on the record itself, whoever is linked. */
  namedPartner: string | null;
  hasAccepted: boolean;
  /** Invited as somebody's partner, and then they declined or it was taken back. */
  isUninvited: boolean;
  /** Discharged, or entered by mistake. */
  isGone: boolean;
  /** The record of the same person that stays, where this one was merged into it. */
  mergedInto: OtherRecord | null;
  /** Other records of the same person, merged into this one. */
  mergedFrom: OtherRecord[];
  invitationEndsAt: Date | null;
  lastActivityAt: Date | null;
  /** Messages and reflections that nobody has marked as read. */
  unread: number;
  /** When the next session begins; null where none is planned. */
  nextSessionAt: Date | null;
  /** The hour in which the reader opened this record in an emergency, while it lasts. */
  emergency: { id: string; endsAt: string; minutesLeft: number } | null;
  enrolment: EnrolmentPath | null;
  /** The day from which charts are counted, also of who has no weeks. */
  countsFrom: string;
};

export type DimensionSitting = {
  assessmentId: string;
  date: string;
  week: number | null;
  instrument: Instrument;
  scores: ScoreRecord[];
  flags: string[];
};

/** With its note, opened, where one was written. */
export type ReadCheck = { date: string; recordedAt: Date; score: number; note: string | null };

export type ClientOverview = {
  header: ClientHeader;
  checks: ReadCheck[];
  sittings: DimensionSitting[];
  /** By dimension, when the owner chose to judge change by the practice's own data. */
  estimates: ReadonlyMap<string, ReliabilityEstimate>;
  /** Whether words of gain may be said: a rising score is no sign of safety. Numbers and falls are always told. */
  saysGain: boolean;
  safety: SafetyPanel;
};

/** Who this is, for the top of every page about a client. Missing and out of reach are the same. */
export async function getClientHeader(scope: Scope<StaffActor>, id: string): Promise<ClientHeader> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.read");
  const found = tx
    .select({
      id: client.id,
      accountId: client.accountId,
      name: account.name,
      email: account.email,
      pronouns: client.pronouns,
      zone: client.zone,
      recordNumber: client.recordNumber,
      therapistId: client.therapistId,
      therapistName: qualified<string>`(select ${responsible.name} from ${account} ${responsible} where ${responsible.practiceId} = ${client.practiceId} and ${responsible.id} = ${client.therapistId})`,
      isCovered: sql<boolean>`${isCoveredBy(client.practiceId, client.therapistId, actor.accountId, now)}`,
      partnerName: client.partnerName,
      // Who reaches only one of two does not learn that they are linked: then the name on the record stands there.
      linked: qualified<ClientHeader["partner"]>`(
        select jsonb_build_object('name', ${otherAccount.name}, 'clientId', ${otherClient.id}, 'coupleId', ${couple.id}) from ${couple}
        join ${client} ${otherClient} on ${otherClient.practiceId} = ${couple.practiceId}
          and ${otherClient.id} in (${couple.firstClientId}, ${couple.secondClientId}) and ${otherClient.id} <> ${id}
        join ${account} ${otherAccount} on ${otherAccount.practiceId} = ${otherClient.practiceId} and ${otherAccount.id} = ${otherClient.accountId}
        where ${reachesBoth(scope)} and ${id} in (${couple.firstClientId}, ${couple.secondClientId}) limit 1)`,
      hasAccepted: sql<boolean>`${account.passwordHash} is not null`,
      isUninvited: isSetAsidePartner(account.passwordHash),
      isGone: isGone.mapWith(Boolean),
      mergedInto,
      mergedFrom,
      invitationEndsAt: qualified<Date | null>`(select max(${link.endsAt}) from ${oneTimeLink} ${link}
        where ${link.practiceId} = ${client.practiceId} and ${link.accountId} = ${client.accountId}
          and ${link.purpose} = 'invitation' and ${link.usedAt} is null and ${link.withdrawnAt} is null)`.mapWith(
        (value: string | null) => (value ? new Date(value) : null),
      ),
      lastActivityAt: client.lastActivityAt,
      nextSessionAt: nextSessionAt(scope),
      emergency: openEmergency<ClientHeader["emergency"]>(actor.accountId, now, emergencyFacts(now)),
      recordedOn: qualified<string>`(${client.createdAt} at time zone ${client.zone})::date::text`,
      unread: qualified<number>`(
        (select count(*) from ${message} ${written} where ${written.practiceId} = ${client.practiceId} and ${written.clientId} = ${client.id}
          and ${written.authorId} = ${client.accountId} and ${written.readAt} is null and ${hasArrivedIn(written, scope.now)})
        + (select count(*) from ${exerciseAttempt} ${attempt} where ${attempt.practiceId} = ${client.practiceId}
          and ${attempt.clientId} = ${client.id} and ${attempt.reflectionSealed} is not null and not exists (
            select 1 from ${attemptSeen} ${seen} where ${seen.practiceId} = ${attempt.practiceId} and ${seen.attemptId} = ${attempt.id})))::int`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(visibleClients(scope), eq(client.id, id)));
  const { rows, enrolment } = await atOnce({ rows: found, enrolment: enrolmentOf(scope, id) });
  const [row] = rows;
  if (!row) throw new NotFound();
  const { partnerName, linked, recordedOn, ...rest } = row;
  const header = { ...rest, namedPartner: partnerName, countsFrom: enrolment?.countsFrom ?? recordedOn };
  const named = partnerName ? { name: partnerName, clientId: null, coupleId: null } : null;
  const partner = linked ?? named;
  return { ...header, partner, enrolment };
}

/** The charts of a client: a clinician always sees the numbers. Reading them is recorded. */
export async function getClientOverview(scope: Scope<StaffActor>, id: string): Promise<ClientOverview> {
  const header = await getClientHeader(scope, id);
  const { checks, safety, sittings, ownData } = await atOnce({
    checks: connectionChecksOf(scope, id),
    safety: getSafetyPanel(scope, id),
    sittings: dimensionSittings(scope, id),
    ownData: formsJudgedByOwnData(scope),
  });
  const latest = sittings.at(-1);
  const estimates =
    latest && ownData.has(latest.instrument.key)
      ? await estimateScales(scope, latest.instrument.key, latest.instrument)
      : new Map<string, ReliabilityEstimate>();
  const hasNotes = checks.some(({ note }) => note !== null);
  await recordReading(scope, ["clients.chart-read", ...(hasNotes ? (["clients.words-read"] as const) : [])], {
    id,
    clientId: id,
  });
  return { header, checks, sittings, estimates, saysGain: safety.saysGain, safety };
}

export async function connectionChecksOf({ actor, tx }: Scope<StaffActor>, clientId: string): Promise<ReadCheck[]> {
  const { practiceId } = actor;
  const rows = await tx
    .select({
      id: connectionCheck.id,
      date: connectionCheck.localDate,
      recordedAt: connectionCheck.recordedAt,
      score: connectionCheck.score,
      noteSealed: connectionCheck.noteSealed,
    })
    .from(connectionCheck)
    .where(and(eq(connectionCheck.practiceId, practiceId), eq(connectionCheck.clientId, clientId)))
    .orderBy(asc(connectionCheck.recordedAt));
  return rows.map(({ id, noteSealed, ...check }) => ({
    ...check,
    note: connectionCheckNote.readOrNull(noteSealed, { practiceId, id }),
  }));
}

export async function dimensionSittings(
  { actor, tx }: Scope<StaffActor>,
  clientId: string,
): Promise<DimensionSitting[]> {
  const rows = await tx
    .select({
      assessmentId: assessment.id,
      date: assessment.localDate,
      week: assessment.weekNumber,
      instrument: instrumentRead,
      scores: scoresOf(assessment.practiceId, sql`${assessment.id}`),
      flags: flagsOfSitting,
    })
    .from(assessment)
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.clientId, clientId),
        inArray(instrumentVersion.key, [...dimensionForms]),
        isNotNull(assessment.submittedAt),
        isNull(assessmentWithdrawal.id),
      ),
    )
    .orderBy(desc(assessment.submittedAt))
    .limit(24);
  return rows
    .map(({ date, flags, ...row }) => ({ ...row, date: date ?? "", flags: flags.map(({ sentence }) => sentence) }))
    .reverse();
}
