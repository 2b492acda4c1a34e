import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { StaffActor } from "@/lib/domain/actor";
import { type LetterStanding, letterStanding } from "@/lib/domain/messages/letter-standing";
import { authorize } from "@/lib/domain/policy";
import { client } from "../schema/clients";
import { outboxLetter } from "../schema/outbox";
import type { Scope } from "../scope";
import { visibleClients } from "../visibility";
import { wantsNoLetters } from "./letters";

/** Looked back for this many days (ours): whoever has not come by then is asked in person. */
const DAYS_BACK = 30;
const MOST_SHOWN = 20;

export type LostLetter = {
  id: string;
  occasion: string;
  createdAt: Date;
  standing: Extract<LetterStanding, "again-soon" | "unsure" | "given-up">;
};

/**
 * Letters to a client within reach of which nobody can say that they arrived, newest first. None for who wants no letters,
 * and none that was sent again since.
 */
export async function listLostLetters(scope: Scope<StaffActor>, clientId: string): Promise<LostLetter[]> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.read");
  const rows = await tx
    .select({ ...letterFacts, id: outboxLetter.id, occasion: outboxLetter.occasion })
    .from(outboxLetter)
    .innerJoin(
      client,
      and(eq(client.practiceId, outboxLetter.practiceId), eq(client.accountId, outboxLetter.accountId)),
    )
    .where(
      and(
        visibleClients(scope),
        eq(client.id, clientId),
        gt(outboxLetter.createdAt, new Date(now.getTime() - DAYS_BACK * 86_400_000)),
        isNull(outboxLetter.sentAt),
        sql`(${outboxLetter.setAsideAt} is null or ${outboxLetter.handedOverAt} is not null)`,
        sql`${wantsNoLetters(actor.practiceId, client.accountId, now)} is null`,
        sql`not exists (select 1 from ${outboxLetter} o where o.practice_id = ${outboxLetter.practiceId}
          and o.account_id = ${outboxLetter.accountId} and starts_with(o.occasion, 'again:' || ${outboxLetter.id} || ':'))`,
      ),
    )
    .orderBy(desc(outboxLetter.createdAt))
    .limit(MOST_SHOWN);
  return rows.flatMap(({ id, occasion, ...facts }) => {
    const standing = letterStanding(facts, now);
    const isLost = standing === "again-soon" || standing === "unsure" || standing === "given-up";
    return isLost ? { id, occasion, createdAt: facts.createdAt, standing } : [];
  });
}

export const letterFacts = {
  createdAt: outboxLetter.createdAt,
  tries: outboxLetter.tries,
  claimEndsAt: outboxLetter.claimEndsAt,
  handedOverAt: outboxLetter.handedOverAt,
  sentAt: outboxLetter.sentAt,
  setAsideAt: outboxLetter.setAsideAt,
};
