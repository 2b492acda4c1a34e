import { and, asc, eq } from "drizzle-orm";
import type { Pool } from "pg";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { getCheck } from "@/db/queries/safety/check-card";
import { outboxLetter } from "@/db/schema/outbox";
import { safetyEvent, safetyScreen } from "@/db/schema/safety";
import { type Scope, withScope } from "@/db/scope";
import { checkSteps } from "@/db/testing/check";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { Actor } from "@/lib/actor";

const reason = "We talked alone for half an hour about what was said.";

/** A practice with one client who is asked the safety questions, and what can be seen of it. */
export function checkGround(pool: Pool) {
  const check = checkSteps(pool);
  const at = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
  const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
    withScope(pool, actor, now, run);

  async function home() {
    const minted = await mintPractice(pool);
    const person = await mintClient(pool, minted);
    const { assessmentId } = await as(minted.therapist, (scope) => askSafetyCheck(scope, person));
    const { practiceId, system, therapist } = minted;
    const { clientId } = person;
    const screens = () =>
      as(system, ({ tx }) =>
        tx
          .select({
            outcome: safetyScreen.outcome,
            isDraft: safetyScreen.isDraft,
            reportsHarm: safetyScreen.reportsHarm,
            ownHarm: safetyScreen.ownHarm,
          })
          .from(safetyScreen)
          .where(and(eq(safetyScreen.practiceId, practiceId), eq(safetyScreen.assessmentId, assessmentId)))
          .orderBy(asc(safetyScreen.answeredAt)),
      );
    const outcomes = async () =>
      (await screens()).map(({ outcome, isDraft }) => (isDraft ? `${outcome} draft` : outcome));
    const events = () =>
      as(system, ({ tx }) =>
        tx.select({ id: safetyEvent.id }).from(safetyEvent).where(eq(safetyEvent.practiceId, practiceId)),
      );
    const letters = async () =>
      (
        await as(system, ({ tx }) =>
          tx
            .select({ kind: outboxLetter.aboutKind, urgent: outboxLetter.urgent, accountId: outboxLetter.accountId })
            .from(outboxLetter)
            .where(eq(outboxLetter.practiceId, practiceId)),
        )
      ).filter(({ kind }) => kind === "check-words");
    const decide = (now: Date) => as(therapist, (scope) => raiseGate(scope, { clientId, kind: "stop", reason }), now);
    const read = (now = testNow) => as(therapist, (scope) => getCheck(scope, clientId, assessmentId), now);
    const cards = async (now = testNow) => (await as(person, getPortalToday, now)).assessments.map(({ id }) => id);
    return { minted, person, assessmentId, screens, outcomes, events, letters, decide, read, cards };
  }

  return { check, at, as, home };
}
