import { and, asc, eq, ne } from "drizzle-orm";
import { countsFrom, isNewestEnrolment } from "@/db/queries/protocol/enrolment";
import { newestReleased } from "@/db/queries/protocol/own-path";
import { client } from "@/db/schema/clients";
import { connectionCheck } from "@/db/schema/connection";
import { exerciseAttempt } from "@/db/schema/exercises";
import { enrolment } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { pointsOf } from "@/lib/assessments/score-set";
import { atOnce } from "@/lib/at-once";
import { isDimensionItem, type ShareItem } from "@/lib/couples/share-items";
import {
  finishedWeeks,
  isWhole,
  nothingShared,
  practisedWeeks,
  type SharedView,
  type SharedWeek,
  scoreRows,
} from "@/lib/couples/shared-scores";
import { localDate } from "@/lib/time/zone";

/**
 * The view of one person's items, for the person or for the partner. The caller has found the link, that its gate is
 * clear, and that these items are shared; what is not shared is not read. Dimensions are the sitting that the therapist released to the person: a
 * partner never sees a score before its owner may. Weeks end by `zone`, that of the couple: the owner's own is nobody's business.
 */
export async function sharedViewOf(
  scope: Scope<ClientActor>,
  clientId: string,
  items: readonly ShareItem[],
  zone: string,
): Promise<SharedView> {
  if (items.length === 0) return nothingShared;
  const { actor, tx, now } = scope;
  const { people, released, checks, practised } = await atOnce({
    people: tx
      .select({ startDate: countsFrom })
      .from(client)
      .innerJoin(enrolment, isNewestEnrolment)
      .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId))),
    released: items.some(isDimensionItem) ? newestReleased(scope, clientId) : null,
    checks: items.includes("connection-weeks") ? checksOf(scope, clientId) : [],
    practised: items.includes("practice-days") ? practisedOn(scope, clientId) : [],
  });
  const [person] = people;
  const today = localDate(now, zone);
  const exact = released ? scoreRows(released.scores, items).filter(isWhole) : [];
  const rows = exact.map((row) => ({ dimension: row.dimension, ...pointsOf(row) }));
  return {
    connection:
      person && items.includes("connection-weeks") ? drawn(finishedWeeks(checks, person.startDate, today)) : [],
    practice: person && items.includes("practice-days") ? practisedWeeks(practised, person.startDate, today) : [],
    dimensions: released && rows.length > 0 ? { date: released.date, rows } : null,
  };
}

/** Weeks without a single check draw nothing. */
const drawn = (weeks: SharedWeek[]): SharedWeek[] => (weeks.some(({ score }) => score !== null) ? weeks : []);

/** Scores and days alone. */
export async function checksOf({ actor, tx }: Scope, clientId: string) {
  return tx
    .select({ date: connectionCheck.localDate, value: connectionCheck.score })
    .from(connectionCheck)
    .where(and(eq(connectionCheck.practiceId, actor.practiceId), eq(connectionCheck.clientId, clientId)))
    .orderBy(asc(connectionCheck.recordedAt));
}

async function practisedOn({ actor, tx }: Scope, clientId: string): Promise<string[]> {
  const rows = await tx
    .select({ date: exerciseAttempt.localDate })
    .from(exerciseAttempt)
    .where(
      and(
        eq(exerciseAttempt.practiceId, actor.practiceId),
        eq(exerciseAttempt.clientId, clientId),
        ne(exerciseAttempt.outcome, "skipped"),
      ),
    );
  return rows.map(({ date }) => date);
}
