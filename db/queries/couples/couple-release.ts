import { and, desc, eq, inArray, isNotNull, not, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { instrumentRead } from "@/db/definitions";
import { qualified } from "@/db/qualified";
import { assessment, assessmentScore, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { coupleRelease, coupleReleaseWords } from "@/db/schema/couples";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { isImported, versionOfSitting } from "@/db/sitting-joins";
import { dimensionForms } from "@/lib/assessments/dimension";
import type { Instrument } from "@/lib/assessments/instrument";
import { atOnce } from "@/lib/at-once";
import { notCompared } from "@/lib/couples/compared";
import { sharedByBoth } from "@/lib/couples/share-decisions";
import { isDimensionItem, pairsWithin, type ShareItem } from "@/lib/couples/share-items";
import {
  inWholePoints,
  isWhole,
  type PairRow,
  pairRows,
  type ScoreRecord,
  scoreRows,
} from "@/lib/couples/shared-scores";

const withdrawal = alias(assessmentWithdrawal, "w");

export type CurrentRelease = {
  id: string;
  firstAssessmentId: string;
  secondAssessmentId: string;
  items: ShareItem[];
  words: string;
  releasedAt: Date;
  by: string;
};

/** The release that stands for a link which the caller has looked up in scope; null before one and after it is taken back. */
export async function currentRelease({ actor, tx }: Scope, coupleId: string): Promise<CurrentRelease | null> {
  const [row] = await tx
    .select({
      id: coupleRelease.id,
      decision: coupleRelease.decision,
      firstAssessmentId: coupleRelease.firstAssessmentId,
      secondAssessmentId: coupleRelease.secondAssessmentId,
      items: coupleRelease.items,
      wordsSealed: coupleRelease.wordsSealed,
      releasedAt: coupleRelease.decidedAt,
      by: account.name,
    })
    .from(coupleRelease)
    .innerJoin(account, and(eq(account.practiceId, coupleRelease.practiceId), eq(account.id, coupleRelease.decidedBy)))
    .where(and(eq(coupleRelease.practiceId, actor.practiceId), eq(coupleRelease.coupleId, coupleId)))
    .orderBy(sql`${coupleRelease.decidedAt} desc`, sql`${coupleRelease.decision} desc`)
    .limit(1);
  if (row?.decision !== "released") return null;
  const { decision: _, firstAssessmentId, secondAssessmentId, wordsSealed, items, ...release } = row;
  if (!firstAssessmentId || !secondAssessmentId || !wordsSealed) return null;
  return {
    ...release,
    firstAssessmentId,
    secondAssessmentId,
    items: pairsWithin(items),
    words: coupleReleaseWords.read(wordsSealed, { practiceId: actor.practiceId, id: row.id }),
  };
}

/** The two sittings side by side, in what both share this week; a sitting that was withdrawn has no scores. */
export async function pictureOf(
  scope: Scope,
  { firstAssessmentId, secondAssessmentId }: Pick<CurrentRelease, "firstAssessmentId" | "secondAssessmentId">,
  items: readonly ShareItem[],
): Promise<PairRow[]> {
  const ids = [firstAssessmentId, secondAssessmentId];
  const { scores, instruments } = await atOnce({
    scores: scoresOf(scope, ids),
    instruments: instrumentsOf(scope, ids),
  });
  const [first, second] = [instruments.get(firstAssessmentId), instruments.get(secondAssessmentId)];
  if (!first || !second) return [];
  return drawnRows(
    { scores: scores.get(firstAssessmentId) ?? [], instrument: first },
    { scores: scores.get(secondAssessmentId) ?? [], instrument: second },
    items,
  );
}

async function instrumentsOf({ actor, tx }: Scope, ids: string[]): Promise<Map<string, Instrument>> {
  const rows = await tx
    .select({ id: assessment.id, instrument: instrumentRead })
    .from(assessment)
    .innerJoin(instrumentVersion, versionOfSitting)
    .where(and(eq(assessment.practiceId, actor.practiceId), inArray(assessment.id, ids)));
  return new Map(rows.map(({ id, instrument }) => [id, instrument]));
}

export type Sitting = {
  assessmentId: string;
  date: string;
  week: number | null;
  /** What was answered: its version decides what it can stand beside. */
  instrument: Instrument;
  scores: ScoreRecord[];
};

/** The newest Five Dimensions that a person sent, for a caller who has looked the person up in scope. */
export async function newestSitting(scope: Scope, clientId: string): Promise<Sitting | null> {
  const { actor, tx } = scope;
  const [row] = await tx
    .select({
      assessmentId: assessment.id,
      date: assessment.localDate,
      week: assessment.weekNumber,
      instrument: instrumentRead,
    })
    .from(assessment)
    .innerJoin(instrumentVersion, versionOfSitting)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.clientId, clientId),
        inArray(instrumentVersion.key, [...dimensionForms]),
        isNotNull(assessment.submittedAt),
        isInForce,
        // Only what somebody answered here is theirs to show.
        not(isImported),
      ),
    )
    .orderBy(desc(assessment.submittedAt))
    .limit(1);
  if (!row) return null;
  const scores = await scoresOf(scope, [row.assessmentId]);
  return { ...row, date: row.date ?? "", scores: scores.get(row.assessmentId) ?? [] };
}

/** What a release would show at this moment: the newest sittings, the dimensions that both share, the rows drawn. */
export type Releasable = {
  items: ShareItem[];
  firstAssessmentId: string;
  secondAssessmentId: string;
  rows: PairRow[];
};

/** Null while there is nothing that both share and both have. The caller has asked the gate. */
export function releasable(
  first: { sitting: Sitting | null; shares: readonly ShareItem[] },
  second: { sitting: Sitting | null; shares: readonly ShareItem[] },
): Releasable | null {
  if (!first.sitting || !second.sitting) return null;
  const items = sharedByBoth(first.shares, second.shares).filter(isDimensionItem);
  const rows = drawnRows(first.sitting, second.sitting, items);
  if (rows.length === 0) return null;
  const { assessmentId: firstAssessmentId } = first.sitting;
  return { items, firstAssessmentId, secondAssessmentId: second.sitting.assessmentId, rows };
}

type Answers = Pick<Sitting, "scores" | "instrument">;

/** Nothing stands beside what was asked in other statements. */
function drawnRows(first: Answers, second: Answers, items: readonly ShareItem[]): PairRow[] {
  const apart: readonly ShareItem[] = notCompared(first.instrument, second.instrument);
  const alike = items.filter((item) => !apart.includes(item));
  const whole = ({ scores }: Answers) => scoreRows(scores, alike).filter(isWhole);
  return inWholePoints(pairRows(whole(first), whole(second))).filter((row) => row.first && row.second);
}

const isInForce = qualified`not exists (select 1 from ${assessmentWithdrawal} ${withdrawal}
  where ${withdrawal.practiceId} = ${assessment.practiceId} and ${withdrawal.assessmentId} = ${assessment.id})`;

async function scoresOf({ actor, tx }: Scope, ids: string[]): Promise<Map<string, ScoreRecord[]>> {
  const rows = await tx
    .select({
      assessmentId: assessmentScore.assessmentId,
      scaleKey: assessmentScore.scaleKey,
      form: assessmentScore.form,
      score: assessmentScore.score,
    })
    .from(assessmentScore)
    .innerJoin(
      assessment,
      and(eq(assessment.practiceId, assessmentScore.practiceId), eq(assessment.id, assessmentScore.assessmentId)),
    )
    .where(
      and(
        eq(assessmentScore.practiceId, actor.practiceId),
        inArray(assessmentScore.assessmentId, ids),
        isNotNull(assessment.submittedAt),
        isInForce,
      ),
    );
  const scores = new Map<string, ScoreRecord[]>();
  for (const { assessmentId, ...score } of rows) {
    scores.set(assessmentId, [...(scores.get(assessmentId) ?? []), score]);
  }
  return scores;
}
