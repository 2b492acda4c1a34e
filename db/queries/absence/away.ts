import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { staffAbsence } from "@/db/schema/absence";
import { account } from "@/db/schema/identity";

const away = alias(account, "away");
/** The absence that `awayAs` says something about. */
export const absence = alias(staffAbsence, "b");
const planned = alias(staffAbsence, "o");
const stood = alias(staffAbsence, "i");
const whoseDays = alias(account, "id");

/** An absence `b` of the account that holds at `now`, by the days of that person's own zone. */
const holds = (practiceId: AnyColumn | SQL, accountId: AnyColumn | SQL, now: Date): SQL =>
  sql`${staffAbsence} ${absence} join ${account} ${away} on ${away.practiceId} = ${absence.practiceId} and ${away.id} = ${absence.accountId}
    where ${absence.practiceId} = ${practiceId} and ${absence.accountId} = ${accountId} and ${absence.endedAt} is null
      and (${now.toISOString()}::timestamptz at time zone ${away.zone})::date between ${absence.fromDay} and ${absence.untilDay}`;

/** Days away that are set and begin within so many days are told beforehand (ours). */
const TOLD_DAYS_BEFORE = 14;

/** The next absence `b` that has not begun, as JSON of what is asked for; null where none begins soon. */
export const comingAs = (practiceId: AnyColumn | SQL, accountId: AnyColumn | SQL, now: Date, facts: SQL): SQL => {
  const today = sql`(${now.toISOString()}::timestamptz at time zone ${away.zone})::date`;
  return qualified`(select ${facts} from ${staffAbsence} ${absence} join ${account} ${away} on ${away.practiceId} = ${absence.practiceId} and ${away.id} = ${absence.accountId}
    where ${absence.practiceId} = ${practiceId} and ${absence.accountId} = ${accountId} and ${absence.endedAt} is null
      and ${absence.fromDay} > ${today} and ${absence.fromDay} <= ${today} + ${TOLD_DAYS_BEFORE}::int order by ${absence.fromDay}, ${absence.setAt} desc limit 1)`;
};

/** Whether somebody is away now. */
export const isAway = (practiceId: AnyColumn | SQL, accountId: AnyColumn | SQL, now: Date): SQL =>
  sql`exists (select 1 from ${holds(practiceId, accountId, now)})`;

/** Whether somebody is away on any of these days, by an absence that was not ended. */
export const isAwayWithin = (practiceId: AnyColumn | SQL, accountId: AnyColumn | SQL, from: SQL, until: SQL): SQL =>
  qualified`exists (select 1 from ${staffAbsence} ${planned} where ${planned.practiceId} = ${practiceId} and ${planned.accountId} = ${accountId}
    and ${planned.endedAt} is null and ${planned.fromDay} <= ${until} and ${planned.untilDay} >= ${from})`;

/** Whether `cover` stands in for the account now. */
export const isCoveredBy = (practiceId: AnyColumn | SQL, accountId: AnyColumn | SQL, cover: string, now: Date): SQL =>
  qualified`exists (select 1 from ${holds(practiceId, accountId, now)} and ${absence.coverId} = ${cover})`;

/** Whether `cover` stood in for the account at an instant that has passed, whatever was set since. */
export const stoodIn = (accountId: AnyColumn, cover: AnyColumn, at: AnyColumn): SQL<boolean> =>
  qualified<boolean>`exists (select 1 from ${staffAbsence} ${stood} join ${account} ${whoseDays} on ${whoseDays.practiceId} = ${stood.practiceId}
    and ${whoseDays.id} = ${stood.accountId} where ${stood.practiceId} = ${accountId.table}.practice_id and ${stood.accountId} = ${accountId}
    and ${stood.coverId} = ${cover} and ${stood.setAt} <= ${at} and (${stood.endedAt} is null or ${stood.endedAt} > ${at})
    and (${at} at time zone ${whoseDays.zone})::date between ${stood.fromDay} and ${stood.untilDay})`;

/** The absence that holds now, as JSON of what is asked for; null for who is there. Of two the one set last counts. */
export const awayAs = (practiceId: AnyColumn | SQL, accountId: AnyColumn | SQL, now: Date, facts: SQL): SQL =>
  qualified`(select ${facts} from ${holds(practiceId, accountId, now)} order by ${absence.setAt} desc limit 1)`;
