import { createHash, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { setAbsence } from "@/db/commands/absence/set-absence";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { getOwnReports, newestOwnReport, openOwnReport } from "@/db/queries/reports/own-reports";
import { getReport, listReports, openSigned, sendingInForce } from "@/db/queries/reports/reports";
import { account } from "@/db/schema/identity";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mailed } from "@/db/testing/mailed";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import { anyReport, makeReport } from "@/db/testing/report-commands";
import { auditOf, itKeepsToItsTenant } from "@/db/testing/tenancy";
import type { Actor, ClientActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { absenceForm } from "@/lib/identity/absence-form";
import { letterWords } from "@/lib/messages/letter-words";
import { prepareReport, putReportAway } from "./prepare-report";
import { sendReport, takeReportBack } from "./send-report";
import { signReport } from "./sign-report";

const pool = testPool();
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);

let practice: MintedPractice;
let ines: ClientActor;
let dario: ClientActor;
beforeAll(async () => {
  practice = await mintPractice(pool);
  ines = await mintClient(pool, practice);
  dario = await mintClient(pool, practice, { name: "Dario" });
});

const made = (more: Parameters<typeof makeReport>[2] = {}, now = testNow) =>
  as(practice.therapist, (scope) => makeReport(scope, ines.clientId, more), now);
const step = () => ({ id: randomUUID() });

describe("the reports of a client", () => {
  const minted = () => ({ practice, clientId: ines.clientId });
  itKeepsToItsTenant(pool, minted, listReports, { supervisorMay: true });

  it("are read one by one where the client is, and nowhere else", async () => {
    const { reportId } = await made();
    const reads = (actor: MintedPractice["owner"], clientId = ines.clientId) =>
      as(actor, (scope) => getReport(scope, { clientId, reportId }));
    expect((await reads(practice.supervisor)).plan.title).toBe("Progress report");
    await expect(reads(practice.colleague)).rejects.toThrow(NotFound);
    await expect(reads(practice.therapist, dario.clientId)).rejects.toThrow(NotFound);
    await expect(reads((await mintPractice(pool)).owner)).rejects.toThrow(NotFound);
  });

  it("are offered to a supervisor to read, and to nobody to sign but who treats or stands in", async () => {
    const maySign = async (actor: MintedPractice["owner"]) =>
      (await as(actor, (scope) => listReports(scope, ines.clientId))).maySign;
    expect(await maySign(practice.therapist)).toBe(true);
    expect(await maySign(practice.supervisor)).toBe(false);
  });
});

describe("a report", () => {
  it("is prepared once, whoever sends the form again, and for no day that has not come", async () => {
    const form = anyReport(ines.clientId, { words: "We began in spring.", reader: "referrer", addressee: "Dr Łęcki" });
    for (let i = 0; i < 2; i++) await as(practice.therapist, (scope) => prepareReport(scope, form));
    const ids = { clientId: ines.clientId, reportId: form.id };
    const { plan } = await as(practice.therapist, (scope) => getReport(scope, ids));
    expect(plan).toEqual({
      ...{ title: "Progress report", reader: "referrer", addressee: "Dr Łęcki", from: null, to: "2026-11-23" },
      ...{ parts: form.parts, words: "We began in spring." },
    });
    const tomorrow = anyReport(ines.clientId, { to: "2026-11-24" });
    await expect(as(practice.therapist, (scope) => prepareReport(scope, tomorrow))).rejects.toThrow(Refused);
    const { rows } = await pool.query("select 1 from report");
    expect(rows).toEqual([]);
  });

  it("is put away before anybody signed it, and kept once somebody did", async () => {
    const ids = await made();
    await as(practice.therapist, (scope) => putReportAway(scope, { ...ids, ...step() }));
    const listed = (await as(practice.therapist, (scope) => listReports(scope, ines.clientId))).reports;
    expect(listed.map(({ id }) => id)).not.toContain(ids.reportId);
    const document = Buffer.from("%PDF-1.7");
    await expect(as(practice.therapist, (scope) => signReport(scope, { ...ids, document }))).rejects.toThrow(Refused);
    const signed = await made({ signed: true });
    await expect(as(practice.therapist, (scope) => putReportAway(scope, signed))).rejects.toThrow(Refused);
  });

  it("is signed once, and its copy is the same byte for byte afterwards", async () => {
    const ids = await made();
    const document = Buffer.from([0, 255, 13, 10, 128, 37, 80]);
    await as(practice.therapist, (scope) => signReport(scope, { ...ids, document }));
    const another = { ...ids, ...step(), document: Buffer.from("another drawing") };
    await as(practice.owner, (scope) => signReport(scope, another), later(1));
    const opened = await as(practice.supervisor, (scope) => openSigned(scope, ids), later(600));
    expect(opened.document?.equals(document)).toBe(true);
    expect(opened.report.signature).toMatchObject({
      digest: createHash("sha256").update(document).digest("hex"),
      bytes: document.length,
      by: practice.therapist.name,
      at: testNow,
    });
    const actions = (await auditOf(pool, practice.system)).map(({ action }) => action);
    for (const action of ["reports.prepared", "reports.signed", "reports.opened"]) expect(actions).toContain(action);
  });

  it("is signed by whoever stands in, in these days, under their own name", async () => {
    const there = await mintPractice(pool);
    const person = await mintClient(pool, there);
    const { therapist, colleague } = there;
    const signs = () => as(colleague, (scope) => makeReport(scope, person.clientId, { sent: true }));
    await expect(signs()).rejects.toThrow(NotFound);
    const days = { accountId: therapist.accountId, fromDay: "2026-11-23", untilDay: "2026-11-24" };
    await as(therapist, (scope) => setAbsence(scope, absenceForm.parse({ ...days, cover: colleague.accountId })));
    await openGate(pool, there, person);
    const { reportId } = await signs();
    const { reports } = await as(person, getOwnReports, later(1));
    expect(reports).toMatchObject([{ id: reportId, by: colleague.name, isStandIn: true }]);
  });
});

describe("a report in the portal", () => {
  it("is there once it was sent, for the client it is about and nobody else, and gone when it is taken back", async () => {
    await openGate(pool, practice, ines);
    const ids = await made({ signed: true });
    const opens = (client: ClientActor, at = later(5)) => as(client, (scope) => openOwnReport(scope, ids.reportId), at);
    await expect(opens(ines)).rejects.toThrow(NotFound);
    const queued = await as(practice.therapist, (scope) => sendReport(scope, { ...ids, ...step() }));
    expect(queued).toBe("queued");
    expect(await as(practice.therapist, (scope) => sendReport(scope, { ...ids, ...step() }), later(1))).toBe("known");
    const signed = await as(practice.therapist, (scope) => openSigned(scope, ids));
    expect((await opens(ines)).document.equals(signed.document ?? Buffer.of())).toBe(true);
    expect(await as(ines, newestOwnReport)).toEqual(testNow);
    await expect(opens(dario)).rejects.toThrow(NotFound);
    const foreign = await mintPractice(pool);
    await expect(opens(await mintClient(pool, foreign))).rejects.toThrow(NotFound);
    await as(practice.therapist, (scope) => takeReportBack(scope, { ...ids, ...step() }), later(2));
    await expect(opens(ines)).rejects.toThrow(NotFound);
    expect((await as(ines, getOwnReports, later(5))).reports).toEqual([]);
    expect(await as(ines, newestOwnReport, later(5))).toBeNull();
    expect(sendingInForce(await as(practice.therapist, (scope) => getReport(scope, ids)))).toBeNull();
    await as(practice.therapist, (scope) => sendReport(scope, { ...ids, ...step() }), later(6));
    expect((await opens(ines, later(7))).document.length).toBeGreaterThan(0);
  });

  it("is never sent unsigned, nor when it is for somebody else", async () => {
    const [unsigned, forRecord] = [await made(), await made({ signed: true, reader: "record" })];
    for (const ids of [unsigned, forRecord])
      await expect(as(practice.therapist, (scope) => sendReport(scope, { ...ids, ...step() }))).rejects.toThrow(
        Refused,
      );
  });

  it("waits outside the weeks of joint steps where it holds charts that do, and else does not", async () => {
    const there = await mintPractice(pool);
    const person = await mintClient(pool, there, { startDate: "2026-11-01" });
    await openGate(pool, there, person);
    const send = (parts: Parameters<typeof anyReport>[1]) =>
      as(there.therapist, (scope) => makeReport(scope, person.clientId, { sent: true, ...parts }));
    const [charts, plain] = [await send({}), await send({ parts: ["connection", "practice"] })];
    const waits = async (at: Date) =>
      Object.fromEntries((await as(person, getOwnReports, at)).reports.map(({ id, waits }) => [id, waits]));
    expect(await waits(later(1))).toEqual({ [charts.reportId]: false, [plain.reportId]: false });
    await as(there.therapist, (scope) => askSafetyCheck(scope, { clientId: person.clientId, despiteRecent: true }));
    const inTwoWeeks = later(14 * 24 * 60);
    expect(await waits(inTwoWeeks)).toEqual({ [charts.reportId]: true, [plain.reportId]: false });
    const opens = (id: string) => as(person, (scope) => openOwnReport(scope, id), inTwoWeeks);
    await expect(opens(charts.reportId)).rejects.toThrow(NotFound);
    expect((await opens(plain.reportId)).document.length).toBeGreaterThan(0);
  });

  it("is neither named nor opened while words are behind the password", async () => {
    const there = await mintPractice(pool);
    const person = await mintClient(pool, there);
    await openGate(pool, there, person);
    const { reportId } = await as(there.therapist, (scope) => makeReport(scope, person.clientId, { sent: true }));
    await as(there.system, ({ tx }) =>
      tx.update(account).set({ isCareful: true }).where(eq(account.id, person.accountId)),
    );
    expect((await as(person, getOwnReports, later(1))).reports).toEqual([]);
    await expect(as(person, (scope) => openOwnReport(scope, reportId), later(1))).rejects.toThrow(NotFound);
  });

  it("is told by a letter that is like every other", async () => {
    const there = await mintPractice(pool);
    const person = await mintClient(pool, there);
    await as(there.therapist, (scope) => makeReport(scope, person.clientId, { sent: true }));
    const letters = await mailed(pool, there.practiceId, later(30));
    expect(letters).toMatchObject([{ kind: "report" }]);
    const places = { home: "https://nearer.example", stop: null };
    const words = (kind: "report" | "message") =>
      letterWords(
        { ...letters[0], kind, link: null, week: null } as Parameters<typeof letterWords>[0],
        places as never,
      );
    expect(words("report")).toEqual(words("message"));
  });
});
