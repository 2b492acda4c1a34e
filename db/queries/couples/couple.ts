import { and, desc, eq, isNull, ne, not, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudits } from "@/db/audit";
import { reachesBoth, reachesTwo } from "@/db/couple-reach";
import { qualified } from "@/db/qualified";
import { type Sessions, sessionsOfCouple } from "@/db/queries/appointments/appointments";
import { type ClientHeader, getClientHeader } from "@/db/queries/clients/client-overview";
import { isGone } from "@/db/queries/clients/standing";
import { getSharedClassInput } from "@/db/queries/safety/shared-class";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { type CoupleWeek, coupleWeekAt } from "@/lib/couples/couple-week";
import { type SharedSpan, type ShareState, sharedSpans, shareStates } from "@/lib/couples/share-decisions";
import type { ShareItem } from "@/lib/couples/share-items";
import { finishedWeeks, type SharedWeek } from "@/lib/couples/shared-scores";
import { NotFound } from "@/lib/errors";
import { firstNamesApart } from "@/lib/first-name";
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
  /** How this one of the two is called beside the other. */
  calledName: string;
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
  /** Of both together; those of one alone stand with that person. */
  sessions: Sessions;
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
  const { shared, release, sessions, ...headers } = await atOnce({
    sessions: sessionsOfCouple(scope, coupleId),
    shared: getSharedClassInput(scope, firstClientId),
    release: currentRelease(scope, coupleId),
    first: getClientHeader(scope, firstClientId),
    second: getClientHeader(scope, secondClientId),
  });
  const week = coupleWeekAt(shared, scope.now);
  const { isOpen, changesAt } = week;
  const { first, second } = await atOnce({
    first: personOf(scope, coupleId, headers.first, { ...week, beside: headers.second.name }),
    second: personOf(scope, coupleId, headers.second, { ...week, beside: headers.first.name }),
  });
  await recordAudits(scope, "couples.chart-read", [
    { id: coupleId, clientId: firstClientId },
    { id: coupleId, clientId: secondClientId },
  ]);
  return {
    ...rest,
    isOpen,
    changesAt,
    first,
    second,
    releasable: isOpen ? releasable(first, second) : null,
    release,
    sessions,
  };
}

async function personOf(
  scope: Scope<StaffActor>,
  coupleId: string,
  header: ClientHeader,
  { isOpen, began, zone, beside }: CoupleWeek & { beside: string },
): Promise<CouplePerson> {
  const { id: clientId } = header;
  const startDate = header.enrolment?.countsFrom;
  const today = localDate(scope.now, zone);
  const { sharing, sitting, checks } = await atOnce({
    sharing: sharingOf(scope, { coupleId, clientId, began }),
    sitting: isOpen ? newestSitting(scope, clientId) : null,
    checks: isOpen && startDate ? checksOf(scope, clientId) : [],
  });
  const { decisions, items } = sharing;
  return {
    header,
    calledName: firstNamesApart([header.name, beside])[0] ?? header.name,
    shares: items,
    states: shareStates(decisions, began),
    ledger: sharedSpans(decisions),
    sitting,
    weeks: isOpen && startDate ? finishedWeeks(checks, startDate, today) : [],
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
  const standing = tx
    .select({ id: couple.id, partnerName, linkedAt: couple.linkedAt, linkedBy: account.name })
    .from(couple)
    .innerJoin(account, and(eq(account.practiceId, couple.practiceId), eq(account.id, couple.linkedBy)))
    .where(and(reachesBoth(scope), mine));
  const ended = tx
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
  const links = await atOnce({ standing, ended, people: linkable(scope, clientId) });
  return { couple: links.standing[0] ?? null, ended: links.ended, people: links.people };
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
        not(isGone),
      ),
    )
    .orderBy(account.name, client.recordNumber);
}
