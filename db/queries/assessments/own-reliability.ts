import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { assessment, assessmentAnswer, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import type { Scope } from "@/db/scope";
import { versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import type { StaffActor } from "@/lib/actor";
import { estimateReliability, type ReliabilityEstimate } from "@/lib/assessments/estimate-reliability";
import type { Answer, Instrument } from "@/lib/assessments/instrument";

const answer = alias(assessmentAnswer, "an");

/**
 * Reliability from this practice's own data: each person's first sent answers to this version of the instrument. Numbers
 * alone, over every client of the practice; nobody can be told apart in the result.
 */
export async function estimateScales(
  { actor, tx }: Scope<StaffActor>,
  key: string,
  instrument: Instrument,
): Promise<Map<string, ReliabilityEstimate>> {
  const rows = await tx
    .selectDistinctOn([assessment.clientId], {
      clientId: assessment.clientId,
      answers: qualified<
        Answer[]
      >`coalesce((select jsonb_agg(jsonb_build_object('itemId', ${answer.itemId}, 'form', ${answer.form}, 'value', ${answer.value}))
        from ${assessmentAnswer} ${answer} where ${answer.practiceId} = ${assessment.practiceId} and ${answer.assessmentId} = ${assessment.id}), '[]'::jsonb)`,
    })
    .from(assessment)
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(instrumentVersion.key, key),
        eq(instrumentVersion.version, instrument.version),
        isNotNull(assessment.submittedAt),
        isNull(assessmentWithdrawal.id),
      ),
    )
    .orderBy(assessment.clientId, asc(assessment.submittedAt));
  return new Map(
    instrument.scales.map((scale) => [
      scale.key,
      estimateReliability(
        instrument,
        scale,
        "now",
        rows.map(({ answers }) => answers),
      ),
    ]),
  );
}
