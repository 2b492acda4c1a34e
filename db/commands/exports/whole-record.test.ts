import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { sendMessage } from "@/db/commands/messages/send-message";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { erasedTables } from "@/db/erasing/erase";
import { hashPassword } from "@/db/password";
import { takeExport } from "@/db/queries/exports/export-files";
import { getWholeRecord, listHarmTests } from "@/db/queries/exports/whole-record";
import { account } from "@/db/schema/identity";
import { type Scope, withScope } from "@/db/scope";
import { layOutThings } from "@/db/testing/client-things";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import { unzipped } from "@/db/testing/unzipped";
import type { Actor, StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { neverGiven, type WholePart, wholePartKeys, wholeParts } from "@/lib/exports/all-of-it";
import { type HarmTestForm, harmTestForm } from "@/lib/exports/harm-test";
import { zippedWhole } from "@/server/whole-files";
import { mergeRecords } from "../clients/merge-records";
import { makeWholeFile, testHarm } from "./whole-record";

const pool = testPool();
const password = "lantern-orbit-velvet-93";
const unwritten = () => Promise.reject(new Error("Nothing is put together here."));
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, at = testNow) =>
  withScope(pool, actor, at, run);
const talk = { talkOn: "2026-11-20", talkWay: "phone" as const, talkUnheard: true };

async function ground() {
  const practice = await mintPractice(pool);
  const passwordHash = await hashPassword(password);
  await as(practice.system, ({ tx }) =>
    tx.update(account).set({ passwordHash }).where(eq(account.practiceId, practice.practiceId)),
  );
  const client = await mintClient(pool, practice);
  const { clientId } = client;
  await as(client, (scope) => sendMessage(scope, { id: randomUUID(), body: "Between us two." }));
  await as(client, (scope) => saveConnectionCheck(scope, { id: randomUUID(), score: 4, note: "A heavy day." }));
  await as(client, (scope) => sayNotSafe(scope, {}));
  const test = (minute: number, more: Partial<HarmTestForm> = {}, actor: StaffActor = practice.therapist) =>
    as(
      actor,
      (scope) =>
        testHarm(scope, {
          id: randomUUID(),
          clientId,
          ...talk,
          answer: "all",
          "parts[]": [],
          reason: "She asked alone.",
          ...more,
        }),
      later(minute),
    );
  const make = async (minute: number, typed = password, testId?: string) => {
    const [newest] = await as(practice.therapist, (scope) => listHarmTests(scope, clientId));
    return as(
      practice.therapist,
      (scope) =>
        makeWholeFile(
          scope,
          { clientId, testId: testId ?? newest?.id ?? randomUUID(), password: typed },
          { limitSecret: "a secret of the tests", write: zippedWhole },
        ),
      later(minute),
    );
  };
  const open = async (id: string, minute: number) =>
    unzipped(
      (await as(practice.therapist, (scope) => takeExport(scope, { clientId, id }, unwritten), later(minute))).content,
    );
  return { practice, client, clientId, test, make, open };
}

describe("all of it", () => {
  it("knows of every table that hangs on a person in which part it stands, or why it is never given", () => {
    const given = wholePartKeys.flatMap((part): readonly string[] => wholeParts[part].tables);
    const beside = ["audit_entry", "erasure_step"];
    expect([...new Set([...given, ...Object.keys(neverGiven)])].sort()).toEqual([...erasedTables, ...beside].sort());
    expect(given.filter((table) => table in neverGiven)).toEqual([]);
  });

  it("is made after a harm test and the password, lies there for an hour, and is in the audit", async () => {
    const { practice, make, open, test } = await ground();
    await expect(make(1)).rejects.toMatchObject({ name: "Refused" });
    await test(2);
    expect(await make(3, "not it")).toMatchObject({ problem: expect.any(String) });
    const made = await make(4);
    if ("problem" in made) throw new Error(made.problem);
    const files = await open(made.id, 63);
    expect([...files.keys()]).toEqual(["read-first.txt", "record.html", "record.json"]);
    const { parts } = JSON.parse(files.get("record.json") ?? "") as { parts: { part: string; tables: unknown[] }[] };
    expect(parts.map(({ part }) => part)).toEqual(wholePartKeys.map((part) => wholeParts[part].title));
    for (const text of [files.get("record.json"), files.get("record.html")]) {
      expect(text).toContain("Between us two.");
      expect(text).toContain("A heavy day.");
      expect(text).toContain("not-safe-button");
      expect(text).not.toMatch(/_sealed|s1\.k1\.|password_hash/);
    }
    await expect(open(made.id, 65)).rejects.toThrow(NotFound);
    const said = (await auditOf(pool, practice.system)).map(({ action }) => action);
    expect(said.filter((action) => action.startsWith("exports."))).toEqual([
      "exports.harm-tested",
      "exports.made",
      "exports.taken",
    ]);
  });

  it("holds what the harm test gave and nothing of the rest; nothing, and two weeks later no more", async () => {
    const { make, open, test } = await ground();
    await test(1, { answer: "part", "parts[]": ["messages"] });
    const made = await make(2);
    if ("problem" in made) throw new Error(made.problem);
    const json = (await open(made.id, 3)).get("record.json") ?? "";
    expect(json).toContain("Between us two.");
    expect(json).not.toMatch(/heavy day|not-safe-button/);
    const days = 24 * 60;
    await expect(make(2 + 14 * days + 1)).rejects.toThrow(/older than two weeks/);
    await test(5, { answer: "nothing", talkUnheard: false });
    await expect(make(6)).rejects.toThrow(/nothing is given/);
    await expect(make(7, password, randomUUID())).rejects.toThrow(/decided anew/);
  });

  it("needs a talk alone, and a part at least", () => {
    const form = {
      id: randomUUID(),
      clientId: randomUUID(),
      ...talk,
      talkUnheard: "yes",
      answer: "all",
      "parts[]": ["messages"],
      reason: "She asked.",
    };
    expect(harmTestForm.safeParse(form).success).toBe(true);
    expect(harmTestForm.safeParse({ ...form, talkUnheard: undefined }).error?.issues[0]?.path).toEqual(["talkUnheard"]);
    expect(harmTestForm.safeParse({ ...form, answer: "part", "parts[]": [] }).error?.issues[0]?.path).toEqual([
      "parts[]",
    ]);
    expect(harmTestForm.safeParse({ ...form, answer: "nothing", talkUnheard: undefined, "parts[]": [] }).success).toBe(
      true,
    );
  });

  it("is of one person: nothing of a partner, of a note apart or of the safe way to reach somebody", async () => {
    const { practice, ids } = await layOutThings(pool);
    const whole = await as(practice.therapist, (scope) => getWholeRecord(scope, ids.clientId, wholePartKeys));
    const text = JSON.stringify(whole);
    const tables = whole.parts.flatMap(({ tables: all }) =>
      all.filter(({ rows }) => rows.length > 0).map(({ table }) => table),
    );
    expect(tables).toEqual(expect.arrayContaining(["note_version", "assessment_score", "safety_event"]));
    expect(tables.filter((table) => table in neverGiven)).toEqual([]);
    expect(text).not.toContain(ids.partnerId);
    expect(text).not.toMatch(/Dario/);
    expect(text).toContain("Five Dimensions");
    expect(text).not.toMatch(/_sealed/);
    const none = await as(practice.therapist, (scope) =>
      getWholeRecord(scope, ids.clientId, ["assessments"] as WholePart[]),
    );
    expect(JSON.stringify(none)).not.toMatch(/Safety and steadiness/);
    const safety = await as(practice.therapist, (scope) => getWholeRecord(scope, ids.clientId, ["safety"]));
    expect(JSON.stringify(safety)).toMatch(/Safety and steadiness/);
    expect(JSON.stringify(safety)).not.toMatch(/Five Dimensions/);
  });

  it("is of every record of the person, and for who may change it", async () => {
    const { practice, client, clientId, test } = await ground();
    const other = await mintClient(pool, practice, { name: "Noor Haddad" });
    await as(other, (scope) => sendMessage(scope, { id: randomUUID(), body: "On the other record." }));
    await as(
      practice.therapist,
      (scope) =>
        mergeRecords(scope, { id: randomUUID(), clientId: other.clientId, intoId: clientId, reason: "One person." }),
      later(1),
    );
    const whole = await as(practice.therapist, (scope) => getWholeRecord(scope, clientId, ["messages", "person"]));
    expect(JSON.stringify(whole)).toContain("On the other record.");
    const foreign = await mintPractice(pool);
    for (const actor of [practice.supervisor, practice.colleague, foreign.owner]) {
      await expect(as(actor, (scope) => getWholeRecord(scope, clientId, ["messages"]))).rejects.toThrow(NotFound);
      await expect(test(2, {}, actor)).rejects.toThrow(NotFound);
    }
    expect(client.clientId).toBe(clientId);
  });
});
