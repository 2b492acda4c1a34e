import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { mergeRecords, undoMerge } from "@/db/commands/clients/merge-records";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { decideUntold } from "@/db/commands/safety/name-untold";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { Actor } from "@/lib/actor";
import { getClientOverview } from "./client-overview";
import { measuredElsewhere } from "./measured-elsewhere";

const pool = testPool();
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, at = testNow) =>
  withScope(pool, actor, at, run);

describe("what was measured on a merged record", () => {
  it("stands beside the record that stays, with its number, and goes when the merge is taken back", async () => {
    const practice = await mintPractice(pool);
    const { therapist } = practice;
    const [stays, goes] = [await mintClient(pool, practice), await mintClient(pool, practice)];
    await as(stays, (scope) => saveConnectionCheck(scope, { id: randomUUID(), score: 7, note: null }));
    await as(goes, (scope) => saveConnectionCheck(scope, { id: randomUUID(), score: 3, note: "On the other one." }));
    await sitDimensions(pool, practice, goes, { emotional: [36, 76] });
    const read = (actor = therapist, id = stays.clientId) =>
      as(actor, (scope) => measuredElsewhere(scope, id), later(9));
    expect(await read()).toEqual([]);
    const form = { id: randomUUID(), clientId: goes.clientId, intoId: stays.clientId, reason: "One person." };
    await as(therapist, (scope) => mergeRecords(scope, form), later(1));
    expect(await read()).toMatchObject([
      {
        clientId: goes.clientId,
        checks: [{ score: 3, note: "On the other one." }],
        sittings: [{ instrument: { key: "five-dimensions" } }],
      },
    ]);
    // What the staying record is judged by is its own, and the other record shows nothing of it.
    const overview = await as(therapist, (scope) => getClientOverview(scope, stays.clientId), later(2));
    expect(overview.checks).toMatchObject([{ score: 7 }]);
    expect(await read(therapist, goes.clientId)).toEqual([]);
    const looks = (await auditOf(pool, practice.system)).filter(({ client_id }) => client_id === goes.clientId);
    expect(looks.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["clients.chart-read", "clients.words-read"]),
    );
    await as(
      therapist,
      (scope) => undoMerge(scope, { id: randomUUID(), clientId: goes.clientId, reason: "Two people." }),
      later(3),
    );
    expect(await read()).toEqual([]);
  });

  it("is nothing for who may not read the other record", async () => {
    const practice = await mintPractice(pool);
    const { owner, therapist, colleague, supervisor } = practice;
    const [stays, goes] = [await mintClient(pool, practice), await mintClient(pool, practice)];
    await as(goes, (scope) => saveConnectionCheck(scope, { id: randomUUID(), score: 3, note: null }));
    const form = { id: randomUUID(), clientId: goes.clientId, intoId: stays.clientId, reason: "One person." };
    await as(therapist, (scope) => mergeRecords(scope, form), later(1));
    const count = async (actor: typeof therapist) =>
      (await as(actor, (scope) => measuredElsewhere(scope, stays.clientId), later(9))).length;
    expect([await count(therapist), await count(supervisor), await count(owner)]).toEqual([1, 1, 1]);
    // Who was named as never to be told of the one record learns nothing of it on the other.
    const untold = { clientId: goes.clientId, accountId: owner.accountId, decision: "named" as const };
    await as(therapist, (scope) => decideUntold(scope, untold), later(2));
    expect([await count(owner), await count(therapist), await count(colleague)]).toEqual([0, 1, 0]);
    const foreign = await mintPractice(pool);
    expect(await count(foreign.owner)).toBe(0);
  });
});
