import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Pool } from "pg";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { clearGate } from "@/db/commands/safety/decide-gate";
import { assessment, assessmentScore, instrumentVersion } from "@/db/schema/assessments";
import { couple } from "@/db/schema/clients";
import { outboxLetter } from "@/db/schema/outbox";
import { safetyScreen } from "@/db/schema/safety";
import { type Scope, withScope } from "@/db/scope";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { getSharedClass } from "@/db/testing/shared-class";
import { talkedAlone } from "@/db/testing/talked-alone";
import type { Actor, ClientActor } from "@/lib/actor";
import type { ExposureLevel } from "@/lib/exercises/exercise";
import { isShared } from "@/lib/exercises/offered-form";

/** A practice with one client, and what tests about safety do to them. */
export function safetyGround(pool: Pool) {
  const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
  const week = 7 * 24 * 60;
  const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
    withScope(pool, actor, now, run);
  const reason = "We talked alone for half an hour and she feels safe.";

  async function home() {
    const practice = await mintPractice(pool);
    const client = await mintClient(pool, practice);
    return { ...practice, practice, client };
  }

  /** A screen that asked for nothing, and the clinician's clearance after it. */
  async function answered(
    practice: MintedPractice,
    client: ClientActor,
    outcome: "clear" | "concern" | "stop",
    at = testNow,
  ) {
    const { assessmentId } = await as(practice.therapist, (scope) => askSafetyCheck(scope, client), at);
    await as(
      practice.system,
      async ({ tx }) => {
        await tx.insert(safetyScreen).values({
          practiceId: practice.practiceId,
          id: assessmentId,
          clientId: client.clientId,
          outcome,
          answeredAt: at,
        });
        await tx.update(assessment).set({ submittedAt: at }).where(eq(assessment.id, assessmentId));
      },
      at,
    );
  }

  async function cleared(practice: MintedPractice, client: ClientActor) {
    await answered(practice, client, "clear");
    await as(practice.therapist, (scope) => clearGate(scope, { clientId: client.clientId, reason, talk: talkedAlone }));
  }

  const link = (practice: MintedPractice, first: ClientActor, second: ClientActor) =>
    as(practice.system, ({ tx }) =>
      tx.insert(couple).values({
        practiceId: practice.practiceId,
        id: randomUUID(),
        firstClientId: first.clientId,
        secondClientId: second.clientId,
        linkedBy: practice.therapist.accountId,
        linkedAt: testNow,
        leadId: practice.therapist.accountId,
        zone: "Europe/London",
        drawnCheckOn: "2027-01-18",
      }),
    );

  /** A submitted Five Dimensions with one scale, as the caseload and the overview read it. */
  async function submitDimensions(practice: MintedPractice, { clientId }: ClientActor): Promise<void> {
    const { practiceId } = practice;
    await as(practice.system, async ({ tx }) => {
      const [sitting] = await tx
        .select({ id: assessment.id, instrumentVersionId: assessment.instrumentVersionId })
        .from(assessment)
        .innerJoin(instrumentVersion, eq(instrumentVersion.id, assessment.instrumentVersionId))
        .where(and(eq(assessment.clientId, clientId), eq(instrumentVersion.key, "five-dimensions")))
        .limit(1);
      if (!sitting) throw new Error("The protocol assigns the Five Dimensions.");
      await tx
        .update(assessment)
        .set({ submittedAt: testNow, localDate: "2026-11-23" })
        .where(eq(assessment.id, sitting.id));
      for (const form of ["now", "wished"] as const) {
        await tx.insert(assessmentScore).values({
          practiceId,
          id: randomUUID(),
          assessmentId: sitting.id,
          form,
          scaleKey: "emotional",
          status: "scored",
          score: 40,
          answered: 6,
          items: 6,
          instrumentVersionId: sitting.instrumentVersionId,
        });
      }
    });
  }

  const letters = (practice: MintedPractice) =>
    as(practice.system, ({ tx }) =>
      tx
        .select({ accountId: outboxLetter.accountId, kind: outboxLetter.aboutKind, id: outboxLetter.aboutId })
        .from(outboxLetter),
    );

  /** In which form an exercise of this exposure level is offered: with the partner, or as an own step. */
  const tries = async (client: ClientActor, exposureLevel: ExposureLevel, at = testNow) => {
    const shared = await as(client, (scope) => getSharedClass(scope, client.clientId), at);
    return isShared(shared, exposureLevel) ? "shared" : "own";
  };

  return { later, week, as, reason, home, answered, cleared, link, submitDimensions, letters, tries };
}
