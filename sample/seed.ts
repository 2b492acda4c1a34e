import { eq, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { mintToken } from "@/db/commands/identity/one-time-token";
import { installBuiltIn } from "@/db/commands/shipped/install-built-in";
import { connect } from "@/db/connect";
import { hashPassword } from "@/db/password";
import { addressSafety } from "@/db/schema/address-safety";
import { appointment, appointmentStep, appointmentWish } from "@/db/schema/appointments";
import { assessment, assessmentAnswer, assessmentFlag, assessmentScore } from "@/db/schema/assessments";
import { auditEntry } from "@/db/schema/audit";
import { client, consent, couple } from "@/db/schema/clients";
import { connectionCheck, connectionSummary } from "@/db/schema/connection";
import { coupleRelease, shareDecision } from "@/db/schema/couples";
import { dimensionRelease } from "@/db/schema/dimension-release";
import { attemptRating, attemptSeen, distanceMove, exerciseAttempt } from "@/db/schema/exercises";
import { chartNote, chartNoteStep, goal, goalStep } from "@/db/schema/goals";
import { account, oneTimeLink, practice, supervision } from "@/db/schema/identity";
import { practiceReading } from "@/db/schema/learn";
import { message } from "@/db/schema/messages";
import { noteVersion, sessionNote } from "@/db/schema/notes";
import { enrolment, enrolmentDecision } from "@/db/schema/protocol";
import { safetyDecision, safetyEvent, safetyEventStep, safetyScreen } from "@/db/schema/safety";
import { safetyCheck, safetyCheckMember, stopChoice } from "@/db/schema/safety-check";
import { swapRequest } from "@/db/schema/swap-requests";
import { type Scope, withScope } from "@/db/scope";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import type { SystemActor } from "@/lib/actor";
import { builtInProtocol } from "@/lib/protocol/built-in";
import { versionIdOf } from "./built-in-ids";
import { sampleHistory } from "./history";
import { practiceId } from "./personas";
import type { Seed } from "./seed-writer";

type SeedSettings = { databaseUrl: string; sealKeys: string; today: Date };

/** What the next tables point at comes first. Answers go in before their sittings are submitted, because they freeze then. */
const people = [practice, account, client, addressSafety, couple, supervision, oneTimeLink, consent] as const;
const histories = [
  enrolment,
  enrolmentDecision,
  swapRequest,
  connectionCheck,
  connectionSummary,
  assessment,
  assessmentAnswer,
  assessmentScore,
  assessmentFlag,
  safetyCheck,
  safetyCheckMember,
  safetyScreen,
  safetyDecision,
  safetyEvent,
  safetyEventStep,
  stopChoice,
  exerciseAttempt,
  attemptRating,
  attemptSeen,
  distanceMove,
  message,
  practiceReading,
  dimensionRelease,
  shareDecision,
  coupleRelease,
  appointment,
  appointmentStep,
  appointmentWish,
  sessionNote,
  noteVersion,
  goal,
  goalStep,
  chartNote,
  chartNoteStep,
  auditEntry,
] as const;

/**
 * Writes the sample practice, in one transaction: the same people with the same histories, counted back from `today`.
 * Everybody shares one password that nobody ever saw; they sign in by the sample's own door.
 */
export async function seedSample({ databaseUrl, sealKeys, today }: SeedSettings): Promise<void> {
  holdKeyRing(readKeyRing(sealKeys));
  const passwordHash = await hashPassword(mintToken());
  const seed = sampleHistory(today, passwordHash, versionIdOf(builtInProtocol.key));
  const listed = new Set<PgTable>([...people, ...histories]);
  if ([...seed.rows.keys()].some((table) => !listed.has(table)))
    throw new Error("A table of the sample is in no list.");
  const pool = connect({ url: databaseUrl, max: 1, onIdleError: () => undefined });
  const system: SystemActor = { kind: "system", role: "system", practiceId };
  try {
    await withScope(pool, system, today, async (scope) => {
      await insertAll(scope, seed, people);
      await installBuiltIn(scope, { idFor: versionIdOf });
      await insertAll(scope, seed, histories);
      await submitAll(scope, seed);
    });
  } finally {
    await pool.end();
  }
}

const chunk = 1_000;

async function insertAll({ tx }: Scope, seed: Seed, tables: readonly PgTable[]): Promise<void> {
  for (const table of tables) {
    const rows = seed.rows.get(table) ?? [];
    for (let i = 0; i < rows.length; i += chunk) await tx.insert(table).values(rows.slice(i, i + chunk));
  }
}

async function submitAll({ tx }: Scope, { submissions }: Seed): Promise<void> {
  const rows = JSON.stringify(submissions.map(({ id, at, localDate }) => ({ id, at, local_date: localDate })));
  await tx
    .update(assessment)
    .set({ submittedAt: sql`done.at`, localDate: sql`done.local_date` })
    .from(sql`jsonb_to_recordset(${rows}::jsonb) as done(id uuid, at timestamptz, local_date date)`)
    .where(sql`${eq(assessment.practiceId, practiceId)} and ${assessment.id} = done.id`);
}
