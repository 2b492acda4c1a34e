import { type AnyColumn, and, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { letterChoice } from "@/db/schema/outbox";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";

const choice = alias(letterChoice, "k");

/** `now` where this person said that they want no letters, else null: the moment at which a letter is set aside. */
export const wantsNoLetters = (practiceId: string, accountId: string | AnyColumn, now: Date) =>
  qualified<Date | null>`(select case when ${choice.wantsLetters} then null else ${now.toISOString()}::timestamptz end
    from ${letterChoice} ${choice} where ${choice.practiceId} = ${practiceId} and ${choice.accountId} = ${accountId}
    order by ${choice.chosenAt} desc limit 1)`;

/** Whether the person who asks gets letters. They do until they say no. */
export async function ownLetters(scope: Scope<ClientActor>): Promise<boolean> {
  authorize(scope.actor, "portal.use");
  return (await newestChoice(scope))?.wants ?? true;
}

/** What they chose last, and when. */
export const newestChoice = (scope: Scope<ClientActor>) => newestChoiceOf(scope, scope.actor.accountId);

/** The same of an account that the caller has looked up. */
export async function newestChoiceOf({ actor, tx }: Scope, accountId: string) {
  const [row] = await tx
    .select({ wants: letterChoice.wantsLetters, chosenAt: letterChoice.chosenAt })
    .from(letterChoice)
    .where(and(eq(letterChoice.practiceId, actor.practiceId), eq(letterChoice.accountId, accountId)))
    .orderBy(desc(letterChoice.chosenAt))
    .limit(1);
  return row;
}
