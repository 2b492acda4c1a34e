import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudit } from "@/db/audit";
import { instrumentRead } from "@/db/definitions";
import { qualified } from "@/db/qualified";
import { flagsOfSitting } from "@/db/queries/assessments/flags";
import { type ClientHeader, getClientHeader } from "@/db/queries/clients/client-overview";
import { saysGainOf } from "@/db/queries/safety/shared-class";
import { assessment, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import type { Scope } from "@/db/scope";
import { scoresOf } from "@/db/scores-of";
import { versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import type { StaffActor } from "@/lib/actor";
import { type Measures, measuresCloseness } from "@/lib/assessments/closeness";
import type { ReliabilityEstimate } from "@/lib/assessments/estimate-reliability";
import type { ResponseFlag } from "@/lib/assessments/flags";
import { instrumentShape } from "@/lib/assessments/instrument-shape";
import type { SentResponse } from "@/lib/assessments/result-view";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import { answersOfAll } from "./answers";
import { usesOwnData } from "./instruments";
import { estimateScales } from "./own-reliability";

const version = alias(instrumentVersion, "v");

export type Response = SentResponse & {
  weekNumber: number | null;
  reviewedAt: Date | null;
  discussedAt: Date | null;
  flags: Pick<ResponseFlag, "kind" | "sentence">[];
};

export type AssessmentResult = {
  header: ClientHeader;
  key: string;
  /** Oldest first; the one that was asked for is among them. */
  responses: Response[];
  shown: Response;
  measures: Measures;
  /** Whether words of gain may be said of a measure of closeness. Numbers and falls are always told. */
  saysGain: boolean;
  /** Per scale of `now`, when the owner chose the practice's own data. */
  estimates: Map<string, ReliabilityEstimate>;
};

/** A response with everything this client ever sent of the same instrument. Reading it is recorded. */
export async function getAssessmentResult(
  scope: Scope<StaffActor>,
  clientId: string,
  assessmentId: string,
): Promise<AssessmentResult> {
  const { actor, tx } = scope;
  const found = tx
    .select({ key: instrumentVersion.key, measures: measuresNow })
    .from(assessment)
    .innerJoin(instrumentVersion, ofAssessment)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.id, assessmentId),
        eq(assessment.clientId, clientId),
        isNotNull(assessment.submittedAt),
      ),
    );
  const { header, versions } = await atOnce({ header: getClientHeader(scope, clientId), versions: found });
  const [wanted] = versions;
  if (!wanted) throw new NotFound();
  const { responses, saysOfGain, areOwnData } = await atOnce({
    responses: responsesOf(scope, clientId, wanted.key, assessmentId),
    saysOfGain: saysGainOf(scope, clientId),
    areOwnData: usesOwnData(scope, wanted.key),
  });
  const shown = responses.find(({ id }) => id === assessmentId);
  if (!shown) throw new NotFound();
  await recordAudit(scope, "assessments.result-read", { id: assessmentId, clientId });
  const measures = instrumentShape.shape.measures.parse(wanted.measures ?? undefined);
  const isOfCloseness = measuresCloseness({ measures, forms: shown.instrument.forms });
  const saysGain = !isOfCloseness || saysOfGain;
  const estimates = areOwnData
    ? await estimateScales(scope, wanted.key, shown.instrument)
    : new Map<string, ReliabilityEstimate>();
  return { header, key: wanted.key, responses, shown, measures, saysGain, estimates };
}

const ofAssessment = versionOfSitting;

/** What the version in use says it measures, for the answers to every version of it: a first guess can be put right. */
export const measuresNow = qualified<
  string | null
>`(select ${version.definition} ->> 'measures' from ${instrumentVersion} ${version}
  where ${version.practiceId} = ${instrumentVersion.practiceId} and ${version.key} = ${instrumentVersion.key}
    and ${version.publishedAt} is not null order by ${version.version} desc limit 1)`;

async function responsesOf(
  scope: Scope<StaffActor>,
  clientId: string,
  key: string,
  wanted: string,
): Promise<Response[]> {
  const { actor, tx } = scope;
  const rows = await tx
    .select({
      id: assessment.id,
      date: assessment.localDate,
      weekNumber: assessment.weekNumber,
      submittedAt: assessment.submittedAt,
      reviewedAt: assessment.reviewedAt,
      discussedAt: assessment.discussedAt,
      instrument: instrumentRead,
      isWithdrawn: sql<boolean>`${assessmentWithdrawal.id} is not null`,
      scores: scoresOf(assessment.practiceId, sql`${assessment.id}`),
      flags: flagsOfSitting,
    })
    .from(assessment)
    .innerJoin(instrumentVersion, ofAssessment)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.clientId, clientId),
        eq(instrumentVersion.key, key),
        isNotNull(assessment.submittedAt),
      ),
    )
    .orderBy(asc(assessment.submittedAt), asc(assessment.occasion));
  const counted = rows.filter(({ id, isWithdrawn }) => !isWithdrawn || id === wanted);
  const answers = await answersOfAll(
    scope,
    counted.map(({ id }) => id),
  );
  return counted.flatMap(({ isWithdrawn: _, date, submittedAt, ...row }) =>
    submittedAt
      ? {
          ...row,
          date: date ?? "",
          submittedAt,
          answers: answers.get(row.id) ?? [],
        }
      : [],
  );
}
