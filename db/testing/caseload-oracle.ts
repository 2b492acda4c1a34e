import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { pathTodayOf } from "@/lib/protocol/path-today";
import { type SignalKind, signalKinds, signalTable } from "@/lib/signals/kinds";
import { localDate } from "@/lib/time/zone";

// The caseload worked out from what was written, by statements of its own: neither the rows that are kept nor the queries
// that make them are asked.

type Written = {
  id: string;
  therapist: string;
  name: string;
  zone: string;
  arrived: boolean;
  last_activity: Date | null;
  is_off: boolean;
  is_unasked: boolean;
  next_due: string | null;
  own_session: Date | null;
  session_of_two: Date | null;
  signals: { kind: SignalKind; taken: boolean; both: boolean; state: string }[];
};

/** Each session as its last step has it, where it is to come. */
const planned = `(select p.practice_id, p.client_id, p.couple_id, l.starts_at from appointment p
  join lateral (select t.kind, t.starts_at from appointment_step t where t.appointment_id = p.id order by t.ordinal desc limit 1) l on true
  where l.kind not in ('done', 'missed', 'cancelled') and l.starts_at > $2::timestamptz)`;

const everybody = `select c.id, c.therapist_id as therapist, a.name, c.zone, a.password_hash is not null as arrived, c.last_activity_at as last_activity,
  ((select s.kind from client_step s where s.client_id = c.id and s.kind in ('discharged', 'removed', 'returned') order by s.decided_at desc limit 1)
      in ('discharged', 'removed')
    and not exists (select 1 from safety_event e where e.client_id = c.id and not exists (
      select 1 from safety_event_step t where t.event_id = e.id and t.kind = 'closed')))
  or (a.password_hash is null and exists (select 1 from partner_invitation i where i.partner_id = c.id)
    and (select bool_and(exists (select 1 from partner_invitation_step t where t.invitation_id = i.id))
         from partner_invitation i where i.partner_id = c.id)) as is_off,
  coalesce((select s.answer from address_safety s where s.account_id = a.id
    and s.address_hash = sha256(convert_to(lower(a.email), 'UTF8')) order by s.said_at desc limit 1), 'unknown') = 'unknown' as is_unasked,
  (select min(x.due_on)::text from assessment x where x.client_id = c.id and x.submitted_at is null
    and (x.expires_on is null or x.expires_on >= ($2::timestamptz at time zone c.zone)::date)
    and x.id not in (select w.assessment_id from assessment_withdrawal w)) as next_due,
  (select min(p.starts_at) from ${planned} p where p.client_id = c.id) as own_session,
  (select min(p.starts_at) from ${planned} p join couple k on k.id = p.couple_id
    where k.ended_at is null and c.id in (k.first_client_id, k.second_client_id)) as session_of_two,
  (select coalesce(json_agg(json_build_object('kind', g.kind, 'taken', g.data ->> 'isTaken' = 'true', 'both', g.is_both, 'state', g.state)), '[]')
    from signal g where g.client_id = c.id and g.resolved_at is null) as signals
  from client c join account a on a.id = c.account_id where c.practice_id = $1 order by c.id`;

const plain = (name: string) => name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
const dayNumber = (day: string) => Math.round((Date.parse(day) - Date.parse("2000-01-01")) / 86_400_000);

async function calmOf(scope: Scope, { id, zone, arrived }: Written) {
  const enrolment = await enrolmentOf(scope, id);
  const today = localDate(scope.now, zone);
  const path = enrolment && pathTodayOf(enrolment, today);
  const status = path?.status ?? "active";
  const days = enrolment ? dayNumber(enrolment.startDate) - dayNumber(today) : null;
  const waits = enrolment?.waits === true && days !== null && days <= 1;
  const begins = days !== null && days >= 0 && (status === "starting" || (days === 0 && status === "active"));
  const after = signalKinds.length * 10;
  const [level, rank] = arrived
    ? waits || begins
      ? ["starting", after + 1]
      : ["calm", after]
    : ["starting", after + 2];
  return { path, status, level, rank: Number(rank) };
}

const tellsOfTwo = ({ signals, session_of_two }: Written): boolean =>
  signals.some(({ both }) => both) || session_of_two !== null;

async function rowOf(scope: Scope, one: Written, isBoth: boolean) {
  const { path, status, ...calm } = await calmOf(scope, one);
  const place = ({ kind, taken }: Written["signals"][number]) => signalKinds.indexOf(kind) * 10 + (taken ? 5 : 0);
  const [first] = one.signals
    .filter(({ state, both }) => state === "open" && (isBoth || !both))
    .sort((a, b) => place(a) - place(b));
  const reason = first ? { level: signalTable[first.kind].level, rank: place(first) } : calm;
  const sessions = [one.own_session, isBoth ? one.session_of_two : null].flatMap((at) => (at ? [at.getTime()] : []));
  const isOver = status === "ended" || status === "finished";
  const week = path && "week" in path.progress ? path.progress.week : path?.progress.state === "finished" ? 99 : 0;
  return {
    ...{ clientId: one.id, therapistId: one.therapist, isBoth, hasBoth: tellsOfTwo(one) },
    ...{ practiceId: scope.actor.practiceId, isListed: !one.is_off, ...reason },
    stage: isOver || status === "follow-up" ? "after" : status === "starting" ? "starting" : "during",
    phase: Math.min(3, path?.path.phase?.number ?? 0),
    lettersUnasked: one.is_unasked && !isOver,
    tier: reason.level === "risk" ? 0 : 1,
    weekKey: 0 - week,
    activityKey: 0 - (one.last_activity?.getTime() ?? 0),
    sessionKey: sessions.length > 0 ? Math.min(...sessions) : 999_999_999_999_999,
    dueKey: one.next_due ? dayNumber(one.next_due) : 9_999_999,
    nameKey: plain(one.name),
  };
}

const written = async ({ actor, tx, now }: Scope) =>
  (await tx.$client.query<Written>(everybody, [actor.practiceId, now])).rows;

/** The rows that should be kept of everybody. */
export async function expectedRows(scope: Scope) {
  const rows = [];
  for (const one of await written(scope)) {
    rows.push(await rowOf(scope, one, false));
    if (tellsOfTwo(one)) rows.push(await rowOf(scope, one, true));
  }
  return rows.sort((a, b) => a.clientId.localeCompare(b.clientId) || Number(a.isBoth) - Number(b.isBoth));
}

type ExpectedRow = Awaited<ReturnType<typeof expectedRows>>[number];

/** Those whom a reader finds, in an order, by the rows that should be kept. Nobody stands in, and nobody is untold. */
export async function expectedOrder(
  { actor, tx }: Scope<StaffActor>,
  rows: readonly ExpectedRow[],
  by: "rank" | "sessionKey" = "rank",
): Promise<ExpectedRow[]> {
  const ask = async (statement: string) =>
    (await tx.$client.query<Record<string, string>>(statement, [actor.practiceId])).rows;
  const supervised = (await ask("select * from supervision where practice_id = $1 and ended_at is null"))
    .filter((one) => one.supervisor_id === actor.accountId)
    .map((one) => one.therapist_id);
  const reaches = (one?: ExpectedRow) =>
    one !== undefined &&
    (actor.role === "owner" ||
      one.therapistId === actor.accountId ||
      (actor.role === "supervisor" && supervised.includes(one.therapistId)));
  const links = await ask("select * from couple where practice_id = $1 order by linked_at desc");
  const readsPartner = (id: string) => {
    const link = links.find((one) => one.first_client_id === id || one.second_client_id === id);
    const other = link?.first_client_id === id ? link.second_client_id : link?.first_client_id;
    return !link || reaches(rows.find(({ clientId }) => clientId === other));
  };
  const byKey = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return rows
    .filter((one) => one.isListed && reaches(one))
    .filter(({ isBoth, hasBoth, clientId }) => !hasBoth || isBoth === readsPartner(clientId))
    .sort((a, b) => a.tier - b.tier || a[by] - b[by] || byKey(a.nameKey, b.nameKey) || byKey(a.clientId, b.clientId));
}
