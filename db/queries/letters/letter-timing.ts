import { type AnyColumn, and, asc, desc, eq, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { letterTiming } from "@/db/schema/letter-timing";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { type LetterTiming, type TimedLetter, usualTiming } from "@/lib/messages/letter-timing";

const chosen = alias(letterTiming, "k");

/** What an account chose last about letters of this group; null where it never did. */
export const newestTiming = (practiceId: AnyColumn | SQL, accountId: AnyColumn | SQL, group: TimedLetter) =>
  qualified<LetterTiming | null>`(select ${chosen.timing} from ${letterTiming} ${chosen} where ${chosen.practiceId} = ${practiceId}
    and ${chosen.accountId} = ${accountId} and ${chosen.about} = ${group} order by ${chosen.chosenAt} desc limit 1)`;

export type OwnTimings = { timings: Record<TimedLetter, LetterTiming>; newestAt: Date | null };

/** What the person who asks has chosen, and what is usual where they have not. */
export const getOwnTimings = (scope: Scope<StaffActor>): Promise<OwnTimings> => timingsOf(scope, scope.actor.accountId);

/** The same of an account that the caller has looked up. */
export async function timingsOf({ actor, tx }: Scope, accountId: string): Promise<OwnTimings> {
  const rows = await tx
    .selectDistinctOn([letterTiming.about], {
      about: letterTiming.about,
      timing: letterTiming.timing,
      chosenAt: letterTiming.chosenAt,
    })
    .from(letterTiming)
    .where(and(eq(letterTiming.practiceId, actor.practiceId), eq(letterTiming.accountId, accountId)))
    .orderBy(asc(letterTiming.about), desc(letterTiming.chosenAt));
  const timings = { ...usualTiming };
  for (const { about, timing } of rows) timings[about] = timing;
  const instants = rows.map(({ chosenAt }) => chosenAt.getTime());
  return { timings, newestAt: instants.length > 0 ? new Date(Math.max(...instants)) : null };
}
