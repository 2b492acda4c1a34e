import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { protocolRead, readProtocol, versionRow } from "@/db/definitions";
import { qualified } from "@/db/qualified";
import type { VersionRow } from "@/db/remembered";
import { client } from "@/db/schema/clients";
import { enrolment, enrolmentDecision, enrolmentMove, protocolVersion } from "@/db/schema/protocol";
import { pathHold } from "@/db/schema/safety-check";
import type { Scope } from "@/db/scope";
import type { Decision } from "@/lib/protocol/decision";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import type { SafetyHold } from "@/lib/protocol/path-in-force";

const decision = alias(enrolmentDecision, "d");
const later = alias(enrolment, "later");
const hold = alias(pathHold, "h");

export type EnrolmentPath = {
  id: string;
  /** The first day of week 1; while the weeks wait for the client, the day on which they could begin at the earliest. */
  startDate: string;
  /** The first day on which they may begin, as it was chosen. */
  plannedStart: string;
  /** They wait until the client has arrived. */
  waits: boolean;
  /** The day from which charts and checks are counted: that of week 1, and while it waits the chosen one. */
  countsFrom: string;
  zone: string;
  protocolVersionId: string;
  version: ProtocolVersion;
  /** Versions that it was on before it was moved, each until the day of the move; oldest first. */
  earlierVersions: { version: ProtocolVersion; until: string }[];
  decisions: Decision[];
  /** Spans in which a stop kept the path in its week, before a stop moved no week. */
  safetyHolds: SafetyHold[];
};

/**
 * Week 1 of an `enrolment` row of a `client`. While it waits for the client that is tomorrow, or the chosen day if that is later:
 * so nothing of it is there yet, and no day of it passes.
 */
export const startOf = (now: Date) =>
  qualified<string>`coalesce(${enrolment.begunOn}, greatest(${enrolment.startDate},
    (${now.toISOString()}::timestamptz at time zone ${client.zone})::date + 1))::text`;

/** Whether it waits for the client to arrive: accepted, agreed, decided about, and the first assessment answered. */
export const waitsForArrival = qualified<boolean>`${enrolment.id} is not null and ${enrolment.begunOn} is null`;

export const countsFrom = qualified<string>`coalesce(${enrolment.begunOn}, ${enrolment.startDate})::text`;

/** The same of a `client` who may have no weeks: who accompanies is counted from the day on which their record was made. */
export const countsFromAnyway = qualified<string>`coalesce(${enrolment.begunOn}, ${enrolment.startDate},
  (${client.createdAt} at time zone ${client.zone})::date)::text`;

const decisionFacts = sql`jsonb_agg(jsonb_build_object(
  'id', ${decision.id}, 'effectiveOn', ${decision.effectiveOn}, 'madeAt', ${decision.decidedAt}, 'change', ${decision.change}) order by ${decision.decidedAt}, ${decision.id})`;

/** Decisions without anybody's words: what the schedule engine needs, oldest first. */
export const decisionsOf = () =>
  qualified<Decision[]>`coalesce((select ${decisionFacts} from ${enrolmentDecision} ${decision}
  where ${decision.practiceId} = ${enrolment.practiceId} and ${decision.enrolmentId} = ${enrolment.id}), '[]'::jsonb)`.mapWith(
    readDecisions,
  );

export type DecisionRecord = Omit<Decision, "madeAt"> & { madeAt: string };

export const readDecisions = <R extends DecisionRecord>(rows: readonly R[]): (Omit<R, "madeAt"> & { madeAt: Date })[] =>
  rows.map((row) => ({ ...row, madeAt: new Date(row.madeAt) }));

/** Joins a client to the enrolment that counts: the one that started last. */
export const isNewestEnrolment = qualified`${enrolment.practiceId} = ${client.practiceId} and ${enrolment.clientId} = ${client.id}
  and not exists (select 1 from ${enrolment} ${later} where ${later.practiceId} = ${client.practiceId}
    and ${later.clientId} = ${client.id} and ${later.startDate} > ${enrolment.startDate})`;

/**
 * The same to join laterally on true: looked up client by client by index, however many enrolments there are. What is taken
 * of it may be null.
 */
export const newestEnrolment = qualified`(select ${later}.* from ${enrolment} ${later} where ${later.practiceId} = ${client.practiceId}
  and ${later.clientId} = ${client.id} order by ${later.startDate} desc limit 1) ${enrolment}`;

const move = alias(enrolmentMove, "m");
const earlier = alias(protocolVersion, "v");
const earlierVersions = sql`coalesce((
  select jsonb_agg(jsonb_build_object('row', ${versionRow(earlier)}, 'until', ${move.effectiveOn}) order by ${move.movedAt})
  from ${enrolmentMove} ${move}
  join ${protocolVersion} ${earlier} on ${earlier.practiceId} = ${move.practiceId} and ${earlier.id} = ${move.fromVersionId}
  where ${move.practiceId} = ${enrolment.practiceId} and ${move.enrolmentId} = ${enrolment.id}), '[]'::jsonb)`;

const readEarlier = (rows: readonly { row: VersionRow; until: string }[]): EnrolmentPath["earlierVersions"] =>
  rows.map(({ row, until }) => ({ version: readProtocol(row), until }));

/** The newest enrolment of a client whom the caller has already looked up in scope. */
export async function enrolmentOf({ actor, tx, now }: Scope, clientId: string): Promise<EnrolmentPath | null> {
  const [row] = await tx
    .select({
      id: enrolment.id,
      startDate: startOf(now),
      plannedStart: enrolment.startDate,
      waits: waitsForArrival,
      countsFrom,
      zone: client.zone,
      protocolVersionId: enrolment.protocolVersionId,
      version: protocolRead,
      earlierVersions: earlierVersions.mapWith(readEarlier),
      decisions: decisionsOf(),
      safetyHolds: qualified<
        SafetyHold[]
      >`coalesce((select jsonb_agg(jsonb_build_object('from', ${hold.heldFrom}, 'until', ${hold.heldUntil}))
        from ${pathHold} ${hold} where ${hold.practiceId} = ${client.practiceId} and ${hold.clientId} = ${client.id}), '[]'::jsonb)`,
    })
    .from(enrolment)
    .innerJoin(
      protocolVersion,
      and(eq(protocolVersion.practiceId, enrolment.practiceId), eq(protocolVersion.id, enrolment.protocolVersionId)),
    )
    .innerJoin(client, and(eq(client.practiceId, enrolment.practiceId), eq(client.id, enrolment.clientId)))
    .where(and(eq(enrolment.practiceId, actor.practiceId), eq(enrolment.clientId, clientId)))
    .orderBy(desc(enrolment.startDate))
    .limit(1);
  return row ?? null;
}
