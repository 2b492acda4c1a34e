import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { OpenedSession } from "@/db/commands/identity/open-session";
import { mintPerson, peoplePool, signedIn } from "@/db/testing/people";
import { idle } from "@/lib/form-state";
import { ownerField } from "@/lib/typed-form";

const settings = {
  isHttps: false,
  NEXTAUTH_SECRET: "a secret of thirty-two characters",
  appUrl: "http://127.0.0.1:3000",
};
const jar = new Map<string, string>();
const now = new Date("2026-11-23T10:00:00Z");
vi.mock("./env", () => ({ env: () => settings }));
vi.mock("./database", () => ({ database: () => peoplePool() }));
vi.mock("./clock", () => ({ now: () => now }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" }),
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}));
const { clientAction } = await import("./form-action");
const { pageMark } = await import("./page-mark");

const pool = peoplePool();
const shape = z.strictObject({ body: z.string() });

/** A client who is signed in and was discharged, with pages to read until a day. */
async function discharged(readableUntil: string | null): Promise<(also: { afterwards?: boolean }) => Promise<unknown>> {
  const person = await mintPerson(pool, now, { role: "client" });
  const session: OpenedSession = await signedIn(pool, person, now);
  jar.set("nearer-session", session.token);
  const tx = await pool.connect();
  try {
    await tx.query("begin");
    await tx.query("select set_config('app.practice_id', $1, true)", [person.practiceId]);
    await tx.query(
      `insert into client_step (practice_id, id, client_id, kind, reason_sealed, readable_until, decided_by, decided_at)
       select $1, $2, c.id, 'discharged', 'x', $3, c.therapist_id, $4 from client c where c.account_id = $5`,
      [person.practiceId, randomUUID(), readableUntil, now, person.accountId],
    );
    await tx.query("commit");
  } finally {
    tx.release();
  }
  const data = new FormData();
  data.set("body", "words");
  data.set(ownerField, pageMark(person.accountId));
  return (also) =>
    clientAction(shape, async () => ({ message: "Sent." }), { beforeConsent: true, ...also })(idle, data);
}

beforeEach(() => jar.clear());

describe("a discharged client", () => {
  it("adds nothing, and does what is their own account’s while pages can be read", async () => {
    const act = await discharged("2026-11-23");
    expect(await act({})).toMatchObject({
      status: "refused",
      message: expect.stringContaining("nothing new"),
      values: { body: "words" },
    });
    expect(await act({ afterwards: true })).toMatchObject({ status: "done", message: "Sent." });
  });

  it.each([["2026-11-22"], [null]])(
    "is out once the last day has passed, or the pages were closed (%s)",
    async (until) => {
      const act = await discharged(until);
      for (const also of [{}, { afterwards: true }]) expect(await act(also)).toMatchObject({ session: "over" });
    },
  );
});
