import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { accessDecision, session } from "@/db/schema/identity";
import { withScope } from "@/db/scope";
import { goodPassword, type MintedPerson, mintPerson, newCaller, peoplePool } from "@/db/testing/people";
import { meanwhile } from "@/db/testing/race";
import type { SystemActor } from "@/lib/actor";
import { lockColleague } from "./colleague";
import { setPassword } from "./set-password";
import { signInWithPassword } from "./sign-in";
import type { SystemScope } from "./with-system-scope";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");

/** Signs in while `change` is written and not yet committed. */
async function signInDuring(person: MintedPerson, change: (scope: SystemScope) => Promise<unknown>): Promise<string> {
  const actor: SystemActor = { kind: "system", role: "system", practiceId: person.practiceId };
  const input = { email: person.email, password: goodPassword };
  const tried = await meanwhile(pool, actor, now, change, () => signInWithPassword(pool, input, newCaller(), now));
  return tried.status === "fulfilled" ? tried.value.result : "failed";
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
      });
    });
    expect(answer).toBe("refused");
    expect(await sessionsOf(person)).toEqual([]);
  });
});
