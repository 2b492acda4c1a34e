import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { endCouple } from "@/db/commands/couples/end-couple";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { clearGate } from "@/db/commands/safety/decide-gate";
import { getOwnCouple } from "@/db/queries/couples/own-couple";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { client } from "@/db/schema/clients";
import { safetyCheck } from "@/db/schema/safety-check";
import { type Scope, withScope } from "@/db/scope";
import { drawCheckOn } from "@/db/testing/by-hand";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { getSharedClass } from "@/db/testing/shared-class";
import { talkedAlone } from "@/db/testing/talked-alone";
import type { Actor, ClientActor } from "@/lib/actor";
import { askDueChecks } from "@/runtime/worker/ask-checks";

const pool = testPool();
const as = <A extends Actor, T>(actor: A, now: Date, run: (scope: Scope<A>) => Promise<T>) =>
  withScope(pool, actor, now, run);
const at = (day: string, hour: number) => new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000);

const here = "Europe/London";
/** Where the two live: at home, to both sides of the date line, and both ways round. */
const places = [
  [here, here],
  ["Pacific/Auckland", "America/Los_Angeles"],
  ["America/Los_Angeles", "Pacific/Auckland"],
  [here, "Pacific/Auckland"],
  ["America/Los_Angeles", here],
] as const;

/** Both paths began on Sunday 1 November 2026, so that weeks begin on Sundays. */
async function pair([first, second]: readonly [string, string]) {
  const { practice, coupleId, ...two } = await linkedCouple(pool);
  await drawCheckOn(coupleId, "2027-01-10");
  await as(practice.system, at("2026-11-23", 9), async ({ tx }) => {
    await tx.update(client).set({ zone: first }).where(eq(client.id, two.ines.clientId));
    await tx.update(client).set({ zone: second }).where(eq(client.id, two.dario.clientId));
  });
  const ines = { ...two.ines, zone: first };
  const dario = { ...two.dario, zone: second };
  return { practice, coupleId, ines, dario };
}

/** What the calendar decides of one person's pages at an instant. */
const pagesOf = (person: ClientActor, now: Date) =>
  as(person, now, async (scope) => ({
    shared: await getSharedClass(scope, person.clientId),
    cards: (await getPortalToday(scope)).assessments.filter(({ title }) => title.startsWith("Safety")).length,
    couple: await getOwnCouple(scope).then((own) => own && { began: own.began, changesAt: own.changesAt }),
  }));

/** Around each midnight of Saturday: in Auckland, in London, in Los Angeles. Each with the minute before. */
const hours = [59, 72, 80].flatMap((hour) => [hour - 1 / 60, hour]);

describe("one couple, one calendar", () => {
  it.each(places)("closes, opens and takes the card away in one instant for both: %s and %s", async (...place) => {
    const { practice, ines, dario } = await pair(place);
    await as(practice.therapist, at("2026-11-26", 14), (scope) =>
      askSafetyCheck(scope, { clientId: ines.clientId, despiteRecent: true }),
    );
    for (const { clientId } of [ines, dario])
      await as(practice.therapist, at("2026-11-27", 9), (scope) =>
        clearGate(scope, { clientId, reason: "We talked alone for half an hour.", talk: talkedAlone }),
      );
    // The week ends at midnight where the practice is, and nowhere else: both are clear, and joint steps open.
    for (const hour of hours) {
      const now = at("2026-11-26", hour);
      const [isOpen, began] = hour < 72 ? [false, "2026-11-22"] : [true, "2026-11-29"];
      const pages = {
        shared: { open: isOpen, jointTasks: isOpen },
        cards: isOpen ? 0 : 1,
        couple: { began: at(began, 0), changesAt: at(began, 7 * 24) },
      };
      expect([now, await pagesOf(ines, now)]).toEqual([now, pages]);
      expect([now, await pagesOf(dario, now)]).toEqual([now, pages]);
    }
  });

  it("asks before a phase in one instant, wherever they live, and by no date of theirs", async () => {
    for (const place of places) {
      const { practice } = await pair(place);
      const round = (now: Date) => askDueChecks(pool, practice.system, now);
      expect(await round(at("2026-11-24", 23.9)), `${place}`).toBe(0);
      expect(await round(at("2026-11-25", 0.1)), `${place}`).toBe(1);
    }
  });

  it("shows the end of a link to both in one instant, and lets neither zone move the agreed day", async () => {
    for (const place of places) {
      const { practice, coupleId, ines, dario } = await pair(place);
      const end = { coupleId, reason: "They live apart since the summer.", shownOn: "2026-11-24" };
      await as(practice.therapist, at("2026-11-24", 9), (scope) => endCouple(scope, end));
      for (const hour of [24 * 4 + 23.9, 24 * 5]) {
        const now = at("2026-11-24", hour);
        const [one, other] = [await pagesOf(ines, now), await pagesOf(dario, now)];
        expect(other, `${place} ${hour}`).toEqual(one);
        expect([one.couple !== null, one.shared.open]).toEqual([hour < 24 * 5, false]);
      }
    }
  });

  it("keeps what is counted in the couple’s days when somebody moves house", async () => {
    const { practice, ines, dario } = await pair(places[0]);
    await as(practice.therapist, at("2026-11-26", 14), (scope) =>
      askSafetyCheck(scope, { clientId: dario.clientId, despiteRecent: true }),
    );
    const before = await pagesOf(ines, at("2026-11-28", 20));
    for (const zone of ["Pacific/Auckland", "America/Los_Angeles"]) {
      await as(practice.system, at("2026-11-28", 19), ({ tx }) =>
        tx
          .update(client)
          .set({ zone })
          .where(and(eq(client.id, dario.clientId))),
      );
      expect(await pagesOf(ines, at("2026-11-28", 20))).toEqual(before);
      expect(await pagesOf({ ...dario, zone }, at("2026-11-28", 20))).toEqual(before);
    }
    const [check] = await as(practice.system, at("2026-11-28", 20), ({ tx }) =>
      tx.select().from(safetyCheck).where(eq(safetyCheck.kind, "extra")),
    );
    expect(check?.ownFrom).toEqual(at("2026-11-26", 14));
  });
});
