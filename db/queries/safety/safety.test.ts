import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { clearGate } from "@/db/commands/safety/decide-gate";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { acknowledgeEvent, noteEvent } from "@/db/commands/safety/take-step";
import { getSafetyPanel } from "@/db/queries/safety/safety";
import { assessment } from "@/db/schema/assessments";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { safetyGround } from "@/db/testing/safety-ground";
import { talkedAlone } from "@/db/testing/talked-alone";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { CLEARANCE_WEEKS } from "@/lib/safety/gate";

const pool = testPool();
const { later, week, as, home, reason } = safetyGround(pool);
const panelOf = (actor: StaffActor, { clientId }: ClientActor, now: Date) =>
  as(actor, (scope) => getSafetyPanel(scope, clientId), now);

describe("the safety panel of one person", () => {
  it("is theirs, whoever else the therapist has", async () => {
    const { practice, ines, dario } = await linkedCouple(pool);
    await as(
      practice.therapist,
      (scope) => clearGate(scope, { clientId: dario.clientId, reason, talk: talkedAlone }),
      later(1),
    );
    const marks = await Promise.all([ines, dario].map((who) => panelOf(practice.therapist, who, later(2))));
    expect(marks.map(({ seen }) => seen.split(".")[1])).toEqual(["1", "2"]);
    expect(marks.map(({ partner }) => partner?.name)).toEqual(["Dario", "Ines"]);
  });

  it("asks for an answer until the last day of the card, and not a day longer", async () => {
    const { practice, client, therapist } = await home();
    const { assessmentId } = await as(therapist, (scope) => askSafetyCheck(scope, client));
    await as(practice.system, ({ tx }) =>
      tx
        .update(assessment)
        .set({ dueOn: "2026-11-25", expiresOn: "2026-11-25" })
        .where(eq(assessment.id, assessmentId)),
    );
    const asked = async (day: number) => (await panelOf(therapist, client, later(day * 24 * 60))).asked;
    expect(await asked(2)).toMatchObject({ dueOn: "2026-11-25" });
    expect((await asked(3))?.dueOn).not.toBe("2026-11-25");
  });

  it("holds a note about an event for a day, where “I am on it” holds for hours", async () => {
    const { client, therapist } = await home();
    const { eventId } = await as(client, (scope) => sayNotSafe(scope, {}));
    const nextAt = async (now: Date) => (await panelOf(therapist, client, now)).openEvents[0]?.standing.nextAt;
    await as(therapist, (scope) => acknowledgeEvent(scope, { eventId }), later(1));
    expect(await nextAt(later(2))).toEqual(later(1 + 12 * 60));
    await as(therapist, (scope) => noteEvent(scope, { eventId, note: "Rang, no answer." }), later(3));
    expect(await nextAt(later(4))).toEqual(later(3 + 24 * 60));
  });
});

describe("the clearances of two", () => {
  it("end together on the day of the earlier one, and that of somebody alone after twelve weeks", async () => {
    const { practice, ines, dario } = await linkedCouple(pool);
    const { therapist } = practice;
    const endsOf = async (who: ClientActor) => (await panelOf(therapist, who, later(2))).gate.expiresAt;
    const earlier = await endsOf(dario);
    expect(earlier).not.toBeNull();
    await as(therapist, (scope) => clearGate(scope, { clientId: ines.clientId, reason, talk: talkedAlone }), later(1));
    expect([await endsOf(ines), await endsOf(dario)]).toEqual([earlier, earlier]);
    const alone = await home();
    await as(
      alone.therapist,
      (scope) => clearGate(scope, { clientId: alone.client.clientId, reason, talk: talkedAlone }),
      later(1),
    );
    const own = await panelOf(alone.therapist, alone.client, later(2));
    expect(own.gate.expiresAt).toEqual(later(1 + CLEARANCE_WEEKS * week));
  });
});
