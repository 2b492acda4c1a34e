import { and, asc, eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { moveAppointment, takeAppointmentStep } from "@/db/commands/appointments/take-appointment-step";
import { connect } from "@/db/connect";
import { account } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import { withScope } from "@/db/scope";
import { booked, bookingOf } from "@/db/testing/appointment-booking";
import { testPool, workerUrl } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { ClientActor } from "@/lib/actor";
import { moveForm, stepForm } from "@/lib/appointments/appointment-forms";
import { tellSessions } from "./tell-sessions";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 4, onIdleError: () => undefined });
afterAll(() => workers.end());

/** So many days after Monday, at this hour in London in winter. */
const at = (day: number, hour = 10) => new Date(testNow.getTime() + day * 86_400_000 + (hour - 10) * 3_600_000);

const accept = (practice: MintedPractice, ...people: ClientActor[]) =>
  withScope(pool, practice.system, testNow, async ({ tx }) => {
    for (const { accountId } of people)
      await tx.update(account).set({ passwordHash: "set" }).where(eq(account.id, accountId));
  });
const lettersTo = (practice: MintedPractice, { accountId }: ClientActor) =>
  withScope(pool, practice.system, testNow, ({ tx }) =>
    tx
      .select({ on: outboxLetter.aboutOn, at: outboxLetter.createdAt })
      .from(outboxLetter)
      .where(and(eq(outboxLetter.accountId, accountId), eq(outboxLetter.aboutKind, "session-tomorrow")))
      .orderBy(asc(outboxLetter.createdAt)),
  );

async function coming(more = {}) {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  await accept(practice, client);
  const id = await booked(
    pool,
    practice.therapist,
    bookingOf("client", client.clientId, { date: "2026-11-25", ...more }),
  );
  const tell = (now: Date) => tellSessions(workers, practice.system, now);
  return { practice, client, id, tell, letters: () => lettersTo(practice, client) };
}

describe("the day before a session", () => {
  it("is told once, in the daytime of whoever comes, whoever looks and however often", async () => {
    const { practice, client, tell, letters } = await coming();
    expect([await tell(at(0)), await tell(at(1, 8)), await tell(at(1, 19))]).toEqual([0, 0, 0]);
    expect(await tell(at(1, 9))).toBe(1);
    expect([await tell(at(1, 10)), await tell(at(2, 10))]).toEqual([0, 0]);
    expect(await letters()).toEqual([{ on: "2026-11-25", at: at(1, 9) }]);
    const entries = (await auditOf(pool, practice.system)).filter(
      ({ action }) => action === "appointments.told-before",
    );
    expect(entries).toMatchObject([{ client_id: client.clientId }]);
  });

  it("is not told of one that was called off, moved away or kept out of the portal, nor to who has not come", async () => {
    const off = await coming();
    const cancel = stepForm.parse({ appointmentId: off.id, seen: "1", kind: "cancelled", cause: "therapist" });
    await withScope(pool, off.practice.therapist, at(0), (scope) => takeAppointmentStep(scope, cancel));
    const unlisted = await coming({ unlisted: "yes" });
    const absent = await coming();
    await withScope(pool, absent.practice.system, testNow, ({ tx }) =>
      tx.update(account).set({ passwordHash: null }).where(eq(account.id, absent.client.accountId)),
    );
    for (const { tell } of [off, unlisted, absent]) expect(await tell(at(1))).toBe(0);
    const moved = await coming();
    const later = { appointmentId: moved.id, seen: "1", date: "2026-11-27", time: "09:00", minutes: "50" };
    await withScope(pool, moved.practice.therapist, at(0), (scope) => moveAppointment(scope, moveForm.parse(later)));
    expect([await moved.tell(at(1)), await moved.tell(at(3))]).toEqual([0, 1]);
    expect(await moved.letters()).toMatchObject([{ on: "2026-11-27" }]);
  });

  it("is told to both of a couple in one round", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    await accept(practice, ines, dario);
    await booked(pool, practice.therapist, bookingOf("couple", coupleId, { date: "2026-11-25" }));
    expect(await tellSessions(workers, practice.system, at(1))).toBe(2);
    expect(await lettersTo(practice, ines)).toEqual(await lettersTo(practice, dario));
  });
});
