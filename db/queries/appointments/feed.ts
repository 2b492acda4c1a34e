import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { hasAccess } from "@/db/queries/clients/has-access";
import { calendarFeed } from "@/db/schema/appointments";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import type { StaffActor, StaffRole, SystemActor } from "@/lib/actor";
import type { FeedTitles } from "@/lib/appointments/feed";

const newer = alias(calendarFeed, "newer");

const isNewestFeed = qualified`not exists (select 1 from ${calendarFeed} ${newer} where ${newer.practiceId} = ${calendarFeed.practiceId}
  and ${newer.accountId} = ${calendarFeed.accountId} and (${newer.setAt}, ${newer.id}) > (${calendarFeed.setAt}, ${calendarFeed.id}))`;

/** Whose feed an address is of, while it stands and they have access; null for every other, alike. */
export async function feedBy(
  { actor, tx }: Scope<SystemActor>,
  hash: string,
): Promise<{ actor: StaffActor; titles: FeedTitles } | null> {
  const [row] = await tx
    .select({
      id: calendarFeed.id,
      titles: calendarFeed.titles,
      accountId: account.id,
      role: account.role,
      name: account.name,
      zone: account.zone,
    })
    .from(calendarFeed)
    .innerJoin(account, and(eq(account.practiceId, calendarFeed.practiceId), eq(account.id, calendarFeed.accountId)))
    .where(
      and(
        eq(calendarFeed.practiceId, actor.practiceId),
        eq(calendarFeed.tokenHash, hash),
        isNewestFeed,
        sql`${account.role} <> 'client'`,
        hasAccess(account.practiceId, account.id),
      ),
    );
  if (!row) return null;
  const { id, titles, role, ...person } = row;
  const { practiceId } = actor;
  return { titles, actor: { kind: "staff", practiceId, sessionId: id, role: role as StaffRole, ...person } };
}

export type OwnFeed = { titles: FeedTitles; setAt: Date } | null;

/** The own feed as it stands; its address is kept nowhere. */
export async function getOwnFeed({ actor, tx }: Scope<StaffActor>): Promise<OwnFeed> {
  const [row] = await tx
    .select({ titles: calendarFeed.titles, setAt: calendarFeed.setAt, tokenHash: calendarFeed.tokenHash })
    .from(calendarFeed)
    .where(and(eq(calendarFeed.practiceId, actor.practiceId), eq(calendarFeed.accountId, actor.accountId)))
    .orderBy(desc(calendarFeed.setAt), desc(calendarFeed.id))
    .limit(1);
  return row?.tokenHash ? { titles: row.titles, setAt: row.setAt } : null;
}
