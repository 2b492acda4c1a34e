import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withScope } from "@/db/scope";
import { goodPassword, later, mintPerson, newCaller, passTime, peoplePool } from "@/db/testing/people";
import type { SystemActor } from "@/lib/actor";
import { MOST_NOTICED, NOTICED_DAYS } from "@/lib/audit/noticed";
import { notice } from "./notice";
import { signInWithPassword } from "./sign-in";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");
const systemOf = (practiceId: string): SystemActor => ({ kind: "system", role: "system", practiceId });

const rowsOf = async (practiceId: string) =>
  withScope(pool, systemOf(practiceId), now, async ({ tx }) => {
    const { rows } = await tx.$client.query("select * from noticed order by at, id");
    return rows;
  });

describe("what is refused at the sign-in", () => {
  it("is kept as a kind with the account and the kind of device, and nothing that was typed", async () => {
    const person = await mintPerson(pool, now, { role: "client" });
    const caller = { ...newCaller(), device: "Firefox on Windows" };
    const password = "a-guess-nobody-else-has";
    await signInWithPassword(pool, { email: person.email, password }, caller, now);
    const rows = await rowsOf(person.practiceId);
    expect(rows).toMatchObject([
      { kind: "password-refused", account_id: person.accountId, session_mark: null, device: "Firefox on Windows" },
    ]);
    expect(JSON.stringify(rows)).not.toContain(password);
    expect(JSON.stringify(rows)).not.toContain(person.email);
  });

  it("is nothing where the password was right, and leaves no row for an address that nobody has", async () => {
    const person = await mintPerson(pool, now, { role: "client" });
    const count = async () => (await rowsOf(person.practiceId)).length;
    await signInWithPassword(pool, { email: person.email, password: goodPassword }, newCaller(), now);
    await signInWithPassword(pool, { email: `${randomUUID()}@nobody.example`, password: "x" }, newCaller(), now);
    expect(await count()).toBe(0);
  });

  it("says that somebody had to wait once a minute, however often they come", async () => {
    const person = await mintPerson(pool, now, { role: "client" });
    const caller = newCaller();
    const knock = (at: Date) => signInWithPassword(pool, { email: person.email, password: "wrong" }, caller, at);
    for (let i = 0; i < 12; i++) await knock(now);
    const kinds = async () => (await rowsOf(person.practiceId)).map(({ kind }) => kind);
    expect((await kinds()).filter((kind) => kind === "had-to-wait")).toHaveLength(1);
    expect((await kinds()).filter((kind) => kind === "password-refused")).toHaveLength(5);
    await knock(later(now, 61));
    expect((await kinds()).filter((kind) => kind === "had-to-wait")).toHaveLength(2);
    await passTime(3_600);
  });
});

describe("the log of what was refused", () => {
  it("has an end within an hour, and takes nothing of another practice", async () => {
    const [one, other] = [await mintPerson(pool, now), await mintPerson(pool, now)];
    const what = { kind: "not-there", accountId: one.accountId, sessionId: randomUUID(), device: "A browser" } as const;
    for (let i = 0; i < MOST_NOTICED + 5; i++) await notice(pool, systemOf(one.practiceId), now, what);
    expect(await rowsOf(one.practiceId)).toHaveLength(MOST_NOTICED);
    await notice(pool, systemOf(other.practiceId), now, what);
    expect(await rowsOf(other.practiceId)).toEqual([]);
    await notice(pool, systemOf(one.practiceId), later(now, 3_601), what);
    expect(await rowsOf(one.practiceId)).toHaveLength(MOST_NOTICED + 1);
  });

  it("is added to and read, and neither changed nor removed by the application", async () => {
    const { practiceId, accountId } = await mintPerson(pool, now);
    await notice(pool, systemOf(practiceId), now, { kind: "may-not", accountId, device: "A browser" });
    for (const sql of ["update noticed set kind = 'x'", "delete from noticed"])
      await expect(
        withScope(pool, systemOf(practiceId), now, ({ tx }) => tx.$client.query(sql)),
        sql,
      ).rejects.toThrow(/42501/);
    expect(NOTICED_DAYS).toBeGreaterThan(30);
  });

  it("keeps nobody from the answer that they would have had, where it cannot be kept", async () => {
    const { practiceId, accountId } = await mintPerson(pool, now);
    const closed = { connect: () => Promise.reject(new Error("away")) } as unknown as typeof pool;
    await expect(
      notice(closed, systemOf(practiceId), now, { kind: "may-not", accountId, device: "A browser" }),
    ).resolves.toBeUndefined();
  });
});
