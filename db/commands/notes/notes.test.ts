import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { takeAppointmentStep } from "@/db/commands/appointments/take-appointment-step";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { endCouple } from "@/db/commands/couples/end-couple";
import { getClientSessions, getToCosign } from "@/db/queries/appointments/appointments";
import { agreedBefore } from "@/db/queries/notes/before-session";
import { listTemplates } from "@/db/queries/notes/note-templates";
import { getOwnAgreed } from "@/db/queries/notes/own-agreed";
import { getNotePage } from "@/db/queries/notes/session-note";
import { type Scope, withScope } from "@/db/scope";
import { booked, bookingOf } from "@/db/testing/appointment-booking";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { amending, signed, signing } from "@/db/testing/note-signing";
import { logAttempt } from "@/db/testing/protocol";
import { ending } from "@/db/testing/talked-alone";
import { auditOf } from "@/db/testing/tenancy";
import type { Actor, StaffActor } from "@/lib/actor";
import { stepForm } from "@/lib/appointments/appointment-forms";
import { templateForm } from "@/lib/notes/note-forms";
import { amendNote, cosignNote } from "./amend-note";
import { retireNoteTemplate, setNoteTemplate } from "./set-note-template";
import { signNote } from "./sign-note";
import { writeApart } from "./write-apart";

const pool = testPool();
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);
const day = 86_400_000;
const daysLater = (days: number) => new Date(testNow.getTime() + days * day);

/** A client with a session this morning, before the test's own moment. */
async function home(more = {}) {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  const session = (date: string, extra = {}) =>
    booked(pool, practice.therapist, bookingOf("client", client.clientId, { date, time: "09:00", ...extra, ...more }));
  return { practice, client, session, id: await session("2026-11-23") };
}

const page = (actor: StaffActor, id: string, now = testNow) => as(actor, (scope) => getNotePage(scope, id), now);

describe("signing a note", () => {
  it("keeps it once, with its layout, and never another in its place", async () => {
    const { practice, id } = await home();
    const form = signing(id, { plan: "One favour.", agreed: "Ask for one thing" });
    for (const _ of ["sent", "sent again"]) await signed(pool, practice.therapist, form);
    for (const other of [signing(id, { id: form.id, data: "She stayed away." }), signing(id)])
      await expect(signed(pool, practice.therapist, other)).rejects.toThrow("signed already");
    const { note } = await page(practice.therapist, id);
    expect(note).toMatchObject({
      ...{ id: form.id, author: practice.therapist.name, template: { title: "DAP" }, cosigned: [] },
      versions: [{ ordinal: 1, parts: ["She came.", "", "One favour."], agreed: "Ask for one thing", reason: null }],
    });
    expect((await auditOf(pool, practice.system)).filter(({ action }) => action === "notes.signed")).toHaveLength(1);
  });

  it("waits until the session has begun, and is the therapist’s of whoever came", async () => {
    const { practice, session, id } = await home();
    const ahead = await session("2026-11-24");
    await expect(signed(pool, practice.therapist, signing(ahead))).rejects.toThrow("not begun");
    const gone = { ...signing(id), template: randomUUID() };
    await expect(signed(pool, practice.therapist, gone)).rejects.toThrow("Choose another");
    for (const actor of [practice.colleague, practice.supervisor, (await mintPractice(pool)).owner])
      await expect(signed(pool, actor, signing(id))).rejects.toMatchObject({ name: "NotFound" });
  });

  it("begins with dated facts since the last session that took place, and nothing before it", async () => {
    const { practice, client, session, id } = await home();
    const check = (score: number, days: number) =>
      as(client, (scope) => saveConnectionCheck(scope, { id: randomUUID(), score, note: null }), daysLater(days));
    await check(4, -3);
    const next = await session("2026-11-30");
    const facts = async (now: Date) => (await page(practice.therapist, next, now)).facts.map(({ words }) => words);
    await check(6, 2);
    expect(await facts(daysLater(3)), "no session took place yet").toEqual([
      "Connection 4 of 10.",
      "Connection 6 of 10.",
    ]);
    const done = stepForm.parse({ appointmentId: id, seen: "1", kind: "done" });
    await as(practice.therapist, (scope) => takeAppointmentStep(scope, done));
    await logAttempt(pool, client, { recordedAt: daysLater(1), localDate: "2026-11-24" });
    await check(7, 8);
    const since = await facts(daysLater(9));
    expect(since).toHaveLength(2);
    expect(since[1]).toBe("Connection 6 of 10.");
    await signed(pool, practice.therapist, signing(next), daysLater(9));
    expect((await page(practice.therapist, next, daysLater(9))).facts, "a signed note is no draft").toEqual([]);
  });
});

describe("a signed note", () => {
  it("is amended with a reason, keeps every version, and refuses what has not seen the newest", async () => {
    const { practice, id } = await home();
    const noteId = await signed(pool, practice.therapist, signing(id));
    const amend = (seen: number, data: string) =>
      as(practice.therapist, (scope) => amendNote(scope, amending(noteId, seen, { data, reason: "A slip." })));
    await amend(1, "She came late.");
    await expect(amend(1, "She came early.")).rejects.toThrow("amended since");
    await expect(amend(2, "She came late.")).rejects.toThrow("Nothing differs");
    const { note } = await page(practice.supervisor, id);
    expect(note?.versions.map(({ ordinal, parts, reason }) => [ordinal, parts[0], reason])).toEqual([
      [1, "She came.", null],
      [2, "She came late.", "A slip."],
    ]);
    for (const actor of [practice.supervisor, practice.colleague])
      await expect(as(actor, (scope) => amendNote(scope, amending(noteId, 2, { data: "No." })))).rejects.toMatchObject({
        name: "NotFound",
      });
  });

  it("is co-signed by the supervisor or the owner, never by its author, and an amendment asks anew", async () => {
    const { practice, client, id } = await home();
    const noteId = await signed(pool, practice.therapist, signing(id, { asksCosign: "yes" }));
    const toCosign = async (actor: StaffActor) => (await as(actor, getToCosign)).map((one) => one.id);
    expect([await toCosign(practice.supervisor), await toCosign(practice.therapist)]).toEqual([[id], []]);
    const cosign = (actor: StaffActor, seen: number) => as(actor, (scope) => cosignNote(scope, { noteId, seen }));
    await expect(cosign(practice.therapist, 1)).rejects.toMatchObject({ name: "Forbidden" });
    await expect(cosign((await mintPractice(pool)).owner, 1)).rejects.toMatchObject({ name: "NotFound" });
    await cosign(practice.supervisor, 1);
    await expect(cosign(practice.supervisor, 1)).rejects.toThrow("already");
    const state = async () =>
      (await as(practice.therapist, (scope) => getClientSessions(scope, client.clientId))).coming.map(
        ({ note }) => note,
      );
    expect([await toCosign(practice.supervisor), await state()]).toEqual([[], ["co-signed"]]);
    await as(practice.therapist, (scope) => amendNote(scope, amending(noteId, 1, { data: "She came late." })));
    expect([await toCosign(practice.supervisor), await state()]).toEqual([[id], ["asks"]]);
    await expect(cosign(practice.supervisor, 1)).rejects.toThrow("amended since");
    await cosign(practice.owner, 2);
    const { note } = await page(practice.owner, id);
    expect(note?.cosigned.map(({ ordinal, byId }) => [ordinal, byId])).toEqual([
      [1, practice.supervisor.accountId],
      [2, practice.owner.accountId],
    ]);
  });

  it("is the owner’s own to write and somebody else’s to co-sign", async () => {
    const { practice, id } = await home();
    const noteId = await signed(pool, practice.owner, signing(id));
    await expect(as(practice.owner, (scope) => cosignNote(scope, { noteId, seen: 1 }))).rejects.toThrow("themself");
  });
});

describe("notes apart from the record", () => {
  it("are their author’s alone: no supervisor, owner or colleague who comes after reads them", async () => {
    const { practice, client, id } = await home();
    const form = { id: randomUUID(), appointmentId: id, words: "I was bored, and why?" };
    for (const _ of ["sent", "sent again"]) await as(practice.therapist, (scope) => writeApart(scope, form));
    const other = { ...form, words: "Something else." };
    await expect(as(practice.therapist, (scope) => writeApart(scope, other))).rejects.toThrow("Other words");
    const apart = async (actor: StaffActor) => (await page(actor, id)).apart.map(({ words }) => words);
    expect(await apart(practice.therapist)).toEqual([form.words]);
    for (const actor of [practice.supervisor, practice.owner]) expect(await apart(actor)).toEqual([]);
    await expect(
      as(practice.supervisor, (scope) => writeApart(scope, { ...form, id: randomUUID() })),
    ).rejects.toMatchObject({ name: "NotFound" });
    const about = (await auditOf(pool, practice.system)).filter(({ client_id }) => client_id === client.clientId);
    expect(about.map(({ action }) => action)).not.toContain("notes.apart-written");
  });
});

describe("what was agreed for next time", () => {
  it("stands on Today in the client’s words, from the newest note alone, and goes when it is amended away", async () => {
    const { practice, client, session, id } = await home();
    const agreed = (now = testNow) => as(client, getOwnAgreed, now).then((one) => one?.words ?? null);
    expect(await agreed()).toBeNull();
    const noteId = await signed(
      pool,
      practice.therapist,
      signing(id, { agreed: "A favour, graded.", forClient: "I ask for one small thing." }),
    );
    expect(await agreed()).toBe("I ask for one small thing.");
    const away = amending(noteId, 1, { data: "She came.", agreed: "A favour, graded." });
    await as(practice.therapist, (scope) => amendNote(scope, away));
    expect(await agreed()).toBeNull();
    const next = await session("2026-11-30");
    const { one } = await page(practice.therapist, next);
    expect(await as(practice.therapist, (scope) => agreedBefore(scope, one))).toMatchObject({
      ...{ appointmentId: id, agreed: "A favour, graded." },
    });
    await signed(pool, practice.therapist, signing(next, { forClient: "I say one feeling." }), daysLater(8));
    expect(await agreed(daysLater(8))).toBe("I say one feeling.");
  });

  it("of a session out of the portal stands nowhere in it", async () => {
    const { practice, client, id } = await home({ unlisted: "yes" });
    await signed(pool, practice.therapist, signing(id, { forClient: "We speak again on Thursday." }));
    expect(await as(client, getOwnAgreed)).toBeNull();
  });

  it("of two is read by both alike, one’s own by nobody else, and neither reads theirs once the link has ended", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    const at = { date: "2026-11-20", time: "09:00" };
    const both = await booked(pool, practice.therapist, bookingOf("couple", coupleId, at));
    await signed(pool, practice.therapist, signing(both, { forClient: "We ask each other one thing." }));
    const words = async () => [
      (await as(ines, getOwnAgreed))?.words ?? null,
      (await as(dario, getOwnAgreed))?.words ?? null,
    ];
    expect(await words()).toEqual(["We ask each other one thing.", "We ask each other one thing."]);
    const before = await as(dario, getOwnAgreed);
    const alone = await booked(
      pool,
      practice.therapist,
      bookingOf("client", ines.clientId, { ...at, date: "2026-11-22" }),
    );
    await signed(pool, practice.therapist, signing(alone, { forClient: "I ring my sister." }));
    expect(await words()).toEqual(["I ring my sister.", "We ask each other one thing."]);
    expect(await as(dario, getOwnAgreed)).toEqual(before);
    await as(practice.therapist, (scope) => endCouple(scope, { coupleId, ...ending }));
    expect(await words()).toEqual(["I ring my sister.", null]);
  });
});

describe("layouts of the practice", () => {
  it("are the owner’s to change; a note that is signed keeps the one in which it was written", async () => {
    const { practice, id } = await home();
    const templateId = randomUUID();
    const layout = (headings: string) => templateForm.parse({ id: randomUUID(), templateId, title: "Ours", headings });
    await expect(as(practice.therapist, (scope) => setNoteTemplate(scope, layout("Seen")))).rejects.toMatchObject({
      name: "Forbidden",
    });
    await as(practice.owner, (scope) => setNoteTemplate(scope, layout("Seen\nDone")));
    await as(practice.therapist, (scope) => signNote(scope, { ...signing(id), template: templateId }));
    await as(practice.owner, (scope) => setNoteTemplate(scope, layout("Only this")), daysLater(1));
    const offered = async (now: Date) =>
      (await as(practice.therapist, listTemplates, now)).find(({ key }) => key === templateId)?.parts;
    expect(await offered(daysLater(1))).toEqual([{ label: "Only this" }]);
    await as(practice.owner, (scope) => retireNoteTemplate(scope, { id: randomUUID(), templateId }), daysLater(2));
    expect(await offered(daysLater(2))).toBeUndefined();
    expect((await page(practice.therapist, id)).note?.template.parts).toEqual([{ label: "Seen" }, { label: "Done" }]);
  });
});
