import { and, asc, desc, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { hasAccess } from "@/db/queries/clients/has-access";
import { practiceHours, readHours } from "@/db/queries/identity/practice-details";
import { isUntold } from "@/db/queries/safety/escalation-order";
import { staffAbsence, workingHours } from "@/db/schema/absence";
import { client } from "@/db/schema/clients";
import { account, practice } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import type { WorkingHours } from "@/lib/identity/working-hours";
import { authorize } from "@/lib/policy";
import type { Zone } from "@/lib/time/zone";
import { absence, awayAs, comingAs, isAway, isAwayWithin } from "./away";

const cover = alias(account, "c");

export type Absence = {
  id: string;
  accountId: string;
  name: string;
  fromDay: string;
  untilDay: string;
  coverName: string | null;
  /** False where whoever was to stand in has no access, or is away on some of these days too. */
  isCovered: boolean;
  outsideName: string | null;
  outsidePhone: string | null;
};

/** Days of a colleague in which the reader stands in. */
export type StandingIn = { id: string; name: string; fromDay: string; untilDay: string };

export type AbsencePage = {
  absences: Absence[];
  standsIn: StandingIn[];
  colleagues: { id: string; name: string }[];
  hours: WorkingHours | null;
};

/** Days away that are not over, one's own or for the owner everybody's, with whoever can stand in, and one's own hours. */
export async function getAbsences(scope: Scope<StaffActor>): Promise<AbsencePage> {
  const { actor, tx, now } = scope;
  authorize(actor, "identity.absence");
  const mine = eq(staffAbsence.accountId, actor.accountId);
  const absences = tx
    .select({
      id: staffAbsence.id,
      accountId: staffAbsence.accountId,
      name: account.name,
      fromDay: staffAbsence.fromDay,
      untilDay: staffAbsence.untilDay,
      coverName: qualified<
        string | null
      >`(select ${cover.name} from ${account} ${cover} where ${cover.practiceId} = ${staffAbsence.practiceId} and ${cover.id} = ${staffAbsence.coverId})`,
      isCovered: sql<boolean>`${staffAbsence.coverId} is not null and ${hasAccess(staffAbsence.practiceId, staffAbsence.coverId)}
        and not ${isAwayWithin(staffAbsence.practiceId, staffAbsence.coverId, sql`${staffAbsence.fromDay}`, sql`${staffAbsence.untilDay}`)}`,
      outsideName: staffAbsence.outsideName,
      outsidePhone: staffAbsence.outsidePhone,
    })
    .from(staffAbsence)
    .innerJoin(account, and(eq(account.practiceId, staffAbsence.practiceId), eq(account.id, staffAbsence.accountId)))
    .where(
      and(
        eq(staffAbsence.practiceId, actor.practiceId),
        isNull(staffAbsence.endedAt),
        sql`${staffAbsence.untilDay} >= (${now.toISOString()}::timestamptz at time zone ${account.zone})::date`,
        actor.role === "owner" ? or(mine, sql`true`) : mine,
      ),
    )
    .orderBy(asc(staffAbsence.fromDay), asc(account.name));
  const colleagues = tx
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(
      and(
        eq(account.practiceId, actor.practiceId),
        ne(account.role, "client"),
        hasAccess(account.practiceId, account.id),
        sql`${account.passwordHash} is not null`,
      ),
    )
    .orderBy(asc(account.name), asc(account.email));
  const standsIn = tx
    .select({
      id: staffAbsence.id,
      name: account.name,
      fromDay: staffAbsence.fromDay,
      untilDay: staffAbsence.untilDay,
    })
    .from(staffAbsence)
    .innerJoin(account, and(eq(account.practiceId, staffAbsence.practiceId), eq(account.id, staffAbsence.accountId)))
    .where(
      and(
        eq(staffAbsence.practiceId, actor.practiceId),
        eq(staffAbsence.coverId, actor.accountId),
        isNull(staffAbsence.endedAt),
        sql`${staffAbsence.untilDay} >= (${now.toISOString()}::timestamptz at time zone ${account.zone})::date`,
      ),
    )
    .orderBy(asc(staffAbsence.fromDay), asc(account.name));
  return atOnce({ absences, standsIn, colleagues, hours: hoursOf(scope, eq(workingHours.accountId, actor.accountId)) });
}

async function hoursOf({ actor, tx }: Scope, whose: ReturnType<typeof eq>): Promise<WorkingHours | null> {
  const [row] = await tx
    .select({ hours: workingHours.hours })
    .from(workingHours)
    .where(and(eq(workingHours.practiceId, actor.practiceId), whose))
    .orderBy(desc(workingHours.setAt))
    .limit(1);
  return readHours(row?.hours);
}

/** A therapist's days away as their client reads them: until when, and who stands in. */
export type TherapistAway = {
  until: string;
  coverName: string | null;
  outside: { name: string; phone: string } | null;
};
export type OwnTherapist = {
  name: string;
  hasAccess: boolean;
  away: TherapistAway | null;
  /** Days away that begin soon. */
  coming: (TherapistAway & { from: string }) | null;
  hours: WorkingHours | null;
  zone: Zone;
};

/** Who the client's therapist is, whether they are there, and when they work. The same for everybody of that therapist. */
export async function getOwnTherapist(scope: Scope<ClientActor>): Promise<OwnTherapist> {
  const { actor, tx, now } = scope;
  const here = sql`${cover.practiceId}`;
  // Only of somebody who does: who is away too, has no access or may not be told stands in for nobody.
  const factsWhere = (
    coverIsThere: SQL,
  ) => qualified`jsonb_build_object('from', ${absence.fromDay}, 'until', ${absence.untilDay},
    'coverName', (select ${cover.name} from ${account} ${cover} where ${cover.practiceId} = ${absence.practiceId} and ${cover.id} = ${absence.coverId}
      and ${hasAccess(here, sql`${cover.id}`)} and ${coverIsThere} and not ${isUntold(sql`${cover.id}`)}),
    'outside', case when ${absence.outsideName} is null then null else jsonb_build_object('name', ${absence.outsideName}, 'phone', ${absence.outsidePhone}) end)`;
  const coverId = sql`${cover.id}`;
  const facts = factsWhere(sql`not ${isAway(here, coverId, now)}`);
  const factsThen = factsWhere(
    sql`not ${isAwayWithin(here, coverId, sql`${absence.fromDay}`, sql`${absence.untilDay}`)}`,
  );
  const [row] = await tx
    .select({
      therapistId: client.therapistId,
      name: account.name,
      hasAccess: sql<boolean>`${hasAccess(client.practiceId, client.therapistId)}`,
      zone: account.zone,
      away: sql<TherapistAway | null>`${awayAs(client.practiceId, client.therapistId, now, facts)}`,
      coming: sql<OwnTherapist["coming"]>`${comingAs(client.practiceId, client.therapistId, now, factsThen)}`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.therapistId)))
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, actor.clientId)));
  if (!row)
    return { name: "Your therapist", hasAccess: false, away: null, coming: null, hours: null, zone: actor.zone };
  const { therapistId, ...therapist } = row;
  const [told] = await tx
    .select({
      own: qualified<unknown>`(select ${workingHours.hours} from ${workingHours} where ${workingHours.practiceId} = ${practice.practiceId}
        and ${workingHours.accountId} = ${therapistId} order by ${workingHours.setAt} desc limit 1)`,
      practiceHours,
      practiceZone: practice.zone,
    })
    .from(practice)
    .where(eq(practice.practiceId, actor.practiceId));
  const own = readHours(told?.own);
  const practices = own ? null : readHours(told?.practiceHours);
  // The practice's hours are meant on its own clock.
  return practices && told ? { ...therapist, hours: practices, zone: told.practiceZone } : { ...therapist, hours: own };
}
