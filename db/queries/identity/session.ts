import type { Tx } from "@/db/scope";
import type { Actor, ClientActor, StaffActor } from "@/lib/actor";

type SignedInActor = StaffActor | ClientActor;

export type OpenSession = {
  readonly actor: SignedInActor;
  readonly stage: "factor_setup" | "full";
  readonly idleEndsAt: Date;
  readonly endsAt: Date;
  readonly practiceName: string;
  readonly isSample: boolean;
  /** How many things from Nearer wait for the owner: see db/queries/shipped. */
  readonly offered?: Promise<number> | undefined;
};

export type SessionAnswer =
  | { state: "none" }
  | { state: "revoked" | "ended" | "idle" | "locked"; role: Actor["role"] }
  | { state: "live"; session: OpenSession };

type Row = {
  state: "live" | "revoked" | "ended" | "idle" | "locked";
  practice_id: string;
  session_id: string;
  account_id: string;
  role: SignedInActor["role"];
  name: string;
  zone: string;
  stage: "factor_setup" | "full";
  client_id: string | null;
  consent_version: number | null;
  idle_seconds: number;
  last_seen_at: Date;
  ends_at: Date;
  practice_name: string;
  practice_is_sample: boolean;
};

/** First statement of a request's transaction: who is it, and from here on only that person's practice is there. */
export async function openSession(tx: Tx, tokenHash: Buffer, now: Date, touch: boolean): Promise<SessionAnswer> {
  const { rows } = await tx.$client.query<Row>("select * from door_open_session($1, $2, $3)", [tokenHash, now, touch]);
  const [row] = rows;
  if (!row) return { state: "none" };
  if (row.state !== "live") return { state: row.state, role: row.role };
  const actor = actorOf(row);
  if (!actor) return { state: "none" };
  return {
    state: "live",
    session: {
      actor,
      stage: row.stage,
      idleEndsAt: new Date(row.last_seen_at.getTime() + row.idle_seconds * 1000),
      endsAt: row.ends_at,
      practiceName: row.practice_name,
      isSample: row.practice_is_sample,
    },
  };
}

export type LockedSession = { readonly actor: StaffActor; readonly practiceName: string };

type LockedRow = Pick<Row, "practice_id" | "session_id" | "account_id" | "role" | "name" | "zone" | "practice_name">;

/** Whose sign-in this is while it is locked, and from here on that person's practice is there; null for any other. */
export async function openLocked(tx: Tx, tokenHash: Buffer, now: Date): Promise<LockedSession | null> {
  const { rows } = await tx.$client.query<LockedRow>("select * from door_find_locked($1, $2)", [tokenHash, now]);
  const [row] = rows;
  if (!row || row.role === "client") return null;
  const person = { practiceId: row.practice_id, accountId: row.account_id, sessionId: row.session_id };
  const actor: StaffActor = { ...person, kind: "staff", role: row.role, name: row.name, zone: row.zone };
  return { actor, practiceName: row.practice_name };
}

function actorOf(row: Row): SignedInActor | undefined {
  const person = {
    practiceId: row.practice_id,
    accountId: row.account_id,
    sessionId: row.session_id,
    name: row.name,
    zone: row.zone,
  };
  if (row.role !== "client") return { ...person, kind: "staff", role: row.role };
  if (!row.client_id) return undefined;
  return { ...person, kind: "client", role: "client", clientId: row.client_id, consentVersion: row.consent_version };
}
