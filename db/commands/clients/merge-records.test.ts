import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { getClientSteps } from "@/db/queries/clients/client-steps";
import { findByNumber, getMergeSides, hasNamesake, listAlike, readMergeSides } from "@/db/queries/clients/merge-sides";
import { listDischarged } from "@/db/queries/clients/standing";
import { getGate } from "@/db/queries/safety/safety-gate";
import { account } from "@/db/schema/identity";
import { type Scope, withScope } from "@/db/scope";
import { testPool, workerUrl } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import { auditOf } from "@/db/testing/tenancy";
import type { Actor, ClientActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { eraseClients } from "@/runtime/worker/erase-clients";
import { saveConnectionCheck } from "../connection/save-check";
import { findPerson } from "../identity/person";
import { raiseGate } from "../safety/decide-gate";
import { decideUntold } from "../safety/name-untold";
import { sayNotSafe } from "../safety/say-not-safe";
import { answerErasure, beginHold, endHold, noteErasureAsked } from "./answer-erasure";
import { dischargeClient, returnClient } from "./discharge-client";
import { mergeRecords, undoMerge } from "./merge-records";
import { transferClients } from "./transfer-clients";

const pool = testPool();
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, at = testNow) =>
  withScope(pool, actor, at, run);
const reason = "She has one birthday.";
const id = () => randomUUID();

async function two() {
  const practice = await mintPractice(pool);
  const [stays, goes] = [await mintClient(pool, practice), await mintClient(pool, practice)];
  await as(practice.system, ({ tx }) =>
    tx.update(account).set({ passwordHash: "set" }).where(eq(account.role, "client")),
  );
  for (const person of [stays, goes]) await openGate(pool, practice, person);
  const form = { id: id(), clientId: goes.clientId, intoId: stays.clientId, reason };
  return { practice, stays, goes, form };
}

const gate = ({ therapist }: MintedPractice, { clientId }: ClientActor, at: Date) =>
  as(therapist, (scope) => getGate(scope, clientId), at);

describe("merging two records of one person", () => {
  it("points from the one at the other, takes it off the caseload and closes its sign-in; nothing that was written moves", async () => {
    const { practice, stays, goes, form } = await two();
    const { therapist } = practice;
    await as(goes, (scope) => saveConnectionCheck(scope, { id: id(), score: 4, note: "Of the other record." }));
    const rows = () =>
      as(practice.system, ({ tx }) =>
        tx.$client.query("select c::text as row from connection_check c order by id").then((found) => found.rows),
      );
    const before = await rows();
    await as(therapist, (scope) => mergeRecords(scope, form), later(1));
    await as(therapist, (scope) => mergeRecords(scope, form), later(2));
    expect(await rows()).toEqual(before);
    expect(await as(therapist, (scope) => getClientSteps(scope, goes.clientId))).toMatchObject([
      { kind: "merged", reason },
    ]);
    expect(await as(practice.system, (scope) => findPerson(scope, goes.accountId))).toMatchObject({ hasAccess: false });
    expect(await as(practice.system, (scope) => findPerson(scope, stays.accountId))).toMatchObject({ hasAccess: true });
    const listed = await as(therapist, getCaseloadFacts);
    expect(listed.map(({ clientId }) => clientId)).toEqual([stays.clientId]);
    expect(await as(therapist, listDischarged)).toEqual([]);
    const header = (who: ClientActor) => as(therapist, (scope) => getClientHeader(scope, who.clientId));
    const [one, other] = [await header(stays), await header(goes)];
    expect(one.mergedFrom).toEqual([{ clientId: goes.clientId, recordNumber: other.recordNumber }]);
    expect(other).toMatchObject({
      isGone: true,
      mergedInto: { clientId: stays.clientId, recordNumber: one.recordNumber },
    });
    const merged = (await auditOf(pool, practice.system)).filter(({ action }) => action === "clients.merged");
    expect(merged.map((row) => row.client_id).sort()).toEqual([stays.clientId, goes.clientId].sort());
  });

  it("gives the one that stays the stricter gate, which waits for a clinician, and takes it back with the merge", async () => {
    const { practice, stays, goes, form } = await two();
    const { therapist } = practice;
    expect(await gate(practice, stays, testNow)).toMatchObject({ state: "clear" });
    await as(
      therapist,
      (scope) => raiseGate(scope, { clientId: goes.clientId, kind: "stop", reason: "She was threatened at home." }),
      later(1),
    );
    await as(therapist, (scope) => mergeRecords(scope, form), later(2));
    expect(await gate(practice, stays, later(3))).toMatchObject({ state: "stop", awaits: "clinician" });
    await as(
      therapist,
      (scope) => undoMerge(scope, { id: id(), clientId: goes.clientId, reason: "Two people." }),
      later(4),
    );
    expect(await gate(practice, stays, later(5))).toMatchObject({ state: "not-screened", awaits: "clinician" });
    expect(await gate(practice, goes, later(5))).toMatchObject({ state: "stop" });
  });

  it("waits for a clinician too where both were clear, in both orders", async () => {
    const { practice, stays, form } = await two();
    await as(practice.therapist, (scope) => mergeRecords(scope, form), later(1));
    expect(await gate(practice, stays, later(2))).toMatchObject({ state: "not-screened", awaits: "clinician" });
  });

  it("is taken back: the record is here again, or discharged as it was", async () => {
    const { practice, goes, form } = await two();
    const { therapist } = practice;
    const undo = (at: number) =>
      as(
        therapist,
        (scope) => undoMerge(scope, { id: id(), clientId: goes.clientId, reason: "Two people." }),
        later(at),
      );
    await expect(undo(1)).rejects.toMatchObject({ name: "Refused" });
    await as(therapist, (scope) => mergeRecords(scope, form), later(2));
    await expect(
      as(therapist, (scope) => returnClient(scope, { id: id(), clientId: goes.clientId, reason }), later(3)),
    ).rejects.toMatchObject({ name: "Refused" });
    await undo(4);
    expect(await as(therapist, getCaseloadFacts, later(5))).toHaveLength(2);
    expect(await as(practice.system, (scope) => findPerson(scope, goes.accountId))).toMatchObject({ hasAccess: true });
    await expect(undo(6)).rejects.toMatchObject({ name: "Refused" });
    const closed = { reason, goodbye: null, portal: "closed" as const, readableUntil: "" as const };
    await as(therapist, (scope) => dischargeClient(scope, { id: id(), clientId: goes.clientId, ...closed }), later(7));
    await as(therapist, (scope) => mergeRecords(scope, { ...form, id: id() }), later(8));
    await undo(9);
    expect(await as(therapist, listDischarged, later(10))).toMatchObject([{ clientId: goes.clientId }]);
    expect(await as(practice.system, (scope) => findPerson(scope, goes.accountId))).toMatchObject({ hasAccess: false });
    const header = await as(therapist, (scope) => getClientHeader(scope, goes.clientId), later(10));
    expect(header.mergedInto).toBeNull();
  });

  it("is refused where either is linked, and for the two of a couple also afterwards", async () => {
    const { practice, ines, dario } = await linkedCouple(pool);
    const other = await mintClient(pool, practice, { name: "Noor" });
    const merge = (clientId: string, intoId: string) =>
      as(practice.therapist, (scope) => mergeRecords(scope, { id: id(), clientId, intoId, reason }));
    await expect(merge(ines.clientId, other.clientId)).rejects.toThrow(/linked with a partner/);
    await expect(merge(other.clientId, ines.clientId)).rejects.toThrow(/linked with a partner/);
    await expect(merge(ines.clientId, dario.clientId)).rejects.toThrow(/two people/);
  });

  it("waits for an open event, for who is never told, and for what was asked about erasing", async () => {
    const { practice, goes, stays, form } = await two();
    const { therapist, colleague } = practice;
    const merge = (at: number) => as(therapist, (scope) => mergeRecords(scope, { ...form, id: id() }), later(at));
    await as(therapist, (scope) =>
      decideUntold(scope, { clientId: goes.clientId, accountId: colleague.accountId, decision: "named" }),
    );
    await expect(merge(1)).rejects.toThrow(/never told/);
    await as(therapist, (scope) =>
      decideUntold(scope, { clientId: stays.clientId, accountId: colleague.accountId, decision: "named" }),
    );
    await as(therapist, (scope) => noteErasureAsked(scope, { id: id(), clientId: goes.clientId, reason }), later(2));
    await expect(merge(3)).rejects.toThrow(/to be erased/);
    const fresh = await two();
    await as(fresh.goes, (scope) => sayNotSafe(scope, {}));
    await expect(as(fresh.practice.therapist, (scope) => mergeRecords(scope, fresh.form))).rejects.toThrow(/is open/);
  });

  it("is for who may change both, in one practice", async () => {
    const { practice, stays, goes, form } = await two();
    const foreign = await mintPractice(pool);
    const abroad = await mintClient(pool, foreign);
    for (const actor of [practice.supervisor, practice.colleague, foreign.owner])
      await expect(as(actor, (scope) => mergeRecords(scope, form))).rejects.toThrow(NotFound);
    await expect(
      as(practice.therapist, (scope) => mergeRecords(scope, { ...form, intoId: abroad.clientId })),
    ).rejects.toThrow(NotFound);
    await expect(
      as(practice.therapist, (scope) => getMergeSides(scope, stays.clientId, abroad.clientId)),
    ).rejects.toThrow(NotFound);
    expect(await as(practice.colleague, (scope) => findByNumber(scope, 1))).toBeNull();
    await as(practice.therapist, (scope) => readMergeSides(scope, stays.clientId, goes.clientId));
    const read = (await auditOf(pool, practice.system)).filter(({ action }) => action === "clients.record-read");
    expect(read.map(({ client_id }) => client_id).sort()).toEqual([stays.clientId, goes.clientId].sort());
    const alike = (actor = practice.therapist) => as(actor, (scope) => listAlike(scope, stays.clientId));
    expect(await alike()).toMatchObject([
      { clientId: goes.clientId, reasons: expect.arrayContaining(["the same name"]) },
    ]);
    await expect(alike(practice.colleague)).rejects.toThrow(NotFound);
    expect(await as(practice.therapist, (scope) => hasNamesake(scope, stays.clientId))).toBe(true);
    await as(practice.therapist, (scope) => mergeRecords(scope, form), later(1));
    expect(await alike()).toEqual([]);
    expect(await as(practice.therapist, (scope) => hasNamesake(scope, stays.clientId))).toBe(false);
  });

  it("hands the other record over together with the one that stays", async () => {
    const { practice, stays, goes, form } = await two();
    const { colleague, owner } = practice;
    await as(practice.system, ({ tx }) =>
      tx.update(account).set({ passwordHash: "set" }).where(eq(account.id, colleague.accountId)),
    );
    await as(practice.therapist, (scope) => mergeRecords(scope, form), later(1));
    const handOver = (clientId: string) => ({ "clients[]": [clientId], toId: colleague.accountId, reason });
    await expect(as(owner, (scope) => transferClients(scope, handOver(goes.clientId)), later(2))).rejects.toThrow(
      NotFound,
    );
    await as(owner, (scope) => transferClients(scope, handOver(stays.clientId)), later(3));
    for (const { clientId } of [stays, goes])
      expect(await as(colleague, (scope) => getClientHeader(scope, clientId))).toMatchObject({ id: clientId });
  });

  it("is erased as one person: granted for both, and a hold on either holds both back", async () => {
    const { practice, stays, goes, form } = await two();
    const { therapist, system } = practice;
    const dir = mkdtempSync(path.join(os.tmpdir(), "nearer-merged-"));
    await as(therapist, (scope) => mergeRecords(scope, form), later(1));
    await expect(
      as(therapist, (scope) => noteErasureAsked(scope, { id: id(), clientId: goes.clientId, reason }), later(2)),
    ).rejects.toThrow(/erased together/);
    await as(therapist, (scope) => noteErasureAsked(scope, { id: id(), clientId: stays.clientId, reason }), later(2));
    const closed = { reason, goodbye: null, portal: "closed" as const, readableUntil: "" as const };
    await as(therapist, (scope) => dischargeClient(scope, { id: id(), clientId: stays.clientId, ...closed }), later(3));
    const holdId = id();
    await as(therapist, (scope) => beginHold(scope, { id: holdId, clientId: goes.clientId, reason }), later(4));
    const talk = { on: "2026-11-20", way: "phone" as const, unheard: true };
    await as(
      therapist,
      (scope) => answerErasure(scope, { id: id(), clientId: stays.clientId, answer: "erase", reason, talk }),
      later(5),
    );
    const workers = connect({ url: workerUrl(), max: 2, onIdleError: () => undefined });
    const erase = (at: number) => eraseClients(workers, system, later(at), dir);
    expect(await erase(6)).toBe(0);
    await as(therapist, (scope) => endHold(scope, { id: id(), clientId: goes.clientId, holdId, reason }), later(7));
    expect(await erase(8)).toBe(2);
    const names = await as(system, ({ tx }) =>
      tx.$client
        .query("select name from account where id = any ($1)", [[stays.accountId, goes.accountId]])
        .then(({ rows }) => rows.map(({ name }) => name)),
    );
    expect(names).toEqual(["Erased", "Erased"]);
    await workers.end();
    rmSync(dir, { recursive: true, force: true });
  });
});
