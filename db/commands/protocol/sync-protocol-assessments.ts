import { and, asc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import type { EnrolmentPath } from "@/db/queries/protocol/enrolment";
import { assessmentsDue, type DueMeasure, measureKey } from "@/lib/protocol/assessments-due";
import { pathInputOf } from "@/lib/protocol/path-today";
import { protocolPath } from "@/lib/protocol/schedule";
import { recordAudit } from "../../audit";
import { assessment, assessmentWithdrawal } from "../../schema/assessments";
import { enrolment } from "../../schema/protocol";
import type { Scope } from "../../scope";
import { withdrawalOfSitting } from "../../sitting-joins";
import { addDueMeasures } from "../assessments/add-due-measures";
import { askedBefore } from "../assessments/assign-due-measures";
import { withdrawByPath } from "../assessments/withdraw-by-path";

const [own, earlier] = [alias(enrolment, "own"), alias(enrolment, "earlier")];

/** `decisionId`: what moved the path; null where it was moved to another version. */
type Redating = { clientId: string; path: EnrolmentPath; today: string; at: Date; decisionId: string | null };

/**
 * Brings the protocol's assessments into line with the path as it is now. What somebody has opened or sent stays as it
 * is. What has no date any more is withdrawn; when the path brings it back it is asked for anew. The caller holds the
 * client.
 */
export async function syncProtocolAssessments(
  scope: Scope,
  { clientId, path, today, at, decisionId }: Redating,
): Promise<void> {
  const input = pathInputOf(path, today);
  const due = assessmentsDue(input.version, protocolPath(input));
  const versions = [input.version, ...(input.earlierVersions ?? []).map((earlier) => earlier.version)];
  const known = new Set(versions.flatMap((version) => version.measures.map(measureKey)));
  const rows = (await measuresOf(scope, clientId, path.id)).filter((row) => known.has(row.occasion));
  const wanted = new Map(due.map((measure) => [measure.key, measure]));
  const own = new Set(path.decisions.map(({ id }) => id));

  const gone = rows.filter((row) => isUntouched(row) && !wanted.has(row.occasion));
  await withdrawByPath(scope, gone, { at, decisionId });
  for (const row of rows) {
    const measure = wanted.get(row.occasion);
    if (measure && isUntouched(row) && isMoved(row, measure)) await move(scope, row.id, measure);
  }
  const missing = due.filter((measure) => {
    const past = measure.expiresOn !== null && measure.expiresOn < today;
    const earlier = rows.filter((row) => row.occasion === measure.key);
    return !past && earlier.every(({ decisionId: by }) => by !== null && own.has(by));
  });
  const asked = await askedBefore(scope, clientId);
  const anew = missing.map((measure) => ({ measure, attempt: (asked.get(measure.key) ?? 0) + 1 }));
  await addDueMeasures(scope, clientId, anew, at);
  if (gone.length + missing.length > 0)
    await recordAudit(scope, "assessments.redated-by-protocol", { id: clientId, clientId });
}

type MeasureRow = Awaited<ReturnType<typeof measuresOf>>[number];

const isUntouched = (row: MeasureRow) => !row.startedAt && !row.submittedAt && !row.withdrawnAt;
const isMoved = (row: MeasureRow, { opensOn, dueOn, expiresOn }: DueMeasure) =>
  row.opensOn !== opensOn || row.dueOn !== dueOn || row.expiresOn !== expiresOn;

/** Asked for in this course: an answer of an earlier one is none in it. */
const isOfCourse = (enrolmentId: string) => qualified`not exists (select 1 from ${enrolment} ${own}
  where ${own.practiceId} = ${assessment.practiceId} and ${own.id} = ${enrolmentId} and ${assessment.assignedAt} < ${own.createdAt}
    and exists (select 1 from ${enrolment} ${earlier} where ${earlier.practiceId} = ${own.practiceId}
      and ${earlier.clientId} = ${own.clientId} and ${earlier.startDate} < ${own.startDate}))`;

function measuresOf({ actor, tx }: Scope, clientId: string, enrolmentId: string) {
  return tx
    .select({
      id: assessment.id,
      occasion: assessment.occasion,
      opensOn: assessment.opensOn,
      dueOn: assessment.dueOn,
      expiresOn: assessment.expiresOn,
      startedAt: assessment.startedAt,
      submittedAt: assessment.submittedAt,
      withdrawnAt: assessmentWithdrawal.withdrawnAt,
      decisionId: assessmentWithdrawal.withdrawnByDecisionId,
    })
    .from(assessment)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(and(eq(assessment.practiceId, actor.practiceId), eq(assessment.clientId, clientId), isOfCourse(enrolmentId)))
    .orderBy(asc(assessment.assignedAt));
}

async function move({ actor, tx }: Scope, id: string, { opensOn, dueOn, expiresOn }: DueMeasure): Promise<void> {
  await tx
    .update(assessment)
    .set({ opensOn, dueOn, expiresOn })
    .where(and(eq(assessment.practiceId, actor.practiceId), eq(assessment.id, id), isNull(assessment.startedAt)));
}
