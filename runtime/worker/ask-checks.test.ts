import { describe, expect, it } from "vitest";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { getGate } from "@/db/queries/safety/safety-gate";
import { safetyCheck, safetyCheckMember } from "@/db/schema/safety-check";
import { type Scope, withScope } from "@/db/scope";
import { drawCheckOn } from "@/db/testing/by-hand";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { type MintedPractice, mintClient, mintPractice } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import { getSharedClass } from "@/db/testing/shared-class";
import type { Actor, ClientActor } from "@/lib/actor";
import { askDueChecks } from "./ask-checks";

const pool = testPool();
const as = <A extends Actor, T>(actor: A, now: Date, run: (scope: Scope<A>) => Promise<T>) =>
  withScope(pool, actor, now, run);
const at = (day: string, time = "10:00") => new Date(`${day}T${time}:00Z`);

/** Every asking of a practice so far, with how many people it asks. */
const asked = (practice: MintedPractice) =>
  as(practice.system, at("2027-06-01"), async ({ tx }) => {
    const checks = await tx.select().from(safetyCheck).orderBy(safetyCheck.askedAt);
    const members = await tx.select().from(safetyCheckMember);
    return checks.map(({ id, kind, coupleId, ownFrom }) => ({
      kind,
      isOfCouple: coupleId !== null,
      hasOwnDays: ownFrom !== null,
      people: members.filter(({ checkId }) => checkId === id).length,
    }));
  });
const isOpen = async (who: ClientActor, now: Date) =>
  (await as(who, now, (scope) => getSharedClass(scope, who.clientId))).open;

/** Both paths began on Sunday 1 November 2026: phase 2 begins on the 29th, own days on the 25th. */
async function pair() {
  const two = await linkedCouple(pool);
  await drawCheckOn(two.coupleId, "2027-01-10");
  const round = (now: Date) => askDueChecks(pool, two.practice.system, now);
  return { ...two, round };
}

describe("the calendar of checks", () => {
  it("asks both of a couple together on the first own day before a phase, once, and that closes joint steps for both", async () => {
    const { practice, ines, dario, round } = await pair();
    expect(await round(at("2026-11-24", "23:00"))).toBe(0);
    expect([await isOpen(ines, at("2026-11-24")), await isOpen(dario, at("2026-11-24"))]).toEqual([true, true]);
    expect(await round(at("2026-11-25", "00:01"))).toBe(1);
    expect(await round(at("2026-11-25", "00:06"))).toBe(0);
    expect((await asked(practice)).at(-1)).toEqual({ kind: "phase", isOfCouple: true, hasOwnDays: true, people: 2 });
    for (const day of ["2026-11-25", "2026-11-28", "2026-11-29", "2026-12-05"])
      expect([await isOpen(ines, at(day)), await isOpen(dario, at(day))], day).toEqual([false, false]);
  });

  it("takes a check of the last three weeks for the phase, by whomever it was asked", async () => {
    const { practice, ines, round } = await pair();
    await as(practice.therapist, at("2026-11-23"), (scope) =>
      askSafetyCheck(scope, { clientId: ines.clientId, despiteRecent: true }),
    );
    expect(await round(at("2026-11-26"))).toBe(0);
  });

  it("asks on the drawn day, unless an extra check took it", async () => {
    const { practice, round, ines } = await pair();
    await round(at("2026-11-25"));
    expect(await round(at("2027-01-10"))).toBe(1);
    expect((await asked(practice)).map(({ kind }) => kind).at(-1)).toBe("drawn");
    const other = await pair();
    await as(other.practice.therapist, at("2026-11-24"), (scope) =>
      askSafetyCheck(scope, { clientId: other.ines.clientId, despiteRecent: true }),
    );
    expect((await asked(other.practice)).map(({ kind }) => kind).at(-1)).toBe("extra");
    await other.round(at("2026-12-22"));
    const before = (await asked(other.practice)).length;
    expect(await other.round(at("2027-01-10"))).toBe(0);
    expect(await asked(other.practice)).toHaveLength(before);
    expect(ines.clientId).not.toBe(other.ines.clientId);
  });

  it("asks one person alone, without own days, and anew when a clearance ran out", async () => {
    const practice = await mintPractice(pool);
    const person = await mintClient(pool, practice, { startDate: "2026-11-23" });
    await openGate(pool, practice, person);
    const round = (now: Date) => askDueChecks(pool, practice.system, now);
    expect(await round(at("2026-11-24"))).toBe(0);
    expect(await round(at("2026-12-17"))).toBe(1);
    expect((await asked(practice)).at(-1)).toEqual({ kind: "phase", isOfCouple: false, hasOwnDays: false, people: 1 });
    expect(await isOpen(person, at("2026-12-20"))).toBe(true);
    expect(await isOpen(person, at("2026-12-21"))).toBe(false);
    // Phase 3 comes and is asked for; then the clearance of the fourteenth of November runs out twelve weeks later.
    expect(await round(at("2027-01-14"))).toBe(1);
    expect(await round(at("2027-02-10"))).toBe(1);
    expect((await asked(practice)).at(-1)?.kind).toBe("renewal");
    expect(await round(at("2027-02-20"))).toBe(0);
    const gate = await as(practice.therapist, at("2027-02-21"), (scope) => getGate(scope, person.clientId));
    expect(gate).toMatchObject({ state: "not-screened", awaits: "screen" });
  });
});
