import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { dischargeClient } from "@/db/commands/clients/discharge-client";
import { type Scope, withScope } from "@/db/scope";
import { booked, bookingOf } from "@/db/testing/appointment-booking";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { lettersOf } from "@/db/testing/open-event";
import type { Actor } from "@/lib/actor";
import { moveForm, stepForm } from "@/lib/appointments/appointment-forms";
import { askToMove } from "./ask-to-move";
import { moveAppointment, takeAppointmentStep } from "./take-appointment-step";

const pool = testPool();
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);
const later = (hours: number) => new Date(testNow.getTime() + hours * 3_600_000);

const step = (appointmentId: string, seen: number, kind: string, more: object = {}) =>
  stepForm.parse({ appointmentId, seen: String(seen), kind, ...more });
const moved = (appointmentId: string, seen: number, more: object = {}) =>
  moveForm.parse({
    ...{ appointmentId, seen: String(seen), date: "2026-11-25", time: "09:30", minutes: "60", place: "", ...more },
  });

describe("a session", () => {
  it("is taken up again at no time that was given to another one, and is planned with nobody who was discharged", async () => {
    const practice = await mintPractice(pool);
    const client = await mintClient(pool, practice);
    const { therapist: own } = practice;
    const id = await booked(pool, own, bookingOf("client", client.clientId));
    const take = (seen: number, kind: string, more = {}, of = id) =>
      as(own, (scope) => takeAppointmentStep(scope, step(of, seen, kind, more)));
    await take(1, "cancelled", { cause: "client" });
    const other = await booked(pool, own, bookingOf("client", client.clientId, { time: "14:30" }));
    await expect(take(2, "reopened")).rejects.toThrow("Another session stands at this time now");
    await take(1, "cancelled", { cause: "therapist" }, other);
    await as(own, (scope) =>
      dischargeClient(scope, {
        ...{ id: randomUUID(), clientId: client.clientId, reason: "They are through.", goodbye: null },
        ...{ portal: "readable", readableUntil: "2026-12-20" },
      }),
    );
    await expect(take(2, "reopened")).rejects.toThrow("is discharged");
    // What was held, and is put right afterwards, is no plan; and no plan comes of it.
    const held = (kind: string, seen: number, more = {}) =>
      as(own, (scope) => takeAppointmentStep(scope, step(id, seen, kind, more)), later(29));
    await held("reopened", 2);
    await expect(
      as(own, (scope) => moveAppointment(scope, moved(id, 3, { date: "2026-12-02" })), later(29)),
    ).rejects.toThrow("is discharged");
    await held("done", 3);
  });

  it("is led by who reaches both, who is told of a wish, and not the therapist of one of the two", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    await withScope(pool, practice.system, testNow, ({ tx }) =>
      tx.execute(`update couple set lead_id = '${practice.owner.accountId}';
        update client set therapist_id = '${practice.colleague.accountId}' where id = '${dario.clientId}'`),
    );
    const id = await booked(pool, practice.owner, bookingOf("couple", coupleId));
    for (const who of [ines, dario])
      await as(who, (scope) => askToMove(scope, { id: randomUUID(), appointmentId: id, words: null }));
    const told = (await lettersOf(pool, practice)).filter(({ aboutKind }) => aboutKind === "move-asked");
    expect(told.map(({ accountId }) => accountId)).toEqual([practice.owner.accountId, practice.owner.accountId]);
  });
});
