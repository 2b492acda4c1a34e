import { randomUUID } from "node:crypto";
import type { APIRequest, APIRequestContext } from "@playwright/test";
import type { Pool } from "pg";
import { type MintedPractice, mintClient, mintPractice } from "@/db/testing/mint";
import { nobody } from "../people";
import type { Ids, Role } from "./attack";
import { mintSession, sessionCookie } from "./minted-session";

export type Attackers = {
  /** The cookie of each role's live session; nobody has none. */
  tokens: Record<Role, string | null>;
  /** The session of a therapist of the same practice who has nothing to do with the client. */
  colleague: string;
  /** The client's own things. */
  own: { client: string; assessment: string };
  /** Another practice's things, and those of a colleague's client in the same practice. */
  foreign: Omit<Ids, "fresh">;
  neighbour: Omit<Ids, "fresh">;
  /** The partner's own, which the client who is linked with them may not touch either. */
  linked: Omit<Ids, "fresh">;
  practices: string[];
};

/** Two practices: in one of them somebody of every role, signed in; in both a client who is none of theirs. */
export async function mintAttackers(pool: Pool): Promise<Attackers> {
  const now = new Date();
  const startDate = now.toISOString().slice(0, 10);
  const own = await mintPractice(pool, now);
  const other = await mintPractice(pool, now);
  const client = await mintClient(pool, own, { name: "Own Client", startDate, now });
  const partner = await mintClient(pool, own, { name: "Victim Partner", startDate, now });
  const away = await mintClient(pool, other, { name: "Victim Zebra", startDate, now });
  const next = await mintClient(pool, own, { name: "Victim Okapi", startDate, now, therapist: own.colleague });
  const farther = await mintClient(pool, other, { name: "Victim Gnu", startDate, now });
  const nearer = await mintClient(pool, own, { name: "Victim Ibis", startDate, now, therapist: own.colleague });
  const couple = async (by: MintedPractice, first: string, second: string): Promise<string> => {
    const id = randomUUID();
    await pool.query(
      `insert into couple (practice_id, id, first_client_id, second_client_id, linked_by, lead_id, linked_at, drawn_check_on, zone)
       values ($1, $2, $3, $4, $5, $5, $6, current_date, 'Europe/London')`,
      [by.practiceId, id, first, second, by.owner.accountId, now],
    );
    return id;
  };
  await couple(own, client.clientId, partner.clientId);
  const signedIn = async (accountId: string, kind: "staff" | "client") =>
    (await mintSession(pool, own.practiceId, accountId, kind)).token;
  const instrument = await idOf(pool, "instrument_version", own.practiceId, "key = 'five-dimensions-brief'");
  return {
    tokens: {
      nobody: null,
      owner: await signedIn(own.owner.accountId, "staff"),
      therapist: await signedIn(own.therapist.accountId, "staff"),
      supervisor: await signedIn(own.supervisor.accountId, "staff"),
      client: await signedIn(client.accountId, "client"),
      partner: await signedIn(partner.accountId, "client"),
    },
    colleague: await signedIn(own.colleague.accountId, "staff"),
    own: {
      client: client.clientId,
      assessment: await idOf(pool, "assessment", own.practiceId, `client_id = '${client.clientId}'`),
    },
    foreign: {
      ...(await thingsOf(pool, other, away.clientId, other.therapist.accountId)),
      ...{ instrument, couple: await couple(other, away.clientId, farther.clientId) },
    },
    neighbour: {
      ...(await thingsOf(pool, own, next.clientId, own.colleague.accountId)),
      ...{ instrument, couple: await couple(own, next.clientId, nearer.clientId) },
    },
    linked: {
      ...(await thingsOf(pool, own, partner.clientId, partner.accountId)),
      ...{ instrument, couple: randomUUID() },
    },
    practices: [own.practiceId, other.practiceId],
  };
}

/** A browser without a window for each role, with that role's cookie and nothing else. */
export const visitorsOf = (request: APIRequest, url: string, { tokens }: Attackers) =>
  visitorsWith(request, url, tokens);

/** The same for whoever holds these sessions. */
export async function visitorsWith<Who extends string>(
  request: APIRequest,
  url: string,
  tokens: Record<Who, string | null>,
) {
  const visitors = new Map<Who, APIRequestContext>();
  for (const [who, token] of Object.entries(tokens) as [Who, string | null][]) {
    visitors.set(
      who,
      await request.newContext({
        baseURL: url,
        storageState: nobody,
        ...(token && { extraHTTPHeaders: { cookie: `${sessionCookie}=${token}` } }),
      }),
    );
  }
  return visitors;
}

/** The owner of a practice of their own, and a colleague there whose access was withdrawn while they were signed in. */
export async function mintOthers(pool: Pool) {
  const now = new Date();
  const other = await mintPractice(pool, now);
  const signedIn = async (accountId: string) => (await mintSession(pool, other.practiceId, accountId, "staff")).token;
  const tokens = {
    "another practice’s owner": await signedIn(other.owner.accountId),
    "somebody without access": await signedIn(other.colleague.accountId),
  };
  await pool.query(
    `insert into access_decision (practice_id, id, account_id, decision, decided_by, decided_at)
     values ($1, $2, $3, 'withdrawn', $4, $5)`,
    [other.practiceId, randomUUID(), other.colleague.accountId, other.owner.accountId, now],
  );
  return tokens;
}

async function idOf(pool: Pool, table: string, practiceId: string, where: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from ${table} where practice_id = $1 and ${where} order by id limit 1`,
    [practiceId],
  );
  const [row] = rows;
  if (!row) throw new Error(`Nothing in ${table}.`);
  return row.id;
}

/** What belongs to one client: rows of their own where an action could reach them. */
async function thingsOf(pool: Pool, { practiceId }: MintedPractice, clientId: string, account: string) {
  const now = new Date();
  const enrolment = await idOf(pool, "enrolment", practiceId, `client_id = '${clientId}'`);
  const [event, attempt, letter] = [randomUUID(), randomUUID(), randomUUID()];
  await pool.query(
    "insert into safety_event (practice_id, id, client_id, source, opened_at) values ($1, $2, $3, 'therapist', $4)",
    [practiceId, event, clientId, now],
  );
  await pool.query(
    `insert into exercise_attempt (practice_id, id, client_id, enrolment_id, exercise_key, local_date, outcome, recorded_at)
     values ($1, $2, $3, $4, 'one-real-feeling', $5, 'done', $6)`,
    [practiceId, attempt, clientId, enrolment, now, now],
  );
  await pool.query(
    `insert into outbox_letter (practice_id, id, account_id, about_kind, about_id, created_at, due_at, tries, handed_over_at, set_aside_at)
     values ($1, $2, $3, 'message', $2, $4, $4, 1, $4, $4)`,
    [practiceId, letter, account, now],
  );
  return {
    client: clientId,
    account,
    letter,
    assessment: await idOf(pool, "assessment", practiceId, `client_id = '${clientId}'`),
    event,
    attempt,
    version: await idOf(pool, "protocol_version", practiceId, "true"),
    decision: randomUUID(),
    session: (await mintSession(pool, practiceId, account, "staff")).id,
    assignment: randomUUID(),
  };
}

/** What the worker writes by itself at any moment, the chain over the audit and what it saw of whom; and that there was a refusal. */
const beside = [
  "audit_check",
  "audit_link",
  "caseload_row",
  "noticed",
  "session",
  "signal",
  "signal_event",
  "signal_round",
];

/** One line over every row of these practices, but for what stands beside what was asked. Two that differ mean that something was written. */
export async function fingerprint(pool: Pool, practices: readonly string[]): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'practice_id' and table_name <> all($1) order by 1`,
    [beside],
  );
  const one = ({ name }: { name: string }) =>
    `select '${name}' as name, count(*) as n, md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as sum
     from public."${name}" t where practice_id = any($1)`;
  const { rows } = await pool.query<{ name: string; n: string; sum: string }>(tables.map(one).join(" union all "), [
    practices,
  ]);
  const { rows: ended } = await pool.query<{ n: string }>(
    "select count(*) as n from session where practice_id = any($1) and revoked_at is not null",
    [practices],
  );
  return [...rows.map(({ name, n, sum }) => `${name} ${n} ${sum}`), `sessions ended ${ended[0]?.n}`].join("\n");
}
