import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { EnrolmentPath } from "@/db/queries/protocol/enrolment";
import type { StaffActor } from "@/lib/actor";
import { pathTodayOf } from "@/lib/protocol/path-today";
import type { LocalDate } from "@/lib/time/local-date";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { assessment, assessmentWithdrawal } from "../../schema/assessments";
import type { Scope } from "../../scope";
import { withdrawalOfSitting } from "../../sitting-joins";
import { withdrawByPath } from "../assessments/withdraw-by-path";
import { insertDecision } from "../protocol/insert-decision";

type Ending = { clientId: string; path: EnrolmentPath | null; today: LocalDate; reason: string };

const areOver = ["ended", "finished", "follow-up"];

/** Ends the weeks that run, if any do, and withdraws whatever of them waits to be answered. The caller holds the client. */
export async function endCourse(scope: Scope<StaffActor>, { clientId, path, today, reason }: Ending): Promise<void> {
  const { now } = scope;
  const runs = path !== null && !areOver.includes(pathTodayOf(path, today).status);
  const id = randomUUID();
  const madeAt = afterAll(path?.decisions.map((decision) => decision.madeAt) ?? [], now);
  if (runs) {
    const change = { kind: "end" as const, followUps: false };
    await insertDecision(scope, {
      ...{ id, enrolmentId: path.id, effectiveOn: today, change, reason, words: null, madeAt, together: null },
    });
    await recordAudit(scope, "protocol.end", { id, clientId });
  }
  await withdrawByPath(scope, await waiting(scope, clientId), { at: madeAt, decisionId: runs ? id : null });
}

function waiting({ actor, tx }: Scope, clientId: string): Promise<{ id: string }[]> {
  return tx
    .select({ id: assessment.id })
    .from(assessment)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.clientId, clientId),
        isNull(assessment.submittedAt),
        isNull(assessmentWithdrawal.id),
      ),
    );
}
