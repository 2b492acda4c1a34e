import { and, eq, inArray, or, sql } from "drizzle-orm";
import { reachesBoth } from "@/db/couple-reach";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { client, couple } from "@/db/schema/clients";
import { connectionCheck, connectionSummary } from "@/db/schema/connection";
import { exerciseAttempt } from "@/db/schema/exercises";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { scoresOf } from "@/db/scores-of";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import type { ScoreRecord } from "@/lib/assessments/score-set";
import type { ConnectionRecord } from "@/lib/connection/connection-record";
import { authorize } from "@/lib/policy";
import { standing } from "./caseload-tables";

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

const sameClient = sql`x.practice_id = ${client.practiceId} and x.client_id = ${client.id}`;

/** The rows of one page of the caseload: one statement, one index look-up per client and column. */
export async function getCaseloadDetails(
  scope: Scope<StaffActor>,
  ids: string[],
): Promise<Map<string, CaseloadDetail>> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.read");
  if (ids.length === 0) return new Map();
  const today = sql`(${now.toISOString()}::timestamptz at time zone ${client.zone})::date`;
  const therapist = sql`(select t.name from ${account} t where t.practice_id = ${client.practiceId} and t.id = ${client.therapistId})`;
  const rows = await tx
    .select({
      clientId: client.id,
      pronouns: client.pronouns,
      // Who reaches only one of two does not learn that they are linked: then the name on the record stands there.
      partnerName: sql<string | null>`coalesce((
        select a2.name from ${couple}
        join ${client} c2 on c2.practice_id = ${couple.practiceId}
          and c2.id in (${couple.firstClientId}, ${couple.secondClientId}) and c2.id <> ${client.id}
        join ${account} a2 on a2.practice_id = c2.practice_id and a2.id = c2.account_id
        where ${reachesBoth(scope)} and ${client.id} in (${couple.firstClientId}, ${couple.secondClientId}) limit 1), ${client.partnerName})`,
      coupleId: sql<string | null>`${tx
        .select({ id: couple.id })
        .from(couple)
        .where(and(reachesBoth(scope), or(eq(couple.firstClientId, client.id), eq(couple.secondClientId, client.id))))
        .limit(1)}`,
      therapistName: sql<string>`${therapist}`,
      lastActivity: client.lastActivity,
      usual: sql<ConnectionRecord["baseline"] | null>`${connectionSummary.kept} -> 'baseline'`,
      checks: sql<
        { date: string; score: number }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('date', r.local_date, 'score', r.score) order by r.recorded_at)
        from (select x.local_date, x.score, x.recorded_at from ${connectionCheck} x where ${sameClient} order by x.recorded_at desc limit 10) r), '[]'::jsonb)`,
      practice: sql<
        { date: string; outcome: string }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('date', x.local_date, 'outcome', x.outcome))
        from ${exerciseAttempt} x where ${sameClient} and x.local_date > ${today} - 7), '[]'::jsonb)`,
      nextDueTitle: sql<string | null>`(select v.title from ${assessment} x
        join ${instrumentVersion} v on v.practice_id = x.practice_id and v.id = x.instrument_version_id
        where ${sameClient} and x.submitted_at is null and coalesce(x.expires_on >= ${today}, true) and ${standing} order by x.due_on, v.title limit 1)`,
      reviewTitle: sql<string | null>`(select v.title from ${assessment} x
        join ${instrumentVersion} v on v.practice_id = x.practice_id and v.id = x.instrument_version_id
        where ${sameClient} and x.submitted_at is not null and x.reviewed_at is null and ${standing}
          and v.definition ->> 'sensitivity' is distinct from 'safety' order by x.submitted_at desc limit 1)`,
      dimensions: scoresOf(
        client.practiceId,
        sql`(select x.id from ${assessment} x
          join ${instrumentVersion} v on v.practice_id = x.practice_id and v.id = x.instrument_version_id
          where ${sameClient} and v.key = 'five-dimensions' and x.submitted_at is not null and ${standing}
          order by x.submitted_at desc limit 1)`,
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
