import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { takeAppointmentStep } from "@/db/commands/appointments/take-appointment-step";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { decideSharing } from "@/db/commands/couples/decide-sharing";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { getSession } from "@/db/queries/appointments/appointments";
import { type Scope, withScope } from "@/db/scope";
import { booked, bookingOf } from "@/db/testing/appointment-booking";
import { testPool } from "@/db/testing/database";
import { linkedCouple, minutesLater } from "@/db/testing/linked-couple";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { signed, signing } from "@/db/testing/note-signing";
import { logAttempt } from "@/db/testing/protocol";
import type { Actor, StaffActor } from "@/lib/actor";
import { stepForm } from "@/lib/appointments/appointment-forms";
import { getPreparation } from "./preparation";

const pool = testPool();
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);
const aWeek = 7 * 24 * 60;

const prepare = (actor: StaffActor, id: string, minute = 0) =>
  as(actor, async (scope) => getPreparation(scope, (await getSession(scope, id)).one), minutesLater(minute));

describe("what a session of one is prepared from", () => {
  it("is what was kept since the one before, what was agreed, and the words that were written", async () => {
    const practice = await mintPractice(pool);
    const client = await mintClient(pool, practice);
    const check = { id: randomUUID(), score: 6, note: "So near, and so far." };
    await as(client, (scope) => saveConnectionCheck(scope, check), minutesLater(-60));
    const form = (date: string) => bookingOf("client", client.clientId, { date, time: "09:00" });
    const before = await booked(pool, practice.therapist, form("2026-11-20"));
    await signed(pool, practice.therapist, signing(before, { agreed: "One favour" }));
    const id = await booked(pool, practice.therapist, form("2026-11-25"));
    const sheet = await prepare(practice.supervisor, id);
    expect(sheet, "its note is signed, though nobody said that it took place").toMatchObject({
      ...{
        kind: "one",
        before: new Date("2026-11-20T09:00:00Z"),
        agreed: { appointmentId: before, agreed: "One favour" },
      },
      happened: { checks: [{ score: 6, hasNote: true }], attempts: [], moves: [] },
      written: [{ about: "with a check", words: "So near, and so far." }],
    });
    await expect(prepare(practice.colleague, id)).rejects.toMatchObject({ name: "NotFound" });
  });

  it("counts all that was kept since a session long ago, the newest among it", async () => {
    const practice = await mintPractice(pool);
    const client = await mintClient(pool, practice);
    const form = (date: string) => bookingOf("client", client.clientId, { date, time: "09:00" });
    const before = await booked(pool, practice.therapist, form("2026-08-20"));
    const done = stepForm.parse({ appointmentId: before, seen: "1", kind: "done" });
    await as(practice.therapist, (scope) => takeAppointmentStep(scope, done));
    for (let days = 70; days > 0; days -= 1) {
      const check = { id: randomUUID(), score: days === 1 ? 9 : 4, note: null };
      await as(client, (scope) => saveConnectionCheck(scope, check), minutesLater(-days * 24 * 60));
    }
    const sheet = await prepare(practice.therapist, await booked(pool, practice.therapist, form("2026-11-25")));
    if (sheet.kind !== "one") throw new Error("It is a session of one.");
    expect(sheet.happened.checks).toHaveLength(70);
    expect(sheet.happened.checks.at(-1)).toMatchObject({ score: 9 });
  });

  it("is the same whatever safety holds, but for the panel that only the screen shows", async () => {
    const practice = await mintPractice(pool);
    const client = await mintClient(pool, practice);
    const id = await booked(pool, practice.therapist, bookingOf("client", client.clientId));
    const onPaper = async () => {
      const sheet = await prepare(practice.therapist, id, 5);
      if (sheet.kind !== "one") throw new Error("It is a session of one.");
      const { overview, ...rest } = sheet;
      return { ...rest, checks: overview.checks, sittings: overview.sittings };
    };
    const calm = await onPaper();
    await as(client, (scope) => sayNotSafe(scope, {}));
    await as(practice.therapist, (scope) =>
      raiseGate(scope, { clientId: client.clientId, kind: "stop", reason: "What was told alone." }),
    );
    await as(practice.therapist, (scope) => askSafetyCheck(scope, { clientId: client.clientId, despiteRecent: true }));
    expect(await onPaper()).toEqual(calm);
  });
});

describe("what a session of two is prepared from", () => {
  it("holds what each lets the other see, and nothing while joint steps are closed", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    const id = await booked(pool, practice.therapist, bookingOf("couple", coupleId, { date: "2026-12-04" }));
    for (const person of [ines, dario])
      await logAttempt(pool, person, { recordedAt: testNow, localDate: "2026-11-23" });
    const people = async (minute: number) => {
      const sheet = await prepare(practice.therapist, id, minute);
      return sheet.kind === "two"
        ? sheet.people.map(({ practisedDays, weeks }) => [practisedDays, weeks !== null])
        : null;
    };
    expect(await people(1)).toEqual([
      [null, false],
      [null, false],
    ]);
    const share = { coupleId, decision: "shared" as const, "items[]": ["practice-days" as const] };
    await as(ines, (scope) => decideSharing(scope, share), minutesLater(1));
    expect(await people(aWeek)).toEqual([
      [1, false],
      [null, false],
    ]);
    await as(
      practice.therapist,
      (scope) => askSafetyCheck(scope, { clientId: dario.clientId, despiteRecent: true }),
      minutesLater(aWeek + 1),
    );
    expect(await people(aWeek + 2)).toEqual([]);
  });
});
