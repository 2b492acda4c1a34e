import { describe, expect, it } from "vitest";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { chooseAfterStop } from "@/db/commands/safety/choose-after-stop";
import { clearGate, raiseGate } from "@/db/commands/safety/decide-gate";
import { getLinkChoices } from "@/db/queries/couples/couple";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { linkedCouple, minutesLater } from "@/db/testing/linked-couple";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import { safetyGround } from "@/db/testing/safety-ground";
import { ending, talkedAlone } from "@/db/testing/talked-alone";
import type { Actor, StaffActor } from "@/lib/actor";
import { Forbidden, NotFound } from "@/lib/errors";
import { endCouple } from "./end-couple";
import { linkCouple } from "./link-couple";

const pool = testPool();
const { answered } = safetyGround(pool);
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);
const reason = "We talked alone for half an hour and she feels safe.";

async function couple() {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice);
  const dario = await mintClient(pool, practice, { name: "Dario" });
  return { practice, ines, dario };
}

describe("a couple that the owner leads", () => {
  it("is not asked, cleared, stopped or ended by the therapist of both, and is by the owner", async () => {
    const { practice, ines, dario } = await couple();
    for (const person of [ines, dario]) await openGate(pool, practice, person);
    const { clientId } = ines;
    const form = { clientId, partnerId: dario.clientId };
    const { coupleId } = await as(practice.owner, (scope) => linkCouple(scope, form));
    await as(practice.therapist, (scope) => raiseGate(scope, { clientId, kind: "stop", reason }), minutesLater(1));
    const attempts = (actor: StaffActor) => [
      () => as(actor, (scope) => askSafetyCheck(scope, { clientId, despiteRecent: true }), minutesLater(2)),
      () => as(actor, (scope) => chooseAfterStop(scope, { clientId, choice: "next-week" }), minutesLater(3)),
      () => as(actor, (scope) => clearGate(scope, { clientId, reason, talk: talkedAlone }), minutesLater(4)),
    ];
    for (const attempt of attempts(practice.therapist)) await expect(attempt()).rejects.toThrow("have one lead");
    const end = (actor: StaffActor) => as(actor, (scope) => endCouple(scope, { coupleId, ...ending }), minutesLater(5));
    await expect(end(practice.therapist)).rejects.toThrow(NotFound);
    for (const attempt of attempts(practice.owner)) await attempt();
    await end(practice.owner);
  });
});

describe("a link", () => {
  it("is not made of two who are clear, one of them without a talk alone", async () => {
    const { practice, ines, dario } = await couple();
    const link = () =>
      as(practice.therapist, (scope) => linkCouple(scope, { clientId: ines.clientId, partnerId: dario.clientId }));
    await openGate(pool, practice, ines);
    await answered(practice, dario, "clear");
    const clear = (talk: typeof talkedAlone | null) =>
      as(practice.therapist, (scope) => clearGate(scope, { clientId: dario.clientId, reason, talk }));
    await clear(null);
    await expect(link()).rejects.toThrow("each after a talk alone");
    await clear(talkedAlone);
    expect(await link()).toMatchObject({ coupleId: expect.any(String) });
  });

  it("is on the record of its own two people alone, from either side, and no client reads that page", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    const noa = await mintClient(pool, practice, { name: "Noa" });
    const choices = (id: string, actor: StaffActor = practice.therapist) =>
      as(actor, (scope) => getLinkChoices(scope, id));
    expect((await choices(ines.clientId)).couple).toMatchObject({ id: coupleId, partnerName: "Dario" });
    expect((await choices(dario.clientId)).couple).toMatchObject({ id: coupleId, partnerName: "Ines" });
    expect((await choices(noa.clientId)).couple).toBeNull();
    await as(practice.therapist, (scope) => endCouple(scope, { coupleId, ...ending }), minutesLater(5));
    expect((await choices(noa.clientId)).ended).toEqual([]);
    expect((await choices(dario.clientId)).ended).toHaveLength(1);
    await expect(choices(ines.clientId, ines as unknown as StaffActor)).rejects.toThrow(Forbidden);
    await expect(choices(crypto.randomUUID())).rejects.toThrow(NotFound);
  });
});
