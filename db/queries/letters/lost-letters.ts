import { and, asc, desc, eq, gt, ne, notExists, notInArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { type DeliveryStatus, deliveryStatus } from "@/lib/messages/delivery-status";
import { type LetterKind, ownBusiness } from "@/lib/messages/letter-kinds";
import { authorize } from "@/lib/policy";
import { noLettersTo } from "./address-safety";

const letter = alias(outboxLetter, "later");

/** Looked back for this many days (ours): whoever has not come by then is asked in person. */
const DAYS_BACK = 30;
const MOST_SHOWN = 20;

const again = alias(outboxLetter, "again");

type LostStatus = Extract<DeliveryStatus, "again-soon" | "bounced" | "unsure" | "given-up">;

export type LostLetter = { id: string; kind: LetterKind; createdAt: Date; standing: LostStatus };

/**
 * Letters to a client within reach of which nobody can say that they arrived, newest first. None for who wants no letters,
 * and none that was sent again since. A new password is nobody else's business, and a
 * reminder whose hour is over is nobody's.
 */
export async function listLostLetters(scope: Scope<StaffActor>, clientId: string): Promise<LostLetter[]> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.read");
  const rows = await tx
    .select({ ...letterFacts, id: outboxLetter.id, kind: outboxLetter.aboutKind })
    .from(outboxLetter)
    .innerJoin(
      client,
      and(eq(client.practiceId, outboxLetter.practiceId), eq(client.accountId, outboxLetter.accountId)),
    )
    .where(
      and(
        visibleClients(scope),
        eq(client.id, clientId),
        notVouchedFor(now),
        sql`${noLettersTo(actor.practiceId, client.accountId, now)} is null`,
        notInArray(outboxLetter.aboutKind, [...ownBusiness]),
        notExists(
          tx
            .select({ id: again.id })
            .from(again)
            .where(
              and(
                eq(again.practiceId, outboxLetter.practiceId),
                eq(again.accountId, outboxLetter.accountId),
                eq(again.aboutKind, "again"),
                eq(again.aboutId, outboxLetter.id),
              ),
            ),
        ),
      ),
    )
    .orderBy(desc(outboxLetter.createdAt), asc(outboxLetter.aboutKind))
    .limit(MOST_SHOWN);
  return rows.flatMap(({ id, kind, ...facts }) => {
    const standing = deliveryStatus(facts, now);
    return isLost(standing) ? { id, kind, createdAt: facts.createdAt, standing } : [];
  });
}

/** When the newest lost letter to each colleague was written. Nobody is named to whom a later one went out. */
export async function lostToStaff({ actor, tx, now }: Scope<StaffActor>): Promise<Map<string, Date>> {
  authorize(actor, "practice.settings");
  const rows = await tx
    .select({ ...letterFacts, accountId: outboxLetter.accountId })
    .from(outboxLetter)
    .innerJoin(account, and(eq(account.practiceId, outboxLetter.practiceId), eq(account.id, outboxLetter.accountId)))
    .where(
      and(
        eq(outboxLetter.practiceId, actor.practiceId),
        ne(account.role, "client"),
        notVouchedFor(now),
        qualified`not exists (select 1 from ${outboxLetter} ${letter} where ${letter.practiceId} = ${outboxLetter.practiceId}
          and ${letter.accountId} = ${outboxLetter.accountId} and ${letter.sentAt} > ${outboxLetter.createdAt} and ${letter.bouncedAt} is null)`,
      ),
    )
    .orderBy(asc(outboxLetter.createdAt));
  return new Map(
    rows.flatMap(({ accountId, ...facts }) =>
      isLost(deliveryStatus(facts, now)) ? [[accountId, facts.createdAt] as const] : [],
    ),
  );
}

const isLost = (standing: DeliveryStatus): standing is LostStatus =>
  ["again-soon", "bounced", "unsure", "given-up"].includes(standing);

/** Written lately, come back or never known to be taken, and still meant: `deliveryStatus` says what became of it. */
const notVouchedFor = (now: Date) =>
  and(
    gt(outboxLetter.createdAt, new Date(now.getTime() - DAYS_BACK * 86_400_000)),
    sql`(${outboxLetter.bouncedAt} is not null or (${outboxLetter.sentAt} is null
      and (${outboxLetter.setAsideAt} is null or ${outboxLetter.handedOverAt} is not null)))`,
  );

export const letterFacts = {
  createdAt: outboxLetter.createdAt,
  tries: outboxLetter.tries,
  claimEndsAt: outboxLetter.claimEndsAt,
  handedOverAt: outboxLetter.handedOverAt,
  sentAt: outboxLetter.sentAt,
  setAsideAt: outboxLetter.setAsideAt,
  bouncedAt: outboxLetter.bouncedAt,
};
