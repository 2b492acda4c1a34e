import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { syncAssignedAssessments } from "@/db/commands/assessments/sync-assigned-assessments";
import { decideOnPath } from "@/db/commands/protocol/decide-on-path";
import { couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import { withScope } from "@/db/scope";
import { assigningGround, audits, sittingsOf, versionOf } from "@/db/testing/assigning";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";

const pool = testPool();

describe("assigning", () => {
  it("opens today, is due in two days, leaves a trace, and has one effect however often the form comes", async () => {
    const { minted, person, form } = await assigningGround(pool);
    const once = form();
    const sent = await Promise.all(
      [1, 2, 3].map(() => withScope(pool, minted.therapist, testNow, (scope) => assignInstruments(scope, once))),
    );
    expect(sent.map(({ sittings }) => sittings).sort()).toEqual([0, 0, 1]);
    expect(await sittingsOf(pool, minted, person.clientId)).toMatchObject([
      { opensOn: "2026-11-23", dueOn: "2026-11-25" },
    ]);
    expect(await audits(pool, minted, "assessments.assigned")).toBe(1);
  });

  it("writes to who has accepted the invitation, and to nobody who never came", async () => {
    const { minted, person, assign } = await assigningGround(pool);
    const letters = () =>
      withScope(pool, minted.system, testNow, ({ tx }) =>
        tx.select().from(outboxLetter).where(eq(outboxLetter.accountId, person.accountId)),
      );
    await assign(minted.therapist);
    expect(await letters()).toEqual([]);
    await withScope(pool, minted.system, testNow, ({ tx }) =>
      tx.update(account).set({ passwordHash: "chosen" }).where(eq(account.id, person.accountId)),
    );
    await assign(minted.therapist);
    expect(await letters()).toMatchObject([{ aboutKind: "assigned" }]);
  });

  it("lays out every repetition at once", async () => {
    const { minted, person, assign } = await assigningGround(pool);
    await assign(minted.therapist, { when: "every", on: "2026-11-23", every: "2", times: "3", days: "0" });
    expect((await sittingsOf(pool, minted, person.clientId)).map(({ dueOn }) => dueOn)).toEqual([
      "2026-11-23",
      "2026-12-07",
      "2026-12-21",
    ]);
  });

  it("follows the protocol's weeks, and laying out again changes nothing", async () => {
    const { minted, person, assign } = await assigningGround(pool);
    await assign(minted.therapist, { when: "protocol-weeks", "weeks[]": ["1", "3"], days: "1" });
    const first = await sittingsOf(pool, minted, person.clientId);
    expect(first.map(({ dueOn }) => dueOn)).toEqual(["2026-11-29", "2026-12-13"]);
    await withScope(pool, minted.therapist, testNow, (scope) =>
      syncAssignedAssessments(scope, { clientId: person.clientId, zone: person.zone, at: testNow, decisionId: null }),
    );
    expect(await sittingsOf(pool, minted, person.clientId)).toEqual(first);
  });

  it("moves with the path: a repeated week puts what comes after it a week later", async () => {
    const { minted, person, assign } = await assigningGround(pool);
    await assign(minted.therapist, { when: "protocol-weeks", "weeks[]": ["3"], days: "1" });
    await withScope(pool, minted.therapist, testNow, (scope) =>
      decideOnPath(scope, {
        id: randomUUID(),
        clientId: person.clientId,
        change: { kind: "repeat" },
        reason: "The first week was all exams.",
        words: "We live this week once more.",
      }),
    );
    expect((await sittingsOf(pool, minted, person.clientId)).map(({ dueOn }) => dueOn)).toEqual(["2026-12-20"]);
  });

  it("asks both partners of a couple, each with a sitting of their own", async () => {
    const { minted, person, assign } = await assigningGround(pool);
    const partner = await mintClient(pool, minted, { name: "Dario" });
    await withScope(pool, minted.system, testNow, ({ tx }) =>
      tx.insert(couple).values({
        practiceId: minted.practiceId,
        id: randomUUID(),
        firstClientId: person.clientId,
        secondClientId: partner.clientId,
        linkedBy: minted.therapist.accountId,
        leadId: minted.therapist.accountId,
        zone: "Europe/London",
        drawnCheckOn: "2027-01-18",
        linkedAt: testNow,
      }),
    );
    await assign(minted.therapist, { withPartner: "yes" });
    expect(await sittingsOf(pool, minted, person.clientId)).toHaveLength(1);
    expect(await sittingsOf(pool, minted, partner.clientId)).toHaveLength(1);
  });

  it("refuses what cannot be given, with the reason", async () => {
    const { minted, assign } = await assigningGround(pool);
    const unworded = await versionOf(pool, minted, "phq-9");
    await expect(assign(minted.therapist, { "instruments[]": [unworded] })).rejects.toMatchObject({ name: "NotFound" });
    await expect(assign(minted.therapist, { when: "on", on: "2026-11-01" })).rejects.toMatchObject({ name: "Refused" });
  });

  it("is closed to another therapist, to a supervisor, and to a foreign practice", async () => {
    const { minted, person, assign, form } = await assigningGround(pool);
    const foreign = await mintPractice(pool);
    for (const actor of [minted.colleague, minted.supervisor, foreign.therapist, foreign.owner])
      await expect(assign(actor)).rejects.toMatchObject({ name: "NotFound" });
    const mixed = form({ "clients[]": [person.clientId, (await mintClient(pool, foreign)).clientId] });
    await expect(
      withScope(pool, minted.owner, testNow, (scope) => assignInstruments(scope, mixed)),
    ).rejects.toMatchObject({ name: "NotFound" });
    expect(await sittingsOf(pool, minted, person.clientId)).toEqual([]);
    await assign(minted.owner);
    expect(await sittingsOf(pool, minted, person.clientId)).toHaveLength(1);
  });
});
