import { and, asc, desc, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import type { ClientActor } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/time/local-date";
import { localDate } from "@/lib/domain/time/zone";
import { assessment, assessmentAnswer, assessmentWithdrawal, instrumentVersion } from "../schema/assessments";
import { client, couple } from "../schema/clients";
import { connectionCheck } from "../schema/connection";
import { exerciseAttempt } from "../schema/exercises";
import { account } from "../schema/identity";
import { message } from "../schema/messages";
import type { Scope } from "../scope";
import { open } from "../sealed";
import { type EnrolmentPath, enrolmentOf } from "./enrolment";
import { type PathWords, wordsAboutPath } from "./path-words";

export type OpenAssessment = {
  id: string;
  title: string;
  definition: unknown;
  dueOn: string | null;
  isStarted: boolean;
  answered: number;
};

export type PortalToday = {
  today: string;
  therapistName: string;
  partnerName: string | null;
  enrolment: EnrolmentPath | null;
  assessments: OpenAssessment[];
  lastCheck: { score: number; recordedAt: Date } | null;
  attempts: { exerciseKey: string; localDate: string; outcome: "done" | "tried" | "skipped" }[];
  reply: { body: string; sentAt: Date } | null;
  /** What the therapist wrote about the newest change of the path. */
  aboutPath: PathWords | null;
};

/** Everything Today shows, in one snapshot. Own rows only: the actor is the filter. */
export async function getPortalToday(scope: Scope<ClientActor>): Promise<PortalToday> {
  const { actor, tx, now } = scope;
  const today = localDate(now, actor.zone);
  const mine = and(eq(client.practiceId, actor.practiceId), eq(client.id, actor.clientId));
  const [person] = await tx
    .select({
      therapistId: client.therapistId,
      therapistName: account.name,
      partnerName: client.partnerName,
      linkedPartner: sql<string | null>`(
        select a2.name from ${couple} k
        join ${client} c2 on c2.practice_id = k.practice_id
          and c2.id = case when k.first_client_id = ${client.id} then k.second_client_id else k.first_client_id end
        join ${account} a2 on a2.practice_id = c2.practice_id and a2.id = c2.account_id
        where k.practice_id = ${client.practiceId} and k.ended_at is null
          and ${client.id} in (k.first_client_id, k.second_client_id) limit 1)`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.therapistId)))
    .where(mine);
  const [lastCheck] = await tx
    .select({ score: connectionCheck.score, recordedAt: connectionCheck.recordedAt })
    .from(connectionCheck)
    .where(and(eq(connectionCheck.practiceId, actor.practiceId), eq(connectionCheck.clientId, actor.clientId)))
    .orderBy(desc(connectionCheck.recordedAt))
    .limit(1);
  const attempts = await tx
    .select({
      exerciseKey: exerciseAttempt.exerciseKey,
      localDate: exerciseAttempt.localDate,
      outcome: exerciseAttempt.outcome,
    })
    .from(exerciseAttempt)
    .where(
      and(
        eq(exerciseAttempt.practiceId, actor.practiceId),
        eq(exerciseAttempt.clientId, actor.clientId),
        gte(exerciseAttempt.localDate, addDays(today, -7)),
      ),
    )
    .orderBy(asc(exerciseAttempt.recordedAt));
  const enrolment = await enrolmentOf(scope, actor.clientId);
  return {
    today,
    therapistName: person?.therapistName ?? "",
    partnerName: person?.linkedPartner ?? person?.partnerName ?? null,
    enrolment,
    assessments: await openAssessments(scope, today),
    lastCheck: lastCheck ?? null,
    attempts,
    reply: await latestReply(scope, person?.therapistId),
    aboutPath: enrolment && (await wordsAboutPath(scope, enrolment, today)),
  };
}

async function openAssessments({ actor, tx }: Scope<ClientActor>, today: string): Promise<OpenAssessment[]> {
  return tx
    .select({
      id: assessment.id,
      title: instrumentVersion.title,
      definition: instrumentVersion.definition,
      dueOn: assessment.dueOn,
      isStarted: sql<boolean>`${assessment.startedAt} is not null`,
      answered: sql<number>`(select count(distinct an.item_id)::int from ${assessmentAnswer} an
        where an.practice_id = ${assessment.practiceId} and an.assessment_id = ${assessment.id})`,
    })
    .from(assessment)
    .innerJoin(
      instrumentVersion,
      and(
        eq(instrumentVersion.practiceId, assessment.practiceId),
        eq(instrumentVersion.id, assessment.instrumentVersionId),
      ),
    )
    .leftJoin(
      assessmentWithdrawal,
      and(
        eq(assessmentWithdrawal.practiceId, assessment.practiceId),
        eq(assessmentWithdrawal.assessmentId, assessment.id),
      ),
    )
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.clientId, actor.clientId),
        isNull(assessment.submittedAt),
        isNull(assessmentWithdrawal.id),
        lte(assessment.opensOn, today),
        or(isNull(assessment.expiresOn), gte(assessment.expiresOn, today), sql`${assessment.startedAt} is not null`),
      ),
    )
    .orderBy(asc(assessment.dueOn), asc(instrumentVersion.title))
    .limit(12);
}

async function latestReply({ actor, tx }: Scope<ClientActor>, therapistId: string | undefined) {
  if (!therapistId) return null;
  const [latest] = await tx
    .select({ id: message.id, bodySealed: message.bodySealed, sentAt: message.sentAt })
    .from(message)
    .where(
      and(
        eq(message.practiceId, actor.practiceId),
        eq(message.clientId, actor.clientId),
        eq(message.authorId, therapistId),
      ),
    )
    .orderBy(desc(message.sentAt))
    .limit(1);
  if (!latest) return null;
  const place = { practiceId: actor.practiceId, table: "message", column: "body", rowId: latest.id };
  return { body: open(latest.bodySealed, place), sentAt: latest.sentAt };
}
