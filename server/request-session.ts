import "server-only";
import { headers } from "next/headers";
import { DatabaseFault } from "@/db/database-fault";
import { type OpenSession, openSession, type SessionAnswer } from "@/db/queries/identity/session";
import { inTransaction, type Scope, type Tx } from "@/db/scope";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { hashToken, readSessionToken } from "./auth/session-cookie";
import { now as clock } from "./clock";
import { database } from "./database";
import { isFetchedAhead } from "./fetched-ahead";
import { noticeRefusal } from "./security-log";

/** Why there is no actor. The sign-in page says it in words. */
export class SignedOut extends Error {
  override readonly name = "SignedOut";
  constructor(readonly why: "none" | "revoked" | "ended" | "idle" | "locked") {
    super(why);
  }
}

export type Request = { session: OpenSession; tx: Tx; now: Date };

/** One transaction for one request: the session is its first statement. Throws SignedOut when there is none. */
export async function inSession<T>(kind: "load" | "action", run: (request: Request) => Promise<T>): Promise<T> {
  const token = await readSessionToken();
  if (!token) throw new SignedOut("none");
  const now = clock();
  let known: OpenSession | undefined;
  const touch = kind === "action" || !isFetchedAhead(await headers());
  const once = () =>
    inTransaction(database(), kind === "load" ? "repeatable read" : "read committed", async (tx) => {
      const answer: SessionAnswer = await openSession(tx, hashToken(token), now, touch);
      if (answer.state !== "live") throw new SignedOut(answer.state);
      known = answer.session;
      return run({ session: answer.session, tx, now });
    });
  return once()
    .catch((error: unknown) => (kind === "load" && isCrossed(error) ? once() : Promise.reject(error)))
    .catch(async (error: unknown) => {
      if (known) await noticeRefusal(known, error, now);
      throw error;
    });
}

/**
 * A page is of one moment. Where what it enters stands beside what somebody else entered since, PostgreSQL refuses it and nothing
 * is kept: it is read once more.
 */
const isCrossed = (error: unknown): boolean => error instanceof DatabaseFault && error.code === "40001";

export const staffScope = ({ session, tx, now }: Request): Scope<StaffActor> | undefined =>
  session.actor.kind === "staff" ? { actor: session.actor, tx, now } : undefined;

export const clientScope = ({ session, tx, now }: Request): Scope<ClientActor> | undefined =>
  session.actor.kind === "client" ? { actor: session.actor, tx, now } : undefined;
