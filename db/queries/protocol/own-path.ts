import { and, asc, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { type ExerciseGround, getExerciseGround } from "@/db/queries/exercises/exercise-access";
import { getOwnAttempts } from "@/db/queries/exercises/own-attempts";
import { assessment, assessmentScore, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { connectionCheck } from "@/db/schema/connection";
import { dimensionRelease } from "@/db/schema/dimension-release";
import type { Scope } from "@/db/scope";
import { versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import type { ClientActor } from "@/lib/actor";
import { dimensionForms } from "@/lib/assessments/dimension";
import type { Form } from "@/lib/assessments/instrument";
import { atOnce } from "@/lib/at-once";
import type { FormedAttempt } from "@/lib/exercises/attempt";

const score = alias(assessmentScore, "s");
const release = alias(dimensionRelease, "r");

export type ReleasedDimensions = {
  date: string;
  scores: { scaleKey: string; form: Form; score: number | null }[];
};

export type OwnPath = {
  ground: ExerciseGround;
  attempts: FormedAttempt[];
  checks: { date: string; value: number }[];
  /** Newest first of those that the therapist released; none while joint steps are closed. */
  dimensions: ReleasedDimensions | null;
};

/** The weeks behind and ahead of the person who asks, and what they did in them. */
export async function getOwnPath(scope: Scope<ClientActor>): Promise<OwnPath> {
  const { actor, tx } = scope;
  const { ground, checks } = await atOnce({
    ground: getExerciseGround(scope),
    checks: tx
      .select({ date: connectionCheck.localDate, value: connectionCheck.score })
      .from(connectionCheck)
      .where(and(eq(connectionCheck.practiceId, actor.practiceId), eq(connectionCheck.clientId, actor.clientId)))
      .orderBy(asc(connectionCheck.recordedAt)),
  });
  const done = await atOnce({
    attempts: ground.enrolment ? getOwnAttempts(scope, ground.enrolment.countsFrom) : [],
    dimensions: ground.shared.open ? newestReleased(scope, actor.clientId) : null,
  });
  return { ground, checks, ...done };
}

/** The newest sitting whose scores the therapist released to the person they are about. The caller has asked the gate. */
export async function newestReleased(
  { actor, tx }: Scope<ClientActor>,
  clientId: string,
): Promise<ReleasedDimensions | null> {
  const [row] = await tx
    .select({
      date: assessment.localDate,
      scores: qualified<ReleasedDimensions["scores"]>`coalesce((select jsonb_agg(jsonb_build_object(
        'scaleKey', ${score.scaleKey}, 'form', ${score.form}, 'score', ${score.score}))
        from ${assessmentScore} ${score} where ${score.practiceId} = ${assessment.practiceId}
          and ${score.assessmentId} = ${assessment.id}), '[]'::jsonb)`,
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
        qualified`(select ${release.decision} from ${dimensionRelease} ${release} where ${release.practiceId} = ${assessment.practiceId}
          and ${release.assessmentId} = ${assessment.id} order by ${release.decidedAt} desc, ${release.id} desc limit 1) = 'released'`,
      ),
    )
    .orderBy(desc(assessment.submittedAt))
    .limit(1);
  return row ? { ...row, date: row.date ?? "" } : null;
}
