import {
  type AnyColumn,
  and,
  asc,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  ne,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { readsPartner } from "@/db/couple-reach";
import { qualified } from "@/db/qualified";
import { isCoveredBy } from "@/db/queries/absence/away";
import { caseloadRow as row } from "@/db/schema/caseload";
import { client } from "@/db/schema/clients";
import { account, supervision } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import type { CaseloadMark, CaseloadSort } from "@/lib/caseload/place";
import { type CaseloadView, flagLevels } from "@/lib/caseload/view";
import { keptEdition } from "@/lib/signals/kept-edition";
import { ranksOf } from "@/lib/signals/kinds";

const marked = alias(row, "marked");
const staff = alias(account, "st");

const keyColumn = {
  attention: [row.rank],
  name: [],
  week: [row.weekKey],
  activity: [row.activityKey],
  due: [row.dueKey],
  session: [row.sessionKey],
} satisfies Record<CaseloadSort, AnyColumn[]>;

/** As the index of this order has them. */
export const orderOf = (sort: CaseloadSort): AnyColumn[] => [row.tier, ...keyColumn[sort], row.nameKey, row.clientId];

export const ofClient = and(eq(client.practiceId, row.practiceId), eq(client.id, row.clientId));

/**
 * The rows that the reader may know of, one of each client, and that are still true now. Who is reached is asked of one row
 * after another, in the order of an index: with its limit it cannot become a join that goes over everybody first. What is said
 * of the row's therapist beside it is for the index alone.
 */
export const inReach = (scope: Scope<StaffActor>): SQL | undefined =>
  and(
    eq(row.practiceId, scope.actor.practiceId),
    row.isListed,
    isTrusted(scope),
    withinReached(scope),
    sql`(${scope.tx
      .select({ one: sql`true` })
      .from(client)
      .where(and(ofClient, visibleClients(scope), isOwnSide(scope)))
      .limit(1)})`,
  );

/** Kept by this edition, or by a newer one that was taken back, and still true. Two plain comparisons, which are most rows. */
const isTrusted = ({ now }: Scope<StaffActor>) => and(gte(row.edition, keptEdition), gt(row.goodUntil, now));

/** All others, as spans of the index of old rows: mostly they are few, and the planner can tell it of each by itself. */
const isOld = ({ now }: Scope<StaffActor>) =>
  or(
    lt(row.edition, keptEdition),
    and(eq(row.edition, keptEdition), lte(row.goodUntil, now)),
    and(gt(row.edition, keptEdition), lte(row.goodUntil, now)),
  );

const isOwnSide = (scope: Scope<StaffActor>) =>
  sql`(not (${row.isBoth} or ${row.hasBoth}) or ${row.isBoth} = ${readsPartner(scope)})`;

export function withinReached({ actor, tx, now }: Scope<StaffActor>): SQL | undefined {
  if (actor.role === "owner") return undefined;
  const covered = isCoveredBy(staff.practiceId, staff.id, actor.accountId, now);
  const supervised = exists(
    tx
      .select({ one: sql`1` })
      .from(supervision)
      .where(
        and(
          eq(supervision.practiceId, actor.practiceId),
          eq(supervision.supervisorId, actor.accountId),
          eq(supervision.therapistId, staff.id),
          isNull(supervision.endedAt),
        ),
      ),
  );
  return qualified`${row.therapistId} = any(array(select ${staff.id} from ${account} ${staff} where ${staff.practiceId} = ${actor.practiceId}
    and ${staff.role} <> 'client' and ${or(eq(staff.id, actor.accountId), covered, supervised)}))`;
}

/** The same as `isInView` of lib/caseload/view.ts asks of places. */
export function inView({ phase, state, whose, flag }: Omit<CaseloadView, "q" | "sort" | "columns">): SQL | undefined {
  return and(
    whose === "all" ? undefined : eq(row.therapistId, whose),
    state === "current" ? or(ne(row.stage, "after"), eq(row.level, "risk")) : undefined,
    state === "starting" ? eq(row.stage, "starting") : undefined,
    state === "after" ? eq(row.stage, "after") : undefined,
    phase === "all" ? undefined : eq(row.phase, Number(phase)),
    flag === "letters" ? row.lettersUnasked : undefined,
    flag === "any" || flag === "letters" ? undefined : and(inArray(row.level, [...flagLevels[flag]]), inRanks(flag)),
  );
}

/** The same once more as a span of the index of ranks, where what is looked for stands together. */
function inRanks(flag: keyof typeof flagLevels): SQL {
  const { from, below } = ranksOf(flagLevels[flag]);
  const tier = flag === "needs-you" ? 0 : 1;
  return sql`(${row.tier}, ${row.rank}) >= (${tier}::smallint, ${from}::integer) and (${row.tier}, ${row.rank}) < (1::smallint, ${below}::integer)`;
}

const placeColumns = {
  clientId: row.clientId,
  level: row.level,
  stage: row.stage,
  phase: row.phase,
  lettersUnasked: row.lettersUnasked,
  tier: row.tier,
  rank: row.rank,
  weekKey: row.weekKey,
  activityKey: row.activityKey,
  dueKey: row.dueKey,
  sessionKey: row.sessionKey,
  nameKey: row.nameKey,
};

/** From where a page is read: after or before a mark, or from the top. */
export type From = { way: "after" | "before"; mark: CaseloadMark } | null;

/** The next so many rows of a view in its order, or of those before a mark the nearest, by index. `only`: whom a search found. */
export function keptPlaces(
  scope: Scope<StaffActor>,
  view: CaseloadView,
  { from, only, most }: { from: From; only: readonly string[] | null; most: number },
) {
  const order = orderOf(view.sort);
  const way = from?.way === "before" ? desc : asc;
  return scope.tx
    .select(placeColumns)
    .from(row)
    .where(
      and(
        inReach(scope),
        inView(view),
        only ? inArray(row.clientId, [...only]) : undefined,
        beyond(scope, from, view.sort),
      ),
    )
    .orderBy(...order.map((column) => way(column)))
    .limit(most);
}

function beyond({ actor }: Scope<StaffActor>, from: From, sort: CaseloadSort): SQL | undefined {
  if (!from) return undefined;
  const { tier, key, clientId } = from.mark;
  const name = qualified`(select ${marked.nameKey} from ${row} ${marked} where ${marked.practiceId} = ${actor.practiceId}::uuid
    and ${marked.clientId} = ${clientId}::uuid and not ${marked.isBoth})`;
  const values = [
    sql`${tier}::smallint`,
    ...(sort === "name" ? [] : [sql`${key}::bigint`]),
    name,
    sql`${clientId}::uuid`,
  ];
  const columns = sql.join(orderOf(sort), sql`, `);
  const by = from.way === "after" ? sql`>` : sql`<`;
  return sql`(${columns}) ${by} (${sql.join(values, sql`, `)})`;
}

/** Everybody within reach of whom nothing that is kept is true any more: whoever reads the list works them out. */
export async function oldRows(scope: Scope<StaffActor>): Promise<string[]> {
  const isReached = sql`(${scope.tx
    .select({ one: sql`true` })
    .from(client)
    .where(and(ofClient, visibleClients(scope)))
    .limit(1)})`;
  const rows = await scope.tx
    .select({ clientId: row.clientId })
    .from(row)
    .where(and(eq(row.practiceId, scope.actor.practiceId), sql`not ${row.isBoth}`, isOld(scope), isReached));
  return rows.map(({ clientId }) => clientId);
}
