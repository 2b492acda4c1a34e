import { and, desc, eq, isNull, ne, not, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudit } from "@/db/audit";
import { reachesBoth, reachesTwo } from "@/db/couple-reach";
import { qualified } from "@/db/qualified";
import { type ClientHeader, getClientHeader } from "@/db/queries/clients/client-overview";
import { getSharedClassInput } from "@/db/queries/safety/shared-class";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { type CoupleWeek, coupleWeekAt } from "@/lib/couples/couple-week";
import { type SharedSpan, type ShareState, sharedSpans, shareStates } from "@/lib/couples/share-decisions";
import type { ShareItem } from "@/lib/couples/share-items";
import { finishedWeeks, type SharedWeek } from "@/lib/couples/shared-scores";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import {
  type CurrentRelease,
  currentRelease,
  newestSitting,
  type Releasable,
  releasable,
  type Sitting,
} from "./couple-release";
import { isSetAsidePartner } from "./partner-invitation";
import { sharingOf } from "./share-decisions";
import { checksOf } from "./shared-view";

const accountRow = alias(account, "a");
const clientRow = alias(client, "c");

export type CouplePerson = {
  header: ClientHeader;
  /** What the partner may see in this practice week, what changes with the next, and the ledger it comes from. */
  shares: ShareItem[];
  states: ShareState[];
  ledger: SharedSpan[];
  /** Nothing of these two is read while joint steps are closed. */
  sitting: Sitting | null;
  weeks: SharedWeek[];
};

export type CoupleView = {
  id: string;
  linkedAt: Date;
  linkedBy: string;
  isOpen: boolean;
  /** When decisions about sharing count next. */
  changesAt: Date;
  first: CouplePerson;
  second: CouplePerson;
  /** What a release made now would show; null while there is nothing. */
  releasable: Releasable | null;
  release: CurrentRelease | null;
  mayChange: boolean;
};

/** Two clients side by side, for staff who reach both; for anybody else there is no such couple. Reading it is recorded. */
export async function getCouple(scope: Scope<StaffActor>, coupleId: string): Promise<CoupleView> {
  const { actor, tx } = scope;
  authorize(actor, "clients.read");
  const [row] = await tx
    .select({
      id: couple.id,
      firstClientId: couple.firstClientId,
      secondClientId: couple.secondClientId,
      linkedAt: couple.linkedAt,
      linkedBy: account.name,
      mayChange: sql<boolean>`(${reachesBoth(scope, "change")})`,
    })
    .from(couple)
    .innerJoin(account, and(eq(account.practiceId, couple.practiceId), eq(account.id, couple.linkedBy)))
    .where(and(reachesBoth(scope), eq(couple.id, coupleId)));
  if (!row) throw new NotFound();
  const { firstClientId, secondClientId, ...rest } = row;
  const week = coupleWeekAt(await getSharedClassInput(scope, firstClientId), scope.now);
  const { isOpen, changesAt } = week;
  const first = await personOf(scope, coupleId, firstClientId, week);
  const second = await personOf(scope, coupleId, secondClientId, week);
  for (const clientId of [firstClientId, secondClientId])
    await recordAudit(scope, "couples.chart-read", { id: coupleId, clientId });
  return {
    ...rest,
    isOpen,
    changesAt,
    first,
    second,
    releasable: isOpen ? releasable(first, second) : null,
    release: await currentRelease(scope, coupleId),
  };
}

async function personOf(
  scope: Scope<StaffActor>,
  coupleId: string,
  clientId: string,
  { isOpen, began, zone }: CoupleWeek,
): Promise<CouplePerson> {
  const header = await getClientHeader(scope, clientId);
  const startDate = header.enrolment?.startDate;
  const today = localDate(scope.now, zone);
  const { decisions, items } = await sharingOf(scope, { coupleId, clientId, began });
  return {
    header,
    shares: items,
    states: shareStates(decisions, began),
    ledger: sharedSpans(decisions),
    sitting: isOpen ? await newestSitting(scope, clientId) : null,
    weeks: isOpen && startDate ? finishedWeeks(await checksOf(scope, clientId), startDate, today) : [],
  };
}

export type LinkChoices = {
  /** The standing link, when the caller reaches both people. */
  couple: { id: string; partnerName: string; linkedAt: Date; linkedBy: string } | null;
  /** Links of this person that ended, newest first. */
  ended: { id: string; partnerName: string; linkedAt: Date; endedAt: Date; endedBy: string }[];
  /** Whom this person could be linked with: clients for whom the caller is responsible and who have no link. */
  people: { id: string; name: string }[];
};

/** For the record of a client: the link, those before it, and who could be linked. */
export async function getLinkChoices(scope: Scope<StaffActor>, clientId: string): Promise<LinkChoices> {
  const { actor, tx } = scope;
  authorize(actor, "clients.read");
  const [reached] = await tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!reached) throw new NotFound();
  const mine = or(eq(couple.firstClientId, clientId), eq(couple.secondClientId, clientId));
  const partnerName = qualified<string>`(select ${accountRow.name} from ${client} ${clientRow} join ${account} ${accountRow}
    on ${accountRow.practiceId} = ${clientRow.practiceId} and ${accountRow.id} = ${clientRow.accountId} where ${clientRow.practiceId} = ${couple.practiceId}
      and ${clientRow.id} in (${couple.firstClientId}, ${couple.secondClientId}) and ${clientRow.id} <> ${clientId})`;
  const [standing] = await tx
    .select({ id: couple.id, partnerName, linkedAt: couple.linkedAt, linkedBy: account.name })
    .from(couple)
    .innerJoin(account, and(eq(account.practiceId, couple.practiceId), eq(account.id, couple.linkedBy)))
    .where(and(reachesBoth(scope), mine));
  const ended = await tx
    .select({
      id: couple.id,
      partnerName,
      linkedAt: couple.linkedAt,
      endedAt: sql<Date>`${couple.endedAt}`.mapWith(couple.endedAt),
      endedBy: account.name,
    })
    .from(couple)
    .innerJoin(account, and(eq(account.practiceId, couple.practiceId), eq(account.id, couple.endedBy)))
    .where(and(reachesTwo(scope), mine))
    .orderBy(desc(couple.endedAt));
  return { couple: standing ?? null, ended, people: await linkable(scope, clientId) };
}

async function linkable(scope: Scope<StaffActor>, clientId: string): Promise<{ id: string; name: string }[]> {
  const linked = scope.tx
    .select({ id: couple.id })
    .from(couple)
    .where(
      and(
        eq(couple.practiceId, client.practiceId),
        isNull(couple.endedAt),
        or(eq(couple.firstClientId, client.id), eq(couple.secondClientId, client.id)),
      ),
    );
  return scope.tx
    .select({ id: client.id, name: account.name })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(
      and(
        visibleClients(scope, "change"),
        ne(client.id, clientId),
        notExists(linked),
        not(isSetAsidePartner(account.passwordHash)),
      ),
    )
    .orderBy(account.name, client.recordNumber);
}
