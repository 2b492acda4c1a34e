import { type AnyColumn, and, desc, eq, sql } from "drizzle-orm";
import { addressSafety } from "@/db/schema/address-safety";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import { wantsNoLetters } from "./letters";

/**
 * Whether letters may go to this account's address: a client's once they called it safe in a talk, and only the very
 * address that was talked about. Nobody on the staff is asked: that address is the practice's business.
 */
export const isSafeAddress = (practiceId: string, accountId: string | AnyColumn) =>
  sql<boolean>`coalesce((select a.role <> 'client' or coalesce((select s.answer = 'safe'
      and s.address_hash = sha256(convert_to(lower(a.email), 'UTF8'))
      from ${addressSafety} s where s.practice_id = a.practice_id and s.account_id = a.id
      order by s.said_at desc limit 1), false)
    from ${account} a where a.practice_id = ${practiceId} and a.id = ${accountId}), false)`;

/** Whether nobody has asked a client about the address that stands: neither safe nor unsafe was said of it. */
export const isUnaskedAddress = (practiceId: string, accountId: string | AnyColumn) =>
  sql<boolean>`coalesce((select not coalesce((select s.answer <> 'unknown'
      and s.address_hash = sha256(convert_to(lower(a.email), 'UTF8'))
      from ${addressSafety} s where s.practice_id = a.practice_id and s.account_id = a.id
      order by s.said_at desc limit 1), false)
    from ${account} a where a.practice_id = ${practiceId} and a.id = ${accountId}), false)`;

/** `now` where no letter goes to this account, because it may not or is not wanted; else null. */
export const noLettersTo = (practiceId: string, accountId: string | AnyColumn, now: Date) =>
  sql<Date | null>`(case when not ${isSafeAddress(practiceId, accountId)} then ${now.toISOString()}::timestamptz
    else ${wantsNoLetters(practiceId, accountId, now)} end)`;

/** The same for a link that somebody asked for, or is invited with: a choice about letters does not hold it back. */
export const noLinkTo = (practiceId: string, accountId: string | AnyColumn, now: Date) =>
  sql<Date | null>`(case when not ${isSafeAddress(practiceId, accountId)} then ${now.toISOString()}::timestamptz end)`;

/** The same for one account, inside a transaction that is about it. */
export async function mayWriteTo({ actor, tx }: Pick<Scope, "actor" | "tx">, accountId: string): Promise<boolean> {
  const [row] = await tx
    .select({ isSafe: isSafeAddress(actor.practiceId, accountId) })
    .from(account)
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, accountId)));
  return row?.isSafe ?? false;
}

export type AddressAnswer = { answer: "safe" | "unsafe" | "unknown"; by: string; at: Date };

/** What a client within reach said about being written to, newest first. */
export async function addressAnswers(scope: Scope<StaffActor>, clientId: string): Promise<AddressAnswer[]> {
  authorize(scope.actor, "clients.read");
  return scope.tx
    .select({ answer: addressSafety.answer, by: account.name, at: addressSafety.saidAt })
    .from(addressSafety)
    .innerJoin(
      client,
      and(eq(client.practiceId, addressSafety.practiceId), eq(client.accountId, addressSafety.accountId)),
    )
    .innerJoin(account, and(eq(account.practiceId, addressSafety.practiceId), eq(account.id, addressSafety.saidTo)))
    .where(and(visibleClients(scope), eq(client.id, clientId)))
    .orderBy(desc(addressSafety.saidAt))
    .limit(10);
}
