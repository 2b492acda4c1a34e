import { and, eq, exists, ne, not, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Pool } from "pg";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { qualified } from "@/db/qualified";
import { isAway } from "@/db/queries/absence/away";
import { hasAccess } from "@/db/queries/clients/has-access";
import { newestTiming } from "@/db/queries/letters/letter-timing";
import { weekCountsOf } from "@/db/queries/letters/week-counts";
import { workingHours } from "@/db/schema/absence";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { type Scope, withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { workingHoursSchema } from "@/lib/identity/working-hours";
import { usualTiming } from "@/lib/messages/letter-timing";
import { isQuietWeek, weekLetterDay } from "@/lib/messages/week-letter";
import { oneByOne } from "./one-by-one";

const set = alias(workingHours, "h");

/**
 * As somebody's week begins, one letter that says how much waits for them. None for who wants none, is away, or has nothing to
 * read. Done twice, or by two workers at once, it writes once.
 */
export async function writeWeekLetters(pool: Pool, actor: SystemActor, now: Date): Promise<number> {
  const readers = await withScope(pool, actor, now, readersOf);
  let written = 0;
  await oneByOne(
    readers.flatMap(({ accountId, hours, zone }) => {
      const read = workingHoursSchema.safeParse(hours);
      const on = weekLetterDay(read.success ? read.data : null, now, zone);
      return on ? [{ accountId, on }] : [];
    }),
    ({ accountId, on }) =>
      withScope(pool, actor, now, async (scope) => {
        if (isQuietWeek(await weekCountsOf(scope, accountId))) return;
        const queued = await queueLetter(scope, { accountId, about: { kind: "week", id: accountId, on } });
        if (queued === "queued") written += 1;
      }),
  );
  return written;
}

/** Everybody who treats somebody, is there and has not switched the letter off. */
function readersOf({ actor, tx, now }: Scope<SystemActor>) {
  const treats = tx
    .select({ one: sql`1` })
    .from(client)
    .where(and(eq(client.practiceId, account.practiceId), eq(client.therapistId, account.id)));
  return tx
    .select({
      accountId: account.id,
      zone: account.zone,
      hours: qualified<unknown>`(select ${set.hours} from ${workingHours} ${set} where ${set.practiceId} = ${account.practiceId}
        and ${set.accountId} = ${account.id} order by ${set.setAt} desc limit 1)`,
    })
    .from(account)
    .where(
      and(
        eq(account.practiceId, actor.practiceId),
        ne(account.role, "client"),
        hasAccess(account.practiceId, account.id),
        exists(treats),
        not(isAway(account.practiceId, account.id, now)),
        sql`coalesce(${newestTiming(account.practiceId, account.id, "week")}, ${usualTiming.week}) <> 'off'`,
      ),
    )
    .orderBy(account.id);
}
