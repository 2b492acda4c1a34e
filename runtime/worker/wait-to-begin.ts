import { and, eq, isNull, not, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { waitAnotherDay } from "@/db/commands/protocol/begin-weeks";
import { hasAccess } from "@/db/queries/clients/has-access";
import { isGone } from "@/db/queries/clients/standing";
import { isNewestEnrolment } from "@/db/queries/protocol/enrolment";
import { client } from "@/db/schema/clients";
import { enrolment } from "@/db/schema/protocol";
import { withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { oneByOne } from "./one-by-one";

/**
 * Once on each of their days, whoever was to begin and has not arrived gets another day: the weeks wait, and with them all that
 * belongs to them. Done twice, the second finds nothing.
 */
export async function waitToBegin(pool: Pool, actor: SystemActor, now: Date): Promise<number> {
  const today = sql`(${now.toISOString()}::timestamptz at time zone ${client.zone})::date`;
  const waiting = await withScope(pool, actor, now, ({ tx }) =>
    tx
      .select({ id: client.id })
      .from(client)
      .innerJoin(enrolment, isNewestEnrolment)
      .where(
        and(
          eq(client.practiceId, actor.practiceId),
          isNull(enrolment.begunOn),
          sql`coalesce(${enrolment.laidOutFrom}, ${enrolment.startDate}) < ${today}`,
          hasAccess(client.practiceId, client.accountId),
          not(isGone),
        ),
      )
      .orderBy(client.id),
  );
  await oneByOne(waiting, ({ id }) =>
    withScope(pool, actor, now, async (scope) => {
      await scope.tx
        .select({ id: client.id })
        .from(client)
        .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, id)))
        .for("no key update");
      await waitAnotherDay(scope, id);
    }),
  );
  return waiting.length;
}
