import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { accessDecision, session } from "@/db/schema/identity";
import { withScope } from "@/db/scope";
import { goodPassword, type MintedPerson, mintPerson, newCaller, peoplePool } from "@/db/testing/people";
import type { SystemActor } from "@/lib/domain/actor";
import type { SystemScope } from "./as-system";
import { lockColleague } from "./colleague";
import { setPassword } from "./set-password";
import { signInWithPassword } from "./sign-in";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");

/** Signs in while `change` is written and not yet committed, and commits once the sign-in waits for it or is through. */
async function signInDuring(person: MintedPerson, change: (scope: SystemScope) => Promise<unknown>): Promise<string> {
  const actor: SystemActor = { kind: "system", role: "system", practiceId: person.practiceId };
  let trying: Promise<string> | undefined;
  await withScope(pool, actor, now, async (scope) => {
    await change(scope);
    let through = false;
    trying = signInWithPassword(pool, { email: person.email, password: goodPassword }, newCaller(), now).then(
      ({ result }) => {
        through = true;
        return result;
      },
    );
    const { rows: mine } = await scope.tx.$client.query<{ pid: number }>("select pg_backend_pid() as pid");
    const waits = async () =>
      (await pool.query("select 1 from pg_stat_activity where $1 = any (pg_blocking_pids(pid))", [mine[0]?.pid]))
        .rowCount;
    while (!through && !(await waits()));
  });
  return (await trying) ?? "never tried";
}
const sessionsOf = ({ practiceId, accountId }: MintedPerson) =>
  withScope(pool, { kind: "system", role: "system", practiceId }, now, ({ tx }) =>
    tx
      .select({ id: session.id })
      .from(session)
      .where(and(eq(session.practiceId, practiceId), eq(session.accountId, accountId))),
  );

describe("a sign-in that meets a change of the account", () => {
  it("opens nothing with a password that is being replaced", async () => {
    const person = await mintPerson(pool, now, { role: "client" });
    expect(await signInDuring(person, (scope) => setPassword(scope, person.accountId, "another hash"))).toBe("refused");
    expect(await sessionsOf(person)).toEqual([]);
  });

  it("opens nothing while access is being taken away", async () => {
    const owner = await mintPerson(pool, now);
    const { practiceId } = owner;
    const person = await mintPerson(pool, now, { role: "therapist", practiceId });
    const answer = await signInDuring(person, async (scope) => {
      const asking = { ...scope, actor: { ...scope.actor, kind: "staff", role: "owner" } as never };
      await lockColleague(asking, person.accountId);
      await scope.tx.insert(accessDecision).values({
        practiceId,
        id: randomUUID(),
        accountId: person.accountId,
        decision: "withdrawn",
        decidedBy: owner.accountId,
        decidedAt: now,
        reason: "Left the practice",
      });
    });
    expect(answer).toBe("refused");
    expect(await sessionsOf(person)).toEqual([]);
  });
});
