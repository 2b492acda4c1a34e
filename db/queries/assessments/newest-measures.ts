import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { instrumentRead } from "@/db/definitions";
import { qualified } from "@/db/qualified";
import { assessment, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { reliabilityChoice } from "@/db/schema/instrument-choices";
import type { Scope } from "@/db/scope";
import { scoresOf } from "@/db/scores-of";
import { isSafety, versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import type { StaffActor } from "@/lib/actor";
import type { Measured, Sent } from "@/lib/assessments/newest-measures";

const choice = alias(reliabilityChoice, "rc");

/** So many responses reach back two years of a weekly measure. */
const most = 120;

/** What a client sent of each instrument, the one answered last first. The caller has looked the client up in scope. */
export async function newestMeasures({ actor, tx }: Scope<StaffActor>, clientId: string): Promise<Measured[]> {
  const rows = await tx
    .select({
      id: assessment.id,
      key: instrumentVersion.key,
      date: assessment.localDate,
      title: instrumentVersion.title,
      instrument: instrumentRead,
      scores: scoresOf(assessment.practiceId, sql`${assessment.id}`),
      usesOwnData: qualified<boolean>`coalesce((select ${choice.usesOwnData} from ${reliabilityChoice} ${choice}
        where ${choice.practiceId} = ${assessment.practiceId} and ${choice.instrumentKey} = ${instrumentVersion.key}
        order by ${choice.chosenAt} desc limit 1), false)`,
    })
    .from(assessment)
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.clientId, clientId),
        isNotNull(assessment.submittedAt),
        isNull(assessmentWithdrawal.id),
        sql`not coalesce(${isSafety}, false)`,
      ),
    )
    .orderBy(desc(assessment.submittedAt), desc(assessment.occasion))
    .limit(most);
  const byKey = new Map<string, Measured & { sent: Sent[] }>();
  for (const { key, usesOwnData, date, ...one } of rows.reverse()) {
    const known = byKey.get(key) ?? { usesOwnData, sent: [] };
    known.sent.push({ ...one, date: date ?? "" });
    // The instrument that was answered last stands first.
    byKey.delete(key);
    byKey.set(key, known);
  }
  return [...byKey.values()].reverse();
}
