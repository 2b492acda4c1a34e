import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { setAbsence } from "@/db/commands/absence/set-absence";
import { decideUntold } from "@/db/commands/safety/name-untold";
import { escalationPeopleOf } from "@/db/queries/safety/escalation-order";
import { account } from "@/db/schema/identity";
import { testPool } from "@/db/testing/database";
import { safetyGround } from "@/db/testing/safety-ground";
import type { StaffActor } from "@/lib/actor";
import { absenceForm } from "@/lib/identity/absence-form";

const pool = testPool();
const { as, home } = safetyGround(pool);
const away = (who: StaffActor, cover: string) =>
  absenceForm.parse({ accountId: who.accountId, fromDay: "2026-11-23", untilDay: "2026-11-24", cover });

async function asked({ therapist, client }: Awaited<ReturnType<typeof home>>) {
  const people = await as(therapist, (scope) => escalationPeopleOf(scope, client.clientId));
  return people.map(({ level, accountId }) => [level, accountId]);
}

describe("whom to ask about a client", () => {
  it("is nobody who stands in while they are away themselves, or are never to be told", async () => {
    const ground = await home();
    const { therapist, colleague, supervisor, owner, client } = ground;
    const others = [
      ["supervisor", supervisor.accountId],
      ["owner", owner.accountId],
    ];
    await as(therapist, (scope) => setAbsence(scope, away(therapist, colleague.accountId)));
    expect(await asked(ground)).toEqual([["therapist", colleague.accountId], ...others]);
    await as(owner, (scope) =>
      decideUntold(scope, { clientId: client.clientId, accountId: colleague.accountId, decision: "named" }),
    );
    expect(await asked(ground)).toEqual(others);
    await as(owner, (scope) =>
      decideUntold(scope, { clientId: client.clientId, accountId: colleague.accountId, decision: "lifted" }),
    );
    expect(await asked(ground)).toEqual([["therapist", colleague.accountId], ...others]);
    await as(colleague, (scope) => setAbsence(scope, away(colleague, "nobody")));
    expect(await asked(ground)).toEqual(others);
  });

  it("is, of several at one level, each of them, by name", async () => {
    const ground = await home();
    const { practiceId, system, owner, colleague } = ground;
    const call = (who: StaffActor, name: string) =>
      as(system, ({ tx }) =>
        tx
          .update(account)
          .set({ role: "owner", name })
          .where(and(eq(account.practiceId, practiceId), eq(account.id, who.accountId))),
      );
    const owners = async () => (await asked(ground)).filter(([level]) => level === "owner").map(([, id]) => id);
    await call(owner, "Zoe");
    await call(colleague, "Abe");
    expect(await owners()).toEqual([colleague.accountId, owner.accountId]);
    await call(owner, "Abe");
    await call(colleague, "Zoe");
    expect(await owners()).toEqual([owner.accountId, colleague.accountId]);
  });
});
