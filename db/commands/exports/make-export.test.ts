import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { hashPassword } from "@/db/password";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { listOwnExports, takeExport } from "@/db/queries/exports/export-files";
import { getExportedRecord } from "@/db/queries/exports/exported-record";
import { auditEntry } from "@/db/schema/audit";
import { exportFile } from "@/db/schema/exports";
import { account } from "@/db/schema/identity";
import { type Scope, withScope } from "@/db/scope";
import { booked, bookingOf } from "@/db/testing/appointment-booking";
import { testPool, workerUrl } from "@/db/testing/database";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { goalOf, withGoal } from "@/db/testing/goal-setting";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { kindsOf } from "@/db/testing/signals";
import { unzipped } from "@/db/testing/unzipped";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { type ExportPart, exportPartKeys } from "@/lib/exports/choices";
import { tidyPractice } from "@/runtime/worker/tidy";
import { zippedRecord } from "@/server/record-files";
import { answerDemand, noteDemand } from "./court-demand";
import { makeExport } from "./make-export";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 2, onIdleError: () => undefined });
afterAll(() => workers.end());
const password = "lantern-orbit-velvet-93";
const making = { limitSecret: "a secret of the tests", write: zippedRecord("https://practice.example/fhir") };
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

async function ground() {
  const practice = await mintPractice(pool);
  const passwordHash = await hashPassword(password);
  await withScope(pool, practice.system, testNow, ({ tx }) =>
    tx.update(account).set({ passwordHash }).where(eq(account.practiceId, practice.practiceId)),
  );
  const client = await mintClient(pool, practice);
  await sitDimensions(pool, practice, client, { emotional: [36, 76] });
  return { practice, client };
}

const make = (actor: StaffActor, clientId: string, parts: ExportPart[], typed = password) =>
  withScope(pool, actor, testNow, (scope) =>
    makeExport(scope, { clientId, format: "csv", "parts[]": parts, mark: "yes", password: typed }, making),
  );

const auditOf = ({ system }: MintedPractice) =>
  withScope(pool, system, testNow, async ({ tx }) =>
    (await tx.select().from(auditEntry).orderBy(auditEntry.at))
      .map(({ action }) => action)
      .filter((action) => action.startsWith("exports.")),
  );

describe("a file of a client’s record", () => {
  it("is made after the password, opened by independent readers, and told in the audit both times", async () => {
    const { practice, client } = await ground();
    const { therapist } = practice;
    expect(await make(therapist, client.clientId, ["scores"], "not it")).toMatchObject({ problem: expect.any(String) });
    expect(await auditOf(practice)).toEqual([]);
    const made = await make(therapist, client.clientId, ["scores"]);
    if ("problem" in made) throw new Error(made.problem);
    const file = await withScope(pool, therapist, later(59), (scope) =>
      takeExport(scope, { clientId: client.clientId, id: made.id }, making.write),
    );
    const files = await unzipped(file.content);
    expect([...files.keys()]).toEqual(["long.csv", "wide.csv", "codebook.csv"]);
    const rows: Record<string, string>[] = parse(files.get("long.csv") ?? "", { bom: true, columns: true });
    const scores = rows.filter(({ measure, variable }) => measure === "five-dimensions" && variable === "emotional");
    expect(scores.map(({ form, value, status }) => [form, value, status])).toEqual(
      expect.arrayContaining([
        ["now", "36", "scored"],
        ["wished", "76", "scored"],
      ]),
    );
    expect(await auditOf(practice)).toEqual(["exports.made", "exports.taken"]);
  });

  it("holds no safety question, whatever was chosen", async () => {
    const { practice, client } = await ground();
    const record = await withScope(pool, practice.therapist, testNow, (scope) =>
      getExportedRecord(scope, client.clientId, new Set(exportPartKeys)),
    );
    expect(record.sittings.length).toBeGreaterThan(3);
    expect(record.sittings.filter(({ instrument }) => instrument.sensitivity === "safety")).toEqual([]);
    expect(record.name).not.toBeNull();
  });

  it("holds goals where they were asked for, and sessions but for those that were agreed by word alone", async () => {
    const { practice, client } = await ground();
    const { therapist } = practice;
    const { clientId } = client;
    await withGoal(pool, therapist, goalOf(clientId, { words: "To stay." }));
    await booked(pool, therapist, bookingOf("client", clientId));
    await booked(pool, therapist, bookingOf("client", clientId, { date: "2026-11-25", unlisted: "yes" }));
    const read = (...parts: ExportPart[]) =>
      withScope(pool, therapist, testNow, (scope) => getExportedRecord(scope, clientId, new Set(parts)));
    const whole = await read("goals", "sessions");
    expect(whole.goals).toMatchObject([{ words: "To stay.", measure: "connection", line: 7, standing: "going-on" }]);
    expect(whole.sessions).toMatchObject([{ date: "2026-11-24", minutes: 50, status: "planned" }]);
    expect(await read("checks")).toMatchObject({ goals: [], sessions: [] });
  });

  it("is for who made it and for an hour; then the worker takes it away", async () => {
    const { practice, client } = await ground();
    const { clientId } = client;
    const made = await make(practice.therapist, clientId, ["checks"]);
    if ("problem" in made) throw new Error(made.problem);
    const taking = (actor: StaffActor, at: Date) =>
      withScope(pool, actor, at, (scope) => takeExport(scope, { clientId, id: made.id }, making.write));
    const foreign = await mintPractice(pool);
    for (const actor of [practice.owner, practice.supervisor, practice.colleague, foreign.owner])
      await expect(taking(actor, later(1))).rejects.toThrow(NotFound);
    await expect(taking(practice.therapist, later(60))).rejects.toThrow(NotFound);
    const left = (at: Date) => withScope(pool, practice.therapist, at, (scope) => listOwnExports(scope, clientId));
    expect(await left(later(59))).toHaveLength(1);
    expect(await left(later(60))).toEqual([]);
    const rows = () => withScope(pool, practice.system, testNow, ({ tx }) => tx.select().from(exportFile));
    await tidyPractice(workers, practice.system, later(59));
    expect(await rows()).toHaveLength(1);
    await tidyPractice(workers, practice.system, later(61));
    expect(await rows()).toEqual([]);
  });

  it("carries its stamp where a court asked, which is a task until it is answered", async () => {
    const { practice, client } = await ground();
    const { therapist } = practice;
    const { clientId } = client;
    const as = <T>(minute: number, run: (scope: Scope<StaffActor>) => Promise<T>) =>
      withScope(pool, therapist, later(minute), run);
    const take = async (demandId: string, minute: number) => {
      const form = { clientId, format: "csv" as const, "parts[]": ["checks" as const], password, demandId };
      const made = await as(minute, (scope) => makeExport(scope, form, making));
      if ("problem" in made) throw new Error(made.problem);
      return unzipped(
        (await as(minute, (scope) => takeExport(scope, { clientId, id: made.id }, making.write))).content,
      );
    };
    const tasks = async (minute: number) => kindsOf((await as(minute, getCaseloadFacts))[0]);
    const demandId = randomUUID();
    await expect(take(demandId, 0)).rejects.toThrow(NotFound);
    await as(1, (scope) =>
      noteDemand(scope, { id: demandId, clientId, demand: "Court of Leeds", dueOn: "2026-12-20" }),
    );
    expect(await tasks(2)).toContain("court-demand");
    const files = await take(demandId, 3);
    expect([...files.keys()]).toEqual(["read-first.txt", "long.csv", "wide.csv", "codebook.csv"]);
    expect(files.get("read-first.txt")).toMatch(/^No risk assessment; clear is no finding\.\r\nRecord \d+, /);
    await as(4, (scope) =>
      answerDemand(scope, { id: randomUUID(), clientId, demandId, reason: "Given to the clerk." }),
    );
    expect(await tasks(5)).not.toContain("court-demand");
    await expect(take(demandId, 6)).rejects.toThrow(NotFound);
  });

  it("is made by nobody who only reads the client", async () => {
    const { practice, client } = await ground();
    const foreign = await mintPractice(pool);
    for (const actor of [practice.supervisor, practice.colleague, foreign.owner])
      await expect(make(actor, client.clientId, ["checks"])).rejects.toThrow(NotFound);
  });
});
