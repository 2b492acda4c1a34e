import { and, eq, isNull, not, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { lockPeople, runningCheck } from "@/db/commands/safety/ask-check";
import { openCheck } from "@/db/commands/safety/open-check";
import { isGone } from "@/db/queries/clients/standing";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { getSharedClassInput } from "@/db/queries/safety/shared-class";
import { client, couple } from "@/db/schema/clients";
import { safetyCheck, safetyCheckMember } from "@/db/schema/safety-check";
import { type Scope, withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { checkDue, type PhaseEve, phaseEveOn } from "@/lib/protocol/check-calendar";
import { pathInputOf } from "@/lib/protocol/path-today";
import { protocolPath } from "@/lib/protocol/schedule";
import { gateAt } from "@/lib/safety/gate";
import { calendarAt, linkAt, type SharedClassInput } from "@/lib/safety/shared-class";
import type { LocalDate } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";
import { oneByOne } from "./one-by-one";

type Group = { coupleId: string | null; people: string[]; drawnOn: string | null };

/** Asks whatever the calendar of checks asks for today, each couple together. Done twice, it asks once. */
export async function askDueChecks(pool: Pool, actor: SystemActor, now: Date): Promise<number> {
  const groups = await withScope(pool, actor, now, groupsOf);
  let asked = 0;
  await oneByOne(groups, (group) =>
    withScope(pool, actor, now, async (scope) => {
      if (await askIfDue(scope, group)) asked += 1;
    }),
  );
  return asked;
}

/** Everybody who is linked, two by two, and everybody else alone. */
async function groupsOf({ actor, tx }: Scope<SystemActor>): Promise<Group[]> {
  const isOf = sql`${couple.practiceId} = ${client.practiceId} and ${client.id} in (${couple.firstClientId}, ${couple.secondClientId})`;
  const couples = await tx
    .select({
      coupleId: couple.id,
      first: couple.firstClientId,
      second: couple.secondClientId,
      drawnOn: couple.drawnCheckOn,
    })
    .from(couple)
    .where(and(eq(couple.practiceId, actor.practiceId), isNull(couple.endedAt)));
  const singles = await tx
    .select({ id: client.id })
    .from(client)
    .where(
      and(
        eq(client.practiceId, actor.practiceId),
        sql`not exists (select 1 from ${couple} where ${isOf} and ${couple.endedAt} is null)`,
        not(isGone),
      ),
    );
  return [
    ...couples.map(({ coupleId, first, second, drawnOn }) => ({ coupleId, people: [first, second], drawnOn })),
    ...singles.map(({ id }) => ({ coupleId: null, people: [id], drawnOn: null })),
  ];
}

async function askIfDue(scope: Scope<SystemActor>, group: Group): Promise<boolean> {
  const { now } = scope;
  const [first] = group.people;
  if (first === undefined) return false;
  const people = await lockPeople(scope, group.people);
  const input = await getSharedClassInput(scope, first);
  // A link that was made this week counts from the next: until then each is asked alone, and nobody just before it.
  if (group.coupleId && !linkAt(input, now)) return false;
  const { zone } = calendarAt(input, now);
  const today = localDate(now, zone);
  const kind = checkDue({
    today,
    eves: await Promise.all(group.people.map((id) => eveOf(scope, id, today))),
    asked: await askedOf(scope, group, zone),
    isRunning: (await runningCheck(scope, first)) !== null,
    drawnOn: group.drawnOn,
    expiredOn: expiredOn(input, now),
  });
  if (!kind) return false;
  await openCheck(scope, { kind, people, coupleId: group.coupleId, calendar: calendarAt(input, now) });
  return true;
}

/** `today` is that of everybody who is asked together. */
async function eveOf(scope: Scope<SystemActor>, clientId: string, today: LocalDate): Promise<PhaseEve | null> {
  const enrolment = await enrolmentOf(scope, clientId);
  if (!enrolment) return null;
  const path = pathInputOf(enrolment, today);
  return phaseEveOn(path.version, protocolPath(path));
}

/** The day on which a clearance that counted ran out, without anything asked since; for a couple that of the earlier one. */
function expiredOn(input: SharedClassInput, now: Date): LocalDate | null {
  const link = linkAt(input, now);
  const histories = link ? [input.history, link.partner.history] : [input.history];
  const ends = histories.flatMap((history) => {
    const given = history.decisions.filter((one) => one.kind === "clear" && one.decidedAt <= now);
    const last = given.sort((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime())[0];
    const gate = last && gateAt(history, last.decidedAt);
    return gate?.expiresAt && gate.expiresAt <= now ? [gate.expiresAt] : [];
  });
  return ends.length === 0 ? null : localDate(earliest(ends), calendarAt(input, now).zone);
}

const earliest = (dates: readonly Date[]) => new Date(Math.min(...dates.map((date) => date.getTime())));

/** For a couple what was asked of both together counts, and nothing that one was asked alone. */
async function askedOf({ actor, tx }: Scope, { people, coupleId }: Group, zone: string) {
  const rows = await tx
    .select({ at: safetyCheck.askedAt, kind: safetyCheck.kind })
    .from(safetyCheckMember)
    .innerJoin(
      safetyCheck,
      and(eq(safetyCheck.practiceId, safetyCheckMember.practiceId), eq(safetyCheck.id, safetyCheckMember.checkId)),
    )
    .where(
      and(
        eq(safetyCheckMember.practiceId, actor.practiceId),
        sql`${safetyCheckMember.clientId} = any(${sql.param(people)})`,
        coupleId ? eq(safetyCheck.coupleId, coupleId) : undefined,
      ),
    );
  return rows.map(({ at, kind }) => ({ on: localDate(at, zone), kind }));
}
