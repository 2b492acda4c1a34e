import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account } from "@/db/schema/identity";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { safetyGround } from "@/db/testing/safety-ground";
import type { ClientActor } from "@/lib/actor";
import { askSafetyCheck } from "./ask-check";

const pool = testPool();
const { as, letters, home } = safetyGround(pool);

/** A couple of whom these have come and chosen a password; answers to whom a letter about the check went. */
async function writtenTo(accepted: (couple: Awaited<ReturnType<typeof linkedCouple>>) => ClientActor[]) {
  const couple = await linkedCouple(pool);
  const { practice, ines } = couple;
  for (const { accountId } of accepted(couple))
    await as(practice.system, ({ tx }) =>
      tx.update(account).set({ passwordHash: "set" }).where(eq(account.id, accountId)),
    );
  const { checkId } = await as(practice.therapist, (scope) =>
    askSafetyCheck(scope, { clientId: ines.clientId, despiteRecent: true }),
  );
  const written = (await letters(practice)).filter(({ kind }) => kind === "check");
  expect(written.every(({ id }) => id === checkId)).toBe(true);
  return { ...couple, to: written.map(({ accountId }) => accountId).sort() };
}

describe("the letter about a check", () => {
  it("goes to both of a couple, or to neither: whoever got none would show that the other did", async () => {
    const both = await writtenTo(({ ines, dario }) => [ines, dario]);
    expect(both.to).toEqual([both.ines.accountId, both.dario.accountId].sort());
    expect((await writtenTo(({ dario }) => [dario])).to).toEqual([]);
    expect((await writtenTo(({ ines }) => [ines])).to).toEqual([]);
  });

  it("goes to somebody alone who has come, once however often they are asked", async () => {
    const { practice, client, therapist, system } = await home();
    await as(system, ({ tx }) =>
      tx.update(account).set({ passwordHash: "set" }).where(eq(account.id, client.accountId)),
    );
    for (let i = 0; i < 2; i += 1) await as(therapist, (scope) => askSafetyCheck(scope, client));
    expect((await letters(practice)).map(({ accountId, kind }) => [accountId, kind])).toEqual([
      [client.accountId, "check"],
    ]);
  });
});
