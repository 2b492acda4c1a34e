import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { assessment, assessmentAnswer, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import type { Scope } from "@/db/scope";
import { versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import type { StaffActor } from "@/lib/actor";
import { estimateReliability, type ReliabilityEstimate } from "@/lib/assessments/estimate-reliability";
import type { Answer, Instrument } from "@/lib/assessments/instrument";

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
      answers: sql<
        Answer[]
      >`coalesce((select jsonb_agg(jsonb_build_object('itemId', an.item_id, 'form', an.form, 'value', an.value))
        from ${assessmentAnswer} an where an.practice_id = ${assessment.practiceId} and an.assessment_id = ${assessment.id}), '[]'::jsonb)`,
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
