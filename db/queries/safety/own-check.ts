import { and, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { notClosed } from "@/db/queries/assessments/closing";
import { isOwnAndOpened } from "@/db/queries/assessments/own-assessment";
import { getOwnPeople } from "@/db/queries/clients/own-people";
import { assessment, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import { isSafety, versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import type { ClientActor } from "@/lib/actor";
import type { Instrument } from "@/lib/assessments/instrument";
import { questionsOf } from "@/lib/assessments/questions";
import { atOnce } from "@/lib/at-once";
import { firstNameOf } from "@/lib/first-name";
import { wordsAfterCheck, wordsBeforeCheck } from "@/lib/safety/check-words";
import type { OpenedCheck } from "@/lib/safety/opened-check";
import { getOwnHelp } from "./safety-contacts";

/** A card without a last day goes so many days after it was first sent (ours). */
const DAYS_AFTER_SENDING = 4;

/**
 * What stands on a person’s pages to be answered, as a condition on `assessment` and its version. Safety questions stay until
 * their last day, sent or not, so that nothing can be read from it; anything else goes once it is sent.
 */
export function isOnPages(zone: string, now: Date): SQL | undefined {
  const since = new Date(now.getTime() - DAYS_AFTER_SENDING * 86_400_000).toISOString();
  return and(
    notClosed(zone, now),
    or(
      isNull(assessment.submittedAt),
      and(isSafety, or(isNotNull(assessment.expiresOn), sql`${assessment.submittedAt} > ${since}::timestamptz`)),
    ),
  );
}

/** A person’s own card with safety questions, without anything that stands behind its door; null for anything else. */
export async function getOwnCheck(scope: Scope<ClientActor>, id: string): Promise<{ id: string } | "over" | null> {
  const { actor, now, tx } = scope;
  const [card] = await tx
    .select({ id: assessment.id, isThere: sql<boolean>`${isOnPages(actor.zone, now)}` })
    .from(assessment)
    .innerJoin(client, and(eq(client.practiceId, assessment.practiceId), eq(client.id, assessment.clientId)))
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(and(isOwnAndOpened(scope, id), isSafety));
  if (!card) return null;
  return card.isThere ? { id: card.id } : "over";
}

/** What stands behind the door, for somebody who has said that they are alone. The door itself is not asked again. */
export async function getOpenedCheck(
  scope: Scope<ClientActor>,
  sittingId: string,
  instrument: Instrument,
): Promise<OpenedCheck> {
  const { people, help } = await atOnce({ people: getOwnPeople(scope), help: getOwnHelp(scope) });
  const first = firstNameOf(people.therapistName);
  return {
    sittingId,
    questions: questionsOf(instrument).filter(({ id }) => id !== "private"),
    before: wordsBeforeCheck(first),
    after: wordsAfterCheck(first),
    help,
  };
}
