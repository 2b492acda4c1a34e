import { randomUUID } from "node:crypto";
import { asc } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getExercisePage } from "@/db/queries/exercises/exercise-page";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { getClientProtocol } from "@/db/queries/protocol/client-protocol";
import { swapAnswer, swapRequest } from "@/db/schema/swap-requests";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import { decide } from "@/db/testing/protocol";
import { dataOf } from "@/db/testing/signals";
import { auditOf, itKeepsToItsTenant } from "@/db/testing/tenancy";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { openSwapRequests } from "@/lib/protocol/swap-request";
import { askForSwap, takeBackSwap } from "../exercises/ask-for-swap";
import { declineSwap } from "./answer-swap";
import { undoAtOnce } from "./decide-on-path";

const pool = testPool();
const KEY = "one-real-feeling";
const swap = { kind: "swap", from: KEY, to: "learn-together", scope: "onward" } as const;

async function person() {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice, { startDate: "2026-11-16" });
  await openGate(pool, practice, ines);
  return { practice, ines, clientId: ines.clientId };
}

async function ask(ines: ClientActor, id: string = randomUUID(), note: string | null = "Something with our hands") {
  await withScope(pool, ines, testNow, (scope) => askForSwap(scope, { id, key: KEY, note }));
  return id;
}
const decline = (actor: StaffActor, clientId: string, requestId: string, id: string = randomUUID()) =>
  withScope(pool, actor, testNow, (scope) =>
    declineSwap(scope, { id, clientId, requestId, words: "Let us stay with it for a week." }),
  );
const takeBack = (ines: ClientActor, requestId: string, id: string = randomUUID()) =>
  withScope(pool, ines, testNow, (scope) => takeBackSwap(scope, { id, requestId }));
const rows = (ines: ClientActor) =>
  withScope(pool, ines, testNow, ({ tx }) => tx.select().from(swapRequest).orderBy(asc(swapRequest.askedAt)));
const answers = (ines: ClientActor) => withScope(pool, ines, testNow, ({ tx }) => tx.select().from(swapAnswer));
const today = (ines: ClientActor) => withScope(pool, ines, testNow, getPortalToday);
const tab = ({ therapist }: MintedPractice, clientId: string) =>
  withScope(pool, therapist, testNow, (scope) => getClientProtocol(scope, clientId));
const waiting = async (practice: MintedPractice, clientId: string) => {
  const { swaps, header } = await tab(practice, clientId);
  return openSwapRequests(swaps, header.enrolment?.decisions ?? []);
};

describe("asking for another exercise", () => {
  it("is kept once, sealed, in its day, and never blocks the exercise", async () => {
    const { practice, ines, clientId } = await person();
    const id = randomUUID();
    await Promise.all([ask(ines, id), ask(ines, id), ask(ines), ask(ines)]);
    const kept = await rows(ines);
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({ exerciseKey: KEY, askedOn: "2026-11-23" });
    expect(kept[0]?.wordsSealed).not.toContain("hands");
    const page = await withScope(pool, ines, testNow, (scope) => getExercisePage(scope, KEY));
    expect(page).toMatchObject({ open: true, swap: { exercise: KEY, answer: null } });
    expect((await today(ines)).swaps).toMatchObject([{ title: "One real feeling a day", answer: null }]);
    expect(await waiting(practice, clientId)).toMatchObject([
      { words: "Something with our hands", askedOn: "2026-11-23" },
    ]);
    const [fact] = await withScope(pool, practice.therapist, testNow, (scope) => getCaseloadFacts(scope));
    expect(dataOf(fact, "swap-wish")).toMatchObject({ title: "One real feeling a day", on: "2026-11-23" });
    expect(
      (await auditOf(pool, practice.owner)).filter(({ action }) => action === "exercises.swap-asked"),
    ).toHaveLength(1);
  });

  it("can be taken back by the one who asked, then made anew", async () => {
    const { practice, ines, clientId } = await person();
    const id = await ask(ines);
    const other = await mintClient(pool, practice, { name: "Dario", startDate: "2026-11-16" });
    const stranger = await person();
    for (const foreign of [other, stranger.ines])
      await expect(takeBack(foreign, id)).rejects.toMatchObject({ name: "NotFound" });
    await takeBack(ines, id);
    await takeBack(ines, id);
    expect(await answers(ines)).toHaveLength(1);
    expect((await today(ines)).swaps).toEqual([]);
    expect(await waiting(practice, clientId)).toEqual([]);
    await expect(decline(practice.therapist, clientId, id)).rejects.toThrow("taken that wish back");
    await ask(ines);
    expect(await waiting(practice, clientId)).toHaveLength(1);
  });

  it("is not another client's to see", async () => {
    const { practice, ines } = await person();
    await ask(ines);
    const other = await mintClient(pool, practice, { name: "Dario", startDate: "2026-11-16" });
    expect((await today(other)).swaps).toEqual([]);
  });
});

describe("answering it", () => {
  it("happens by the swap itself, in its transaction; undone, the wish is open again", async () => {
    const { practice, ines, clientId } = await person();
    await ask(ines);
    const id = await decide(pool, practice.therapist, clientId, swap);
    expect(await answers(ines)).toMatchObject([{ kind: "decided", decisionId: id }]);
    expect(await waiting(practice, clientId)).toEqual([]);
    expect((await today(ines)).swaps).toMatchObject([{ answer: { kind: "decided", words: null } }]);
    await withScope(pool, practice.therapist, testNow, (scope) =>
      undoAtOnce(scope, { id: randomUUID(), clientId, undoes: id }),
    );
    expect(await waiting(practice, clientId)).toHaveLength(1);
    await decide(pool, practice.therapist, clientId, { kind: "drop", exercise: KEY, scope: "onward" });
    expect(await waiting(practice, clientId)).toEqual([]);
  });

  it("leaves wishes about other exercises alone, and other decisions answer nothing", async () => {
    const { practice, ines, clientId } = await person();
    await ask(ines);
    await decide(pool, practice.therapist, clientId, { kind: "hold" });
    await decide(pool, practice.therapist, clientId, { ...swap, from: "ask-for-a-favour" });
    expect(await waiting(practice, clientId)).toHaveLength(1);
  });

  it("may be a no in words that the client reads, once", async () => {
    const { practice, ines, clientId } = await person();
    const id = await ask(ines);
    const answerId = randomUUID();
    await decline(practice.therapist, clientId, id, answerId);
    await decline(practice.therapist, clientId, id, answerId);
    await expect(decline(practice.therapist, clientId, id)).rejects.toThrow("has answered that already");
    await expect(takeBack(ines, id)).rejects.toThrow("answered already");
    const kept = await answers(ines);
    expect(kept).toHaveLength(1);
    expect(kept[0]?.wordsSealed).not.toContain("week");
    expect((await today(ines)).swaps).toMatchObject([
      { answer: { kind: "declined", words: "Let us stay with it for a week.", by: practice.therapist.name } },
    ]);
    expect((await auditOf(pool, practice.owner)).map(({ action }) => action)).toContain("protocol.swap-declined");
  });

  it("and taking it back at the same moment come one after the other", async () => {
    const { practice, ines, clientId } = await person();
    const id = await ask(ines);
    const both = await Promise.allSettled([decline(practice.therapist, clientId, id), takeBack(ines, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await answers(ines)).toHaveLength(1);
  });

  it("is for this client's wishes alone", async () => {
    const { practice, clientId } = await person();
    const other = await mintClient(pool, practice, { name: "Dario", startDate: "2026-11-16" });
    await openGate(pool, practice, other);
    const id = await ask(other);
    await expect(decline(practice.therapist, clientId, id)).rejects.toMatchObject({ name: "NotFound" });
  });
});

describe("who may answer", () => {
  let found: { practice: MintedPractice; clientId: string; requestId: string };
  beforeAll(async () => {
    const { practice, ines, clientId } = await person();
    found = { practice, clientId, requestId: await ask(ines) };
  });
  itKeepsToItsTenant(
    pool,
    () => found,
    (scope, clientId) =>
      declineSwap(scope, { id: randomUUID(), clientId, requestId: found.requestId, words: "Not now." }),
    { supervisorMay: false },
  );
});
