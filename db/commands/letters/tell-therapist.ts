import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { absence, awayAs, isAway } from "@/db/queries/absence/away";
import { hasAccess } from "@/db/queries/clients/has-access";
import { newestTiming } from "@/db/queries/letters/letter-timing";
import { isUntold } from "@/db/queries/safety/escalation-order";
import { NotFound } from "@/lib/errors";
import { kindOf, type LetterGroup, type LetterTiming, letterDueAt, usualTiming } from "@/lib/messages/letter-timing";
import { client } from "../../schema/clients";
import { account } from "../../schema/identity";
import type { Scope } from "../../scope";
import { queueLetter } from "./queue-letter";

const standIn = alias(account, "stand_in");
const reader = alias(account, "reader");

export type Reader = { accountId: string; zone: string; timing: LetterTiming };

/**
 * Who reads what a client writes now, and how soon they want to be told: the therapist, or while they are away the
 * colleague who stands in. `leadId`: of two it is who leads them, where that is nobody’s therapist; whoever stands in for a lead
 * reads neither of the two by it.
 */
export async function readerOf(
  { actor, tx, now }: Scope,
  clientId: string,
  group: LetterGroup,
  leadId: string | null = null,
): Promise<Reader> {
  const here = sql`${standIn.practiceId}`;
  const stands = qualified`(select ${standIn.id} from ${account} ${standIn} where ${standIn.practiceId} = ${absence.practiceId} and ${standIn.id} = ${absence.coverId}
    and ${hasAccess(here, sql`${standIn.id}`)} and not ${isAway(here, sql`${standIn.id}`, now)} and not ${isUntold(sql`${standIn.id}`)})`;
  const whom = leadId
    ? sql`${leadId}::uuid`
    : sql`coalesce(${awayAs(client.practiceId, client.therapistId, now, stands)}, ${client.therapistId})`;
  const [row] = await tx
    .select({
      accountId: reader.id,
      zone: reader.zone,
      timing: newestTiming(reader.practiceId, reader.id, group),
    })
    .from(client)
    .innerJoin(reader, and(eq(reader.practiceId, client.practiceId), eq(reader.id, whom)))
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  return { ...row, timing: row.timing ?? usualTiming[group] };
}

type News = { id: string; clientId: string; group: LetterGroup; arrivesAt: Date };

/** A letter to whoever reads the client, once about one thing, and when they want it. */
export async function tellReader(scope: Scope, { id, group, arrivesAt }: News, to: Reader): Promise<void> {
  const dueAt = letterDueAt(to.timing, arrivesAt, to.zone);
  if (dueAt) await queueLetter(scope, { accountId: to.accountId, about: { kind: kindOf(group), id }, dueAt });
}

/** The same for what needs no look at what waits already. */
export async function tellTherapist(scope: Scope, news: News): Promise<void> {
  await tellReader(scope, news, await readerOf(scope, news.clientId, news.group));
}
