import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { erasings } from "@/db/erasing/erase";
import { hashPassword } from "@/db/password";
import { getClientSteps } from "@/db/queries/clients/client-steps";
import { getTransfers } from "@/db/queries/clients/transfers";
import { getNotePage } from "@/db/queries/notes/session-note";
import { account } from "@/db/schema/identity";
import { type Scope, withScope } from "@/db/scope";
import { booked, bookingOf } from "@/db/testing/appointment-booking";
import { testPool, workerUrl } from "@/db/testing/database";
import { mintClient, mintPractice, testNow, testToday } from "@/db/testing/mint";
import { amending, signed, signing } from "@/db/testing/note-signing";
import { auditOf } from "@/db/testing/tenancy";
import type { Actor } from "@/lib/actor";
import { zippedRecord } from "@/server/record-files";
import { dischargeClient } from "./clients/discharge-client";
import { enrolClient } from "./clients/enrol-client";
import { mergeRecords, undoMerge } from "./clients/merge-records";
import { transferClients } from "./clients/transfer-clients";
import { saveConnectionCheck } from "./connection/save-check";
import { makeExport } from "./exports/make-export";
import { decideAccess } from "./identity/decide-access";
import { findPerson } from "./identity/person";
import { amendNote, cosignNote } from "./notes/amend-note";
import { signNote } from "./notes/sign-note";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 2, onIdleError: () => undefined });
afterAll(() => workers.end());
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, at = testNow) =>
  withScope(pool, actor, at, run);

/** Of what is done at once, how many went through; what did not was refused in words, and nothing broke. */
async function wentThrough(doings: readonly Promise<unknown>[]): Promise<number> {
  const all = await Promise.allSettled(doings);
  for (const one of all) if (one.status === "rejected") expect(["Refused", "NotFound"]).toContain(one.reason.name);
  return all.filter(({ status }) => status === "fulfilled").length;
}

async function ground() {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  await as(practice.system, ({ tx }) =>
    tx.update(account).set({ passwordHash: "set" }).where(eq(account.practiceId, practice.practiceId)),
  );
  return { practice, client, clientId: client.clientId };
}

describe("two at the same moment", () => {
  it("hand one client over to two: a chain of hands, and the record is of the last", async () => {
    const { practice, clientId } = await ground();
    const { owner, therapist, colleague, supervisor } = practice;
    const give = (toId: string) =>
      as(owner, (scope) => transferClients(scope, { "clients[]": [clientId], toId, reason: "Alma leaves." }));
    await wentThrough([give(colleague.accountId), give(supervisor.accountId), give(colleague.accountId)]);
    const steps = (await as(owner, (scope) => getTransfers(scope, clientId))).toReversed();
    expect(steps[0]?.from).toBe(therapist.name);
    for (const [i, step] of steps.entries()) if (i > 0) expect(step.from).toBe(steps[i - 1]?.to);
    const rows = await as(practice.system, ({ tx }) =>
      tx.$client.query(
        "select a.name from client c join account a on a.practice_id = c.practice_id and a.id = c.therapist_id where c.id = $1",
        [clientId],
      ),
    );
    expect(rows.rows).toEqual([{ name: steps.at(-1)?.to }]);
  });

  it("give a client to somebody and take that one’s access: nobody is left with whom nobody looks after", async () => {
    for (let i = 0; i < 4; i++) {
      const { practice, clientId } = await ground();
      const { owner, colleague } = practice;
      const toId = colleague.accountId;
      await wentThrough([
        as(owner, (scope) => transferClients(scope, { "clients[]": [clientId], toId, reason: "She asked for it." })),
        as(owner, (scope) =>
          decideAccess(scope, { accountId: toId, decision: "withdrawn", reason: "Left.", successorId: "" }),
        ),
      ]);
      const rows = await as(practice.system, async (scope) => ({
        has: (await findPerson(scope, toId))?.hasAccess,
        theirs: (await scope.tx.$client.query("select id from client where therapist_id = $1", [toId])).rows.length,
      }));
      expect(rows.has === false && rows.theirs > 0).toBe(false);
    }
  });

  it("enrol two people for two therapists: each record has a number of its own", async () => {
    const { practice } = await ground();
    const { owner, therapist, colleague, practiceId } = practice;
    const enrol = (therapistId: string) => {
      const id = randomUUID();
      const who = { id, name: "Noor", pronouns: null, email: `${id}@nowhere.example`, zone: "Europe/London" };
      const how = { addressSafety: "unknown" as const, region: null, partnerName: null, versionId: null };
      return as(owner, (scope) => enrolClient(scope, { ...who, ...how, therapistId, startDate: testToday }));
    };
    const all = [therapist, colleague, owner, therapist].map(({ accountId }) => enrol(accountId));
    expect(await wentThrough(all)).toBe(4);
    const { rows } = await as(practice.system, ({ tx }) =>
      tx.$client.query("select count(distinct record_number)::int as n from client where practice_id = $1", [
        practiceId,
      ]),
    );
    expect(rows).toEqual([{ n: 5 }]);
  });

  it("merge two records into one another: one stays, and the other points at it", async () => {
    const { practice, client } = await ground();
    const twin = await mintClient(pool, practice);
    const merge = (clientId: string, intoId: string) =>
      as(practice.therapist, (scope) =>
        mergeRecords(scope, { id: randomUUID(), clientId, intoId, reason: "One person." }),
      );
    expect(await wentThrough([merge(client.clientId, twin.clientId), merge(twin.clientId, client.clientId)])).toBe(1);
  });

  it("take a merge back, and discharge what it was merged into: it is taken back once, whatever came in between", async () => {
    const { practice, client } = await ground();
    const { therapist } = practice;
    const twin = await mintClient(pool, practice);
    const form = { id: randomUUID(), clientId: twin.clientId, intoId: client.clientId, reason: "One person." };
    await as(therapist, (scope) => mergeRecords(scope, form), later(1));
    const closed = { reason: "It is over.", goodbye: null, portal: "closed" as const, readableUntil: "" as const };
    await as(client, (scope) => saveConnectionCheck(scope, { id: randomUUID(), score: 6, note: null }), later(2));
    await expect(
      as(
        therapist,
        (scope) => dischargeClient(scope, { id: randomUUID(), clientId: twin.clientId, ...closed }),
        later(2),
      ),
    ).rejects.toMatchObject({ name: "Refused" });
    const undo = () =>
      as(
        therapist,
        (scope) => undoMerge(scope, { id: randomUUID(), clientId: twin.clientId, reason: "Two people." }),
        later(3),
      );
    const over = as(
      therapist,
      (scope) => dischargeClient(scope, { id: randomUUID(), clientId: client.clientId, ...closed }),
      later(3),
    );
    expect(await wentThrough([undo(), undo(), over])).toBe(2);
    const steps = await as(therapist, (scope) => getClientSteps(scope, twin.clientId), later(4));
    expect(steps.map(({ kind }) => kind).sort()).toEqual(["merged", "returned"]);
  });

  it("sign one note: it is signed once, with the words of one of the two", async () => {
    const { practice, clientId } = await ground();
    const { therapist } = practice;
    const session = await booked(pool, therapist, bookingOf("client", clientId, { date: "2026-11-23", time: "09:00" }));
    const forms = ["She came.", "She stayed away."].map((data) => signing(session, { data }));
    const sign = (form: (typeof forms)[number]) => as(therapist, (scope) => signNote(scope, form));
    expect(await wentThrough(forms.map(sign))).toBe(1);
    const { note } = await as(therapist, (scope) => getNotePage(scope, session));
    expect(note?.versions).toHaveLength(1);
    expect(forms.find(({ id }) => id === note?.id)?.parts[0]).toBe(note?.versions[0]?.parts[0]);
    expect((await auditOf(pool, practice.system)).filter(({ action }) => action === "notes.signed")).toHaveLength(1);
  });

  it("amend and co-sign: what was countersigned is what whoever signed had seen", async () => {
    for (let i = 0; i < 6; i++) {
      const { practice, clientId } = await ground();
      const { therapist, supervisor, owner } = practice;
      const session = await booked(
        pool,
        therapist,
        bookingOf("client", clientId, { date: "2026-11-23", time: "09:00" }),
      );
      const noteId = await signed(pool, therapist, signing(session, { asksCosign: "yes" }));
      await wentThrough([
        as(therapist, (scope) => amendNote(scope, amending(noteId, 1, { data: "She came late." }))),
        as(supervisor, (scope) => cosignNote(scope, { noteId, seen: 1 })),
        as(owner, (scope) => cosignNote(scope, { noteId, seen: 1 })),
        as(therapist, (scope) => amendNote(scope, amending(noteId, 1, { data: "She came early." }))),
      ]);
      const { note } = await as(therapist, (scope) => getNotePage(scope, session));
      expect(note?.versions).toHaveLength(2);
      expect(note?.cosigned.every(({ ordinal }) => ordinal === 1)).toBe(true);
    }
  });

  it("take data out of a record that is being erased: no file of it is left", async () => {
    const { practice, client, clientId } = await ground();
    const { therapist, practiceId } = practice;
    const password = "lantern-orbit-velvet-93";
    const passwordHash = await hashPassword(password);
    await as(practice.system, ({ tx }) =>
      tx.update(account).set({ passwordHash }).where(eq(account.id, therapist.accountId)),
    );
    await as(client, (scope) => saveConnectionCheck(scope, { id: randomUUID(), score: 6, note: "Gone soon." }));
    const making = { limitSecret: "a secret of the tests", write: zippedRecord("https://practice.example/fhir") };
    const form = { clientId, format: "json" as const, "parts[]": ["checks" as const, "words" as const], password };
    const eraser = await workers.connect();
    await eraser.query("begin");
    await eraser.query("select set_config('app.practice_id', $1, true)", [practiceId]);
    expect(await erasings.person(eraser, { practiceId, clientId, at: later(1) })).toBe(true);
    const made = as(therapist, (scope) => makeExport(scope, form, making), later(1));
    const settled = made.catch(() => undefined);
    // It waits for the record, or for nothing: either way it is on its way by now.
    await new Promise((resolve) => setTimeout(resolve, 600));
    await eraser.query("commit");
    eraser.release();
    await settled;
    const left = await as(practice.system, ({ tx }) =>
      tx.$client.query("select id from export_file where client_id = $1", [clientId]),
    );
    expect(left.rows).toEqual([]);
  });
});
