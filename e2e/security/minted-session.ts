import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Browser, BrowserContext, BrowserContextOptions } from "@playwright/test";
import type { Pool } from "pg";
import { type MintedPractice, mintClient, mintPractice } from "@/db/testing/mint";
import type { ClientActor } from "@/lib/actor";
import { sessionLimits } from "@/lib/identity/session-limits";

export const sessionCookie = "nearer-session";

/**
 * A live sign-in of a minted account, as the door would have kept it, by somebody who showed that it is them, also after an hour.
 * Answers the cookie's value.
 */
export async function mintSession(
  pool: Pool,
  practiceId: string,
  accountId: string,
  kind: "staff" | "client",
  now = new Date(),
): Promise<{ id: string; token: string }> {
  const token = randomBytes(32).toString("base64url");
  const id = randomUUID();
  const limits = sessionLimits(kind === "client" ? "client" : "therapist");
  await pool.query(
    `insert into session (practice_id, id, account_id, token_hash, stage, device, created_at, last_seen_at, idle_seconds, ends_at, proved_at)
     values ($1, $2, $3, $4, 'full', 'A test', $5, $5, $6, $7, '2100-01-01')`,
    [
      ...[practiceId, id, accountId, createHash("sha256").update(token).digest(), now, limits.idleSeconds],
      new Date(now.getTime() + limits.absoluteSeconds * 1000),
    ],
  );
  return { id, token };
}

export type SignedInClient = {
  context: BrowserContext;
  practice: MintedPractice;
  client: ClientActor;
  /** The address of the baseline sitting. */
  sitting: string;
  isSignedIn: () => Promise<boolean>;
};

/** A client of a practice of their own, signed in on a phone. */
export async function mintSignedInClient(
  pool: Pool,
  browser: Pick<Browser, "newContext">,
  url: string,
  options: BrowserContextOptions = {},
): Promise<SignedInClient> {
  const now = new Date();
  const practice = await mintPractice(pool, now);
  const { practiceId } = practice;
  const startDate = now.toISOString().slice(0, 10);
  const client = await mintClient(pool, practice, { name: "Noor Haddad", startDate, now });
  const { id, token } = await mintSession(pool, practiceId, client.accountId, "client");
  const context = await browser.newContext({
    storageState: { cookies: [], origins: [] },
    viewport: { width: 390, height: 844 },
    baseURL: url,
    ...options,
  });
  await context.addCookies([{ name: sessionCookie, value: token, url }]);
  const { rows } = await pool.query<{ id: string }>(
    `select a.id from assessment a join instrument_version v on v.practice_id = a.practice_id and v.id = a.instrument_version_id
     where a.practice_id = $1 and v.key = 'five-dimensions' order by a.due_on limit 1`,
    [practiceId],
  );
  return {
    context,
    practice,
    client,
    sitting: `/portal/assessments/${rows[0]?.id}`,
    isSignedIn: async () => {
      const session = await pool.query(
        "select 1 from session where practice_id = $1 and id = $2 and revoked_at is null",
        [practiceId, id],
      );
      return Boolean(session.rowCount);
    },
  };
}
