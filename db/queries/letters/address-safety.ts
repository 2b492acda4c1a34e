import { type AnyColumn, and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { addressSafety } from "@/db/schema/address-safety";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import { wantsNoLetters } from "./letters";

const accountRow = alias(account, "a");
const safety = alias(addressSafety, "s");

/** What was said last about the very address: of another one nothing is known. Of a row of `account`. */
const saidOf = (to: string | AnyColumn | null) =>
  qualified`(select ${safety.answer} from ${addressSafety} ${safety} where ${safety.practiceId} = ${accountRow.practiceId}
    and ${safety.accountId} = ${accountRow.id}
    and ${safety.addressHash} = sha256(convert_to(lower(coalesce(${to}::text, ${accountRow.email})), 'UTF8'))
    order by ${safety.saidAt} desc limit 1)`;

/**
 * Whether letters may go to this account's address, or to the one that is named: a client's once they called it safe in a
 * talk, and only the very address that was talked about. Nobody on the staff is asked: that address is the practice's
 * business.
 */
export const isSafeAddress = (
  practiceId: string,
  accountId: string | AnyColumn,
  to: string | AnyColumn | null = null,
) =>
  qualified<boolean>`coalesce((select ${accountRow.role} <> 'client' or coalesce(${saidOf(to)} = 'safe', false)
    from ${account} ${accountRow} where ${accountRow.practiceId} = ${practiceId} and ${accountRow.id} = ${accountId}), false)`;

/** Whether nobody has asked a client about the address that stands: neither safe nor unsafe was said of it. */
export const isUnaskedAddress = (practiceId: string, accountId: string | AnyColumn) =>
  qualified<boolean>`coalesce((select coalesce(${saidOf(null)}, 'unknown') = 'unknown'
    from ${account} ${accountRow} where ${accountRow.practiceId} = ${practiceId} and ${accountRow.id} = ${accountId}), false)`;

/** `now` where no letter goes to this account, because it may not or is not wanted; else null. */
export const noLettersTo = (
  practiceId: string,
  accountId: string | AnyColumn,
  now: Date,
  to: string | AnyColumn | null = null,
) =>
  sql<Date | null>`(case when not ${isSafeAddress(practiceId, accountId, to)} then ${now.toISOString()}::timestamptz
    else ${wantsNoLetters(practiceId, accountId, now)} end)`;

/** The same for a link that somebody asked for, or is invited with: a choice about letters does not hold it back. */
export const noLinkTo = (
  practiceId: string,
  accountId: string | AnyColumn,
  now: Date,
  to: string | AnyColumn | null = null,
) =>
  sql<Date | null>`(case when not ${isSafeAddress(practiceId, accountId, to)} then ${now.toISOString()}::timestamptz end)`;

/** The same for one account, inside a transaction that is about it. */
export async function mayWriteTo({ actor, tx }: Pick<Scope, "actor" | "tx">, accountId: string): Promise<boolean> {
  const [row] = await tx
    .select({ isSafe: isSafeAddress(actor.practiceId, accountId) })
    .from(account)
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, accountId)));
  return row?.isSafe ?? false;
}

export type AddressAnswer = { answer: "safe" | "unsafe" | "unknown"; by: string; at: Date };

const ownAccount = alias(account, "own");
const isAboutStanding = qualified`${addressSafety.addressHash} = (select sha256(convert_to(lower(${ownAccount.email}), 'UTF8'))
  from ${account} ${ownAccount} where ${ownAccount.practiceId} = ${addressSafety.practiceId} and ${ownAccount.id} = ${addressSafety.accountId})`;

/** What a client within reach said about being written to at the address that stands, newest first. */
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
    .where(and(visibleClients(scope), eq(client.id, clientId), isAboutStanding))
    .orderBy(desc(addressSafety.saidAt))
    .limit(10);
}
