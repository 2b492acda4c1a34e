import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { staffAbsence } from "@/db/schema/absence";
import { account } from "@/db/schema/identity";

/** An absence `b` of the account that holds at `now`, by the days of that person's own zone. */
const holds = (practiceId: AnyColumn | SQL, accountId: AnyColumn | SQL, now: Date): SQL =>
  sql`${staffAbsence} b join ${account} away on away.practice_id = b.practice_id and away.id = b.account_id
    where b.practice_id = ${practiceId} and b.account_id = ${accountId} and b.ended_at is null
      and (${now.toISOString()}::timestamptz at time zone away.zone)::date between b.from_day and b.until_day`;

/** Whether somebody is away now. */
export const isAway = (practiceId: AnyColumn | SQL, accountId: AnyColumn | SQL, now: Date): SQL =>
  sql`exists (select 1 from ${holds(practiceId, accountId, now)})`;

/** Whether somebody is away on any of these days, by an absence that was not ended. */
export const isAwayWithin = (practiceId: AnyColumn | SQL, accountId: AnyColumn | SQL, from: SQL, until: SQL): SQL =>
  sql`exists (select 1 from ${staffAbsence} o where o.practice_id = ${practiceId} and o.account_id = ${accountId}
    and o.ended_at is null and o.from_day <= ${until} and o.until_day >= ${from})`;

/** Whether `cover` stands in for the account now. */
export const isCoveredBy = (practiceId: AnyColumn | SQL, accountId: AnyColumn | SQL, cover: string, now: Date): SQL =>
  sql`exists (select 1 from ${holds(practiceId, accountId, now)} and b.cover_id = ${cover})`;

/** The absence that holds now, as JSON of what is asked for; null for who is there. Of two the one set last counts. */
export const awayAs = (practiceId: AnyColumn | SQL, accountId: AnyColumn | SQL, now: Date, facts: SQL): SQL =>
  sql`(select ${facts} from ${holds(practiceId, accountId, now)} order by b.set_at desc limit 1)`;
