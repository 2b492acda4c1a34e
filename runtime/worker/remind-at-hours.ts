import { randomUUID } from "node:crypto";
import { and, eq, gte, isNotNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Pool } from "pg";
import { recordAudit } from "@/db/audit";
import { lockClientRow } from "@/db/commands/clients/lock-client-row";
import { aboutColumns, queueLetter } from "@/db/commands/letters/queue-letter";
import { qualified } from "@/db/qualified";
import { hasAccess } from "@/db/queries/clients/has-access";
import { newestConsent } from "@/db/queries/clients/newest-consent";
import { areExercisesAway } from "@/db/queries/exercises/exercises-away";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { client } from "@/db/schema/clients";
import { connectionCheck } from "@/db/schema/connection";
import { exerciseAttempt } from "@/db/schema/exercises";
import { account } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import { reminderChoice } from "@/db/schema/reminder-choice";
import { type Scope, withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { type ReminderKind, remindersNow } from "@/lib/messages/own-reminders";
import { clientPathToday } from "@/lib/protocol/path-today";
import { todaysExercises } from "@/lib/protocol/today";
import { addDays, type LocalDate } from "@/lib/time/local-date";
import { oneByOne } from "./one-by-one";

const later = alias(reminderChoice, "later");

/** Whether joint steps are open changes how an exercise is done, never whether there is one: it is not asked. */
const notAsked = { open: false, jointTasks: false };

/**
 * Reminders at the hours that clients chose. What there is to do is worked out as on their own pages; no gate, event,
 * check or partner is read here. One transaction for each client: killed in the midst, the next round does the rest.
 */
export async function remindAtHours(pool: Pool, actor: SystemActor, now: Date): Promise<number> {
  const asked = await withScope(pool, actor, now, (scope) => candidates(scope));
  const due = asked.filter(({ zone, ...choice }) => remindersNow(choice, now, zone).kinds.length > 0);
  let written = 0;
  await oneByOne(due, async ({ clientId }) => {
    if (await withScope(pool, actor, now, (scope) => remind(scope, clientId))) written += 1;
  });
  return written;
}

/** The letters of one client's hour: what both hours say together is one letter. */
async function remind(scope: Scope<SystemActor>, clientId: string): Promise<boolean> {
  const { actor, tx, now } = scope;
  await lockClientRow(scope, eq(client.id, clientId));
  const [found] = await candidates(scope, clientId);
  if (!found) return false;
  const { accountId, zone, areAway, ...choice } = found;
  const { kinds, on } = remindersNow(choice, now, zone);
  const open: ReminderKind[] = [];
  for (const kind of kinds) if (await isToDo(scope, { clientId, areAway }, kind, on)) open.push(kind);
  const abouts = open.map((kind) => ({ kind: `${kind}-hour` as const, id: clientId, on }));
  const known = await tx
    .select({ kind: outboxLetter.aboutKind })
    .from(outboxLetter)
    .where(
      and(
        eq(outboxLetter.practiceId, actor.practiceId),
        eq(outboxLetter.accountId, accountId),
        eq(outboxLetter.aboutId, clientId),
        eq(outboxLetter.aboutOn, on),
      ),
    );
  const [first, ...others] = abouts.filter(({ kind }) => !known.some((one) => one.kind === kind));
  if (!first) return false;
  const queued = await queueLetter(scope, { accountId, about: first });
  const row = { practiceId: actor.practiceId, accountId, createdAt: now, dueAt: now, setAsideAt: now };
  for (const about of others)
    await tx.insert(outboxLetter).values({ ...row, id: randomUUID(), ...aboutColumns(about) });
  if (queued !== "queued") return false;
  await recordAudit(scope, "letters.reminded-at-hour", { id: clientId, clientId });
  return true;
}

/** Whether it waits on the client's own Today; while the path rests or is over nothing does. */
async function isToDo(
  scope: Scope<SystemActor>,
  { clientId, areAway }: { clientId: string; areAway: boolean },
  kind: ReminderKind,
  on: LocalDate,
): Promise<boolean> {
  const enrolment = await enrolmentOf(scope, clientId);
  const standing = enrolment && clientPathToday(enrolment, on);
  if (!standing || !["starting", "active", "held"].includes(standing.status)) return false;
  if (kind === "check") return !(await isChecked(scope, clientId, on));
  const attempts = await attemptsSince(scope, clientId, addDays(on, -7));
  return todaysExercises(enrolment.version, standing.path, attempts, notAsked, areAway).state === "offered";
}

async function isChecked({ actor, tx }: Scope<SystemActor>, clientId: string, on: LocalDate): Promise<boolean> {
  const [today] = await tx
    .select({ id: connectionCheck.id })
    .from(connectionCheck)
    .where(
      and(
        eq(connectionCheck.practiceId, actor.practiceId),
        eq(connectionCheck.clientId, clientId),
        eq(connectionCheck.localDate, on),
      ),
    )
    .limit(1);
  return today !== undefined;
}

const attemptsSince = ({ actor, tx }: Scope<SystemActor>, clientId: string, from: LocalDate) =>
  tx
    .select({
      exercise: exerciseAttempt.exerciseKey,
      date: exerciseAttempt.localDate,
      outcome: exerciseAttempt.outcome,
    })
    .from(exerciseAttempt)
    .where(
      and(
        eq(exerciseAttempt.practiceId, actor.practiceId),
        eq(exerciseAttempt.clientId, clientId),
        gte(exerciseAttempt.localDate, from),
      ),
    );

/** Clients who accepted, agreed, have access and asked for a reminder: all of them, or one. */
const candidates = ({ actor, tx }: Scope<SystemActor>, clientId?: string) =>
  tx
    .select({
      clientId: client.id,
      accountId: client.accountId,
      zone: client.zone,
      areAway: areExercisesAway(),
      exerciseHour: reminderChoice.exerciseHour,
      checkHour: reminderChoice.checkHour,
      quietFrom: reminderChoice.quietFrom,
      quietTo: reminderChoice.quietTo,
      restUntil: reminderChoice.restUntil,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .innerJoin(
      reminderChoice,
      and(eq(reminderChoice.practiceId, client.practiceId), eq(reminderChoice.clientId, client.id)),
    )
    .where(
      and(
        eq(client.practiceId, actor.practiceId),
        clientId ? eq(client.id, clientId) : undefined,
        or(isNotNull(reminderChoice.exerciseHour), isNotNull(reminderChoice.checkHour)),
        qualified`not exists (select 1 from ${reminderChoice} ${later} where ${later.practiceId} = ${reminderChoice.practiceId}
          and ${later.clientId} = ${reminderChoice.clientId} and ${later.chosenAt} > ${reminderChoice.chosenAt})`,
        isNotNull(account.passwordHash),
        hasAccess(client.practiceId, client.accountId),
        sql`${newestConsent} = 'agreed'`,
      ),
    )
    .orderBy(client.id);
