import { and, eq, gte, isNotNull, lte, sql } from "drizzle-orm";
import { protocolRead } from "@/db/definitions";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import { exerciseAttempt } from "@/db/schema/exercises";
import { protocolVersion } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import { isSafety, versionOfSitting } from "@/db/sitting-joins";
import type { StaffActor } from "@/lib/actor";
import { addDays, type LocalDate } from "@/lib/time/local-date";
import { counted, ofClient, stands } from "./counted-rows";

/** How far back it looks. */
export const completionDays = 90;

/** What was due of one instrument and what was sent of it, by how many people. */
export type InstrumentCompletion = { key: string; people: number; due: number; sent: number };
/** How often one exercise was noted, by how many people, and how it ended. Own steps and joint ones are counted together. */
export type ExerciseCompletion = { key: string; people: number; done: number; tried: number; skipped: number };

const people = sql<number>`count(distinct ${client.id})::int`;

/** By instrument, safety questions left out: they are asked by a calendar, and nobody owes an answer. */
export const instrumentCompletion = (scope: Scope<StaffActor>, today: LocalDate): Promise<InstrumentCompletion[]> =>
  scope.tx
    .select({
      ...{ key: instrumentVersion.key, people },
      due: sql<number>`count(*)::int`,
      sent: sql<number>`count(${assessment.submittedAt})::int`,
    })
    .from(assessment)
    .innerJoin(client, ofClient)
    .innerJoin(instrumentVersion, versionOfSitting)
    .where(
      and(
        counted(scope),
        stands,
        sql`not coalesce(${isSafety}, false)`,
        gte(assessment.dueOn, addDays(today, -completionDays)),
        lte(assessment.dueOn, today),
      ),
    )
    .groupBy(instrumentVersion.key);

const outcome = (kind: "done" | "tried" | "skipped") =>
  sql<number>`(count(*) filter (where ${exerciseAttempt.outcome} = ${kind}))::int`;

export const exerciseCompletion = (scope: Scope<StaffActor>, today: LocalDate): Promise<ExerciseCompletion[]> =>
  scope.tx
    .select({
      ...{ key: exerciseAttempt.exerciseKey, people },
      ...{ done: outcome("done"), tried: outcome("tried"), skipped: outcome("skipped") },
    })
    .from(exerciseAttempt)
    .innerJoin(client, and(eq(client.practiceId, exerciseAttempt.practiceId), eq(client.id, exerciseAttempt.clientId)))
    .where(and(counted(scope), gte(exerciseAttempt.localDate, addDays(today, -completionDays))))
    .groupBy(exerciseAttempt.exerciseKey);

/** What the exercises of every published version are called. */
export const publishedProtocols = ({ actor, tx }: Scope<StaffActor>) =>
  tx
    .select({ protocol: protocolRead })
    .from(protocolVersion)
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), isNotNull(protocolVersion.publishedAt)))
    .orderBy(protocolVersion.publishedAt);
