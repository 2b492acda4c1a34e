import { type AnyColumn, and, eq, inArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { reachesBoth } from "@/db/couple-reach";
import { qualified } from "@/db/qualified";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { client, couple } from "@/db/schema/clients";
import { connectionCheck, connectionSummary } from "@/db/schema/connection";
import { exerciseAttempt } from "@/db/schema/exercises";
import type { Scope } from "@/db/scope";
import { scoresOf } from "@/db/scores-of";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { dimensionForms } from "@/lib/assessments/dimension";
import type { ScoreRecord } from "@/lib/assessments/score-set";
import type { ConnectionRecord } from "@/lib/connection/connection-record";
import { authorize } from "@/lib/policy";
import { partnerNameOf, therapistNameOf } from "./caseload-people";
import { notWithdrawn } from "./caseload-tables";

const check = alias(connectionCheck, "x");
const attempt = alias(exerciseAttempt, "x");
const version = alias(instrumentVersion, "v");
const sitting = alias(assessment, "x");

export type CaseloadDetail = {
  clientId: string;
  pronouns: string | null;
  partnerName: string | null;
  /** Where the partner's name leads; null for who does not reach both, and while nobody is linked. */
  coupleId: string | null;
  therapistName: string;
  lastActivity: string | null;
  usual: ConnectionRecord["baseline"] | null;
  checks: { date: string; score: number }[];
  practice: { date: string; outcome: string }[];
  nextDueTitle: string | null;
  reviewTitle: string | null;
  /** What the newest five dimensions came to; empty before the first. */
  dimensions: ScoreRecord[];
};

const sameClient = (row: { practiceId: AnyColumn; clientId: AnyColumn }) =>
  sql`${row.practiceId} = ${client.practiceId} and ${row.clientId} = ${client.id}`;

/** The rows of one page of the caseload: one statement, one index look-up per client and column. */
export async function getCaseloadDetails(
  scope: Scope<StaffActor>,
  ids: string[],
): Promise<Map<string, CaseloadDetail>> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.read");
  if (ids.length === 0) return new Map();
  const today = sql`(${now.toISOString()}::timestamptz at time zone ${client.zone})::date`;
  const rows = await tx
    .select({
      clientId: client.id,
      pronouns: client.pronouns,
      partnerName: partnerNameOf(scope),
      coupleId: sql<string | null>`${tx
        .select({ id: couple.id })
        .from(couple)
        .where(and(reachesBoth(scope), or(eq(couple.firstClientId, client.id), eq(couple.secondClientId, client.id))))
        .limit(1)}`,
      therapistName: therapistNameOf,
      lastActivity: client.lastActivity,
      usual: sql<ConnectionRecord["baseline"] | null>`${connectionSummary.kept} -> 'baseline'`,
      checks: qualified<
        { date: string; score: number }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('date', r.local_date, 'score', r.score) order by r.recorded_at)
        from (select ${check.localDate}, ${check.score}, ${check.recordedAt} from ${connectionCheck} ${check} where ${sameClient(check)} order by ${check.recordedAt} desc limit 10) r), '[]'::jsonb)`,
      practice: qualified<
        { date: string; outcome: string }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('date', ${attempt.localDate}, 'outcome', ${attempt.outcome}))
        from ${exerciseAttempt} ${attempt} where ${sameClient(attempt)} and ${attempt.localDate} > ${today} - 7), '[]'::jsonb)`,
      nextDueTitle: qualified<string | null>`(select ${version.title} from ${assessment} ${sitting}
        join ${instrumentVersion} ${version} on ${version.practiceId} = ${sitting.practiceId} and ${version.id} = ${sitting.instrumentVersionId}
        where ${sameClient(sitting)} and ${sitting.submittedAt} is null and coalesce(${sitting.expiresOn} >= ${today}, true) and ${notWithdrawn} order by ${sitting.dueOn}, ${version.title} limit 1)`,
      reviewTitle: qualified<string | null>`(select ${version.title} from ${assessment} ${sitting}
        join ${instrumentVersion} ${version} on ${version.practiceId} = ${sitting.practiceId} and ${version.id} = ${sitting.instrumentVersionId}
        where ${sameClient(sitting)} and ${sitting.submittedAt} is not null and ${sitting.reviewedAt} is null and ${notWithdrawn}
          and ${version.definition} ->> 'sensitivity' is distinct from 'safety' order by ${sitting.submittedAt} desc limit 1)`,
      dimensions: scoresOf(
        client.practiceId,
        qualified`(select ${sitting.id} from ${assessment} ${sitting}
          join ${instrumentVersion} ${version} on ${version.practiceId} = ${sitting.practiceId} and ${version.id} = ${sitting.instrumentVersionId}
          where ${sameClient(sitting)} and ${inArray(version.key, [...dimensionForms])} and ${sitting.submittedAt} is not null and ${notWithdrawn}
          order by ${sitting.submittedAt} desc limit 1)`,
      ),
    })
    .from(client)
    .leftJoin(
      connectionSummary,
      and(eq(connectionSummary.practiceId, client.practiceId), eq(connectionSummary.id, client.id)),
    )
    .where(and(visibleClients(scope), inArray(client.id, ids)));
  return new Map(rows.map((row) => [row.clientId, row]));
}
