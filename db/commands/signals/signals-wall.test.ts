import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { refreshSignals } from "@/db/commands/signals/refresh-signals";
import { getClientSignals } from "@/db/queries/signals/client-signals";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type LinkedCouple, linkedCouple } from "@/db/testing/linked-couple";
import { testNow } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/actor";
import { lookAtSignals } from "@/runtime/worker/look-at-signals";

const pool = testPool();
const day = (days: number, minutes = 0) => new Date(testNow.getTime() + days * 86_400_000 + minutes * 60_000);

/** Two who are linked, each with a therapist of their own: Dario's reads him alone. */
async function apart(): Promise<LinkedCouple> {
  const pair = await linkedCouple(pool);
  const { practice, dario, ines } = pair;
  const accounts = `'${dario.accountId}', '${ines.accountId}'`;
  await withScope(pool, practice.system, testNow, async ({ tx }) => {
    await tx.execute(
      `update client set therapist_id = '${practice.colleague.accountId}' where id = '${dario.clientId}'`,
    );
    await tx.execute(`update account set password_hash = 'x' where id in (${accounts})`);
  });
  await lookAtSignals(pool, practice.system, testNow);
  return pair;
}

const ofDario = ({ practice, dario }: LinkedCouple, now: Date, reader: StaffActor = practice.colleague) =>
  withScope(pool, reader, now, (scope) => getClientSignals(scope, dario.clientId));

/** As a page says it: ids are chance. */
async function said(pair: LinkedCouple, now: Date, reader?: StaffActor) {
  const { signals, history } = await ofDario(pair, now, reader);
  return {
    signals: signals.map(({ kind, data: { ref: _, ...data }, state, shownAt }) => ({ kind, data, state, shownAt })),
    history: history.map(({ kind, step, at, by }) => ({ kind, step, at, by })),
  };
}

const check = ({ ines }: LinkedCouple, now: Date) =>
  withScope(pool, ines, now, (scope) => saveConnectionCheck(scope, { id: randomUUID(), score: 3, note: null }));
const stop = ({ practice, ines }: LinkedCouple, now: Date) =>
  withScope(pool, practice.owner, now, (scope) =>
    raiseGate(scope, { clientId: ines.clientId, kind: "stop", reason: "What she told me." }),
  );

describe("what one of two did alone", () => {
  it("opens nothing of the other's, however late the worker is", async () => {
    const [calm, told] = [await apart(), await apart()];
    // Days in which the worker did not come by, and in which something of Dario's own would have opened.
    await check(told, day(6));
    await stop(told, day(6, 5));
    expect(await said(told, day(6, 10))).toEqual(await said(calm, day(6, 10)));
    for (const { practice } of [calm, told]) await lookAtSignals(pool, practice.system, day(7));
    const after = await said(calm, day(7, 5));
    expect(after.history.length).toBeGreaterThan(0);
    expect(await said(told, day(7, 5))).toEqual(after);
  });

  it("is told to who reads both, and its history stays theirs when the person's own side says the same", async () => {
    const [calm, told] = [await apart(), await apart()];
    await stop(told, day(1));
    const waits = async (pair: LinkedCouple, now: Date, reader?: StaffActor) =>
      (await said(pair, now, reader)).history.filter(
        ({ kind }) => kind.startsWith("safety") || kind === "waits-for-you",
      );
    for (const pair of [calm, told])
      await withScope(pool, pair.practice.owner, day(3), (scope) =>
        raiseGate(scope, { clientId: pair.dario.clientId, kind: "concern", reason: "What he told me." }),
      );
    expect((await waits(calm, day(3, 5))).map(({ kind, step }) => `${kind} ${step}`)).toEqual([
      "safety-concern opened",
    ]);
    expect(await waits(told, day(3, 5))).toEqual(await waits(calm, day(3, 5)));
  });
});

describe("the history of signals", () => {
  const refresh = (pair: LinkedCouple, now: Date) =>
    withScope(pool, pair.practice.system, now, (scope: Scope) => refreshSignals(scope, [pair.dario.clientId]));

  it("reads the same whether or not the worker has come by", async () => {
    const pair = await apart();
    const before = await said(pair, day(9), pair.practice.owner);
    await refresh(pair, day(9));
    expect(await said(pair, day(9), pair.practice.owner)).toEqual(before);
    expect(before.history.filter(({ step }) => step === "opened").length).toBeGreaterThan(1);
  });

  it("tells what happened at one instant in the order of the table", async () => {
    const pairs = [await apart(), await apart(), await apart()];
    for (const pair of pairs) await refresh(pair, day(9));
    const [first, ...others] = await Promise.all(pairs.map(async (pair) => (await said(pair, day(9, 5))).history));
    for (const other of others) expect(other).toEqual(first);
  });
});
