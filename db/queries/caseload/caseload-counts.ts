import { type AnyColumn, and, asc, count, eq, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { caseloadRow as row } from "@/db/schema/caseload";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import type { CaseloadView } from "@/lib/caseload/view";
import { inReach, inView, ofClient, orderOf } from "./kept-rows";

const person = alias(account, "a");
const staff = alias(account, "st");

/** More than so many are not counted: nobody looks at three hundred, and a large practice would wait for the number. */
export const MOST_COUNTED = 200;

export type Foremost = { name: string; clientId: string; tier: number; rank: number; nameKey: string };
const nameOf = (
  practiceId: string,
  clientId: AnyColumn,
) => qualified`(select ${person.name} from ${client} join ${account} ${person}
  on ${person.practiceId} = ${client.practiceId} and ${person.id} = ${client.accountId} where ${client.practiceId} = ${practiceId}::uuid and ${client.id} = ${clientId})`;

export type Flag = Exclude<CaseloadView["flag"], "any">;
/** `count` ends at one more than `MOST_COUNTED`. */
export type Counted = { count: number; first: Foremost[] };

/** How many there are within reach, and the names of the first three in the order of need. */
export async function countKept(scope: Scope<StaffActor>, of: Flag): Promise<Counted> {
  const { actor, tx } = scope;
  const some = tx
    .select({
      ...{ clientId: row.clientId, tier: row.tier, rank: row.rank, nameKey: row.nameKey },
      place: sql<number>`row_number() over (order by ${sql.join(orderOf("attention"), sql`, `)})`.as("place"),
    })
    .from(row)
    .where(and(inReach(scope), inView({ phase: "all", state: "all", whose: "all", flag: of })))
    .orderBy(...orderOf("attention").map((column) => asc(column)))
    .limit(MOST_COUNTED + 1)
    .as("some");
  const [found] = await tx
    .select({
      count: count(),
      first: sql<
        Foremost[] | null
      >`jsonb_agg(jsonb_build_object('name', ${nameOf(actor.practiceId, some.clientId)}, 'clientId', ${some.clientId}, 'tier', ${some.tier},
        'rank', ${some.rank}, 'nameKey', ${some.nameKey}) order by ${some.place}) filter (where ${some.place} <= 3)`,
    })
    .from(some);
  return { count: found?.count ?? 0, first: found?.first ?? [] };
}

/** How many there are within reach altogether, in no order. */
export async function countAll(scope: Scope<StaffActor>): Promise<number> {
  const some = scope.tx
    .select({ clientId: row.clientId })
    .from(row)
    .where(inReach(scope))
    .limit(MOST_COUNTED + 1)
    .as("some");
  const [found] = await scope.tx.select({ count: count() }).from(some);
  return found?.count ?? 0;
}

/** Of a row: its client is within reach. One row after another, as in `inReach`. */
const isReached = (scope: Scope<StaffActor>, purpose: "read" | "change") =>
  sql`(${scope.tx
    .select({ one: sql`true` })
    .from(client)
    .where(and(ofClient, visibleClients(scope, purpose)))
    .limit(1)})`;

/** Whether the reader may do something about anybody here, and not look on alone. */
export async function mayChangeAny(scope: Scope<StaffActor>): Promise<boolean> {
  const { actor, tx } = scope;
  const own = actor.role === "owner" ? undefined : eq(row.therapistId, actor.accountId);
  const rows = await tx
    .select({ id: row.id })
    .from(row)
    .where(and(eq(row.practiceId, actor.practiceId), row.isListed, own, isReached(scope, "change")))
    .limit(1);
  return rows.length > 0;
}

/** Whose clients the reader reads, by name. */
export function therapistsWithClients(scope: Scope<StaffActor>): Promise<{ id: string; name: string }[]> {
  const { actor, tx } = scope;
  const some = tx
    .select({ one: sql`1` })
    .from(row)
    .where(
      and(eq(row.practiceId, actor.practiceId), eq(row.therapistId, staff.id), row.isListed, isReached(scope, "read")),
    )
    .limit(1);
  return tx
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(and(eq(staff.practiceId, actor.practiceId), ne(staff.role, "client"), sql`${some} is not null`))
    .orderBy(asc(staff.name));
}
