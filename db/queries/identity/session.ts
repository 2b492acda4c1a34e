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
  | { state: "revoked" | "ended" | "idle"; role: Actor["role"] }
  | { state: "live"; session: OpenSession };

type Row = {
  state: "live" | "revoked" | "ended" | "idle";
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
