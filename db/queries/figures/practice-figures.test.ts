import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { takeAppointmentStep } from "@/db/commands/appointments/take-appointment-step";
import { dischargeClient } from "@/db/commands/clients/discharge-client";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { acknowledgeEvent } from "@/db/commands/safety/take-step";
import { clientStep } from "@/db/schema/client-life";
import { withScope } from "@/db/scope";
import { booked, bookingOf } from "@/db/testing/appointment-booking";
import { testPool } from "@/db/testing/database";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { decide, logAttempt } from "@/db/testing/protocol";
import type { StaffActor } from "@/lib/actor";
import { stepForm } from "@/lib/appointments/appointment-forms";
import { Forbidden } from "@/lib/errors";
import { getPracticeFigures } from "./practice-figures";

const pool = testPool();
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const figures = (actor: StaffActor, now = testNow) => withScope(pool, actor, now, getPracticeFigures);
const theirs = (minted: MintedPractice, name: string, startDate = "2026-11-02") =>
  mintClient(pool, minted, { name, startDate });

describe("a practice in figures", () => {
  it("is the owner’s alone, and of their practice alone", async () => {
    const [minted, other] = [await mintPractice(pool), await mintPractice(pool)];
    await theirs(other, "Of elsewhere");
    await expect(figures(minted.therapist)).rejects.toThrow(Forbidden);
    await expect(figures(minted.supervisor)).rejects.toThrow(Forbidden);
    expect(await figures(minted.owner)).toMatchObject({
      ...{ holders: [], stays: [], sessions: {}, asked: { due: 0, sent: 0 }, answered: [], courses: [] },
      ...{ instruments: [], exercises: [] },
    });
  });

  it("says who began and went, once each way, and forgets who was entered by mistake or came back", async () => {
    const minted = await mintPractice(pool);
    const as = <T>(run: Parameters<typeof withScope<StaffActor, T>>[3], at = testNow) =>
      withScope(pool, minted.therapist, at, run);
    await theirs(minted, "Stays");
    const ended = await theirs(minted, "Ended");
    await decide(pool, minted.therapist, ended.clientId, { kind: "end", followUps: false });
    const discharged = await theirs(minted, "Discharged");
    await as((scope) =>
      dischargeClient(scope, {
        ...{ id: randomUUID(), clientId: discharged.clientId, reason: "Moved away." },
        ...{ portal: "closed", goodbye: null, readableUntil: "" },
      }),
    );
    const mistaken = await theirs(minted, "Mistaken", "2026-12-07");
    await withScope(pool, minted.system, testNow, ({ tx }) =>
      tx.insert(clientStep).values({
        ...{ practiceId: minted.practiceId, id: randomUUID(), clientId: mistaken.clientId, kind: "removed" },
        ...{ reasonSealed: "", decidedBy: minted.therapist.accountId, decidedAt: testNow },
      }),
    );
    const { stays } = await figures(minted.owner, later(60));
    const { holders } = await figures(minted.owner, later(60));
    // Who was discharged or entered by mistake is nobody's client any more.
    expect(holders).toMatchObject([{ name: minted.therapist.name, after: 1 }]);
    expect(stays.map(({ leftOn }) => leftOn).sort()).toEqual(["2026-11-23", "2026-11-23", null]);
  });

  it("counts each session once, by what became of it last", async () => {
    const minted = await mintPractice(pool);
    const { clientId } = await theirs(minted, "Ines");
    const ids = [];
    for (const day of ["2026-11-24", "2026-11-25", "2026-11-26"])
      ids.push(await booked(pool, minted.therapist, bookingOf("client", clientId, { date: day })));
    const step = (appointmentId: string | undefined, more: object) =>
      withScope(pool, minted.therapist, later(4 * 1_440), (scope) =>
        takeAppointmentStep(scope, stepForm.parse({ appointmentId, seen: "1", ...more })),
      );
    await step(ids[0], { kind: "done" });
    await step(ids[1], { kind: "missed", cause: "client" });
    expect((await figures(minted.owner, later(4 * 1_440))).sessions).toEqual({ done: 1, missed: 1, booked: 1 });
    expect((await figures(minted.owner, later(200 * 1_440))).sessions).toEqual({});
  });

  it("says how long somebody waited, and who waits without an answer", async () => {
    const minted = await mintPractice(pool);
    const [one, other] = [await theirs(minted, "One"), await theirs(minted, "Other")];
    const { eventId } = await withScope(pool, one, testNow, (scope) => sayNotSafe(scope, {}));
    await withScope(pool, other, testNow, (scope) => sayNotSafe(scope, {}));
    await withScope(pool, minted.therapist, later(12), (scope) => acknowledgeEvent(scope, { eventId }));
    const { answered } = await figures(minted.owner, later(30));
    expect(answered.toSorted()).toEqual([12, null]);
  });

  it("takes of each person and instrument the first and the newest sitting, and who never sent one", async () => {
    const minted = await mintPractice(pool);
    const [twice, once] = [await theirs(minted, "Twice"), await theirs(minted, "Once")];
    await theirs(minted, "Never");
    const at = (day: string) => new Date(`${day}T10:00:00Z`);
    await sitDimensions(pool, minted, twice, { emotional: [30, 70] }, at("2026-11-03"));
    await sitDimensions(pool, minted, twice, { emotional: [66, 70] }, at("2026-11-20"));
    await sitDimensions(pool, minted, once, { emotional: [40, 50] }, at("2026-11-04"));
    const { courses, asked } = await figures(minted.owner);
    const dimensions = courses.filter(({ instrument }) => instrument.key === "five-dimensions");
    expect(
      dimensions.map(({ sittings, first, newest }) => [sittings, first.emotional, newest.emotional]).sort(),
    ).toEqual([
      [0, undefined, undefined],
      [1, 40, 40],
      [2, 30, 66],
    ]);
    expect(asked.due).toBeGreaterThanOrEqual(3);
    expect(asked.sent).toBeLessThanOrEqual(asked.due);
    const { instruments } = await figures(minted.owner);
    expect(instruments.find(({ key }) => key === "five-dimensions")).toMatchObject({ people: 3, sent: 2 });
    expect(instruments.map(({ key }) => key)).not.toContain("safety-and-steadiness");
    expect(instruments.map(({ title }) => title)).toEqual(instruments.map(({ title }) => title).toSorted());
    expect(courses.every(({ instrument }) => instrument.sensitivity !== "safety")).toBe(true);
  });

  it("counts exercises by how they ended and by how many people, in the order of names", async () => {
    const minted = await mintPractice(pool);
    const [one, other] = [await theirs(minted, "One"), await theirs(minted, "Other")];
    for (const person of [one, one, other]) await logAttempt(pool, person);
    const { exercises } = await figures(minted.owner);
    expect(exercises).toMatchObject([{ people: 2, done: 3, tried: 0, skipped: 0 }]);
    expect(exercises[0]?.title).not.toBe("An earlier exercise");
  });
});
