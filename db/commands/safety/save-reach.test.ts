import { beforeEach, describe, expect, it } from "vitest";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { confirmContactCard, saveContactCard, saveSafetyPlan } from "@/db/commands/safety/save-reach";
import { getClientRecord } from "@/db/queries/clients/client-record";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { getOwnSafety } from "@/db/queries/safety/safety-contacts";
import { getSafetyHistory } from "@/db/queries/safety/safety-history";
import { getClientReach } from "@/db/queries/safety/safety-reach";
import { contactCard, safetyPlan } from "@/db/schema/reach";
import { testPool } from "@/db/testing/database";
import { testNow, testToday } from "@/db/testing/mint";
import { safetyGround } from "@/db/testing/safety-ground";
import { auditOf, itKeepsToItsTenant } from "@/db/testing/tenancy";
import type { StaffActor } from "@/lib/actor";
import { Forbidden } from "@/lib/errors";
import { contactCardForm, type SafetyPlan } from "@/lib/safety/contact-card";

const pool = testPool();
const { as, home, later } = safetyGround(pool);

const formOf = (clientId: string, more: object = {}) =>
  contactCardForm.parse({
    ...{ clientId, phone: "07700 900123", voicemail: "no", text: "neutral", agreedWord: "CANARY-lemon" },
    ...{ confirmedOn: testToday, askedAlone: "yes", "name-0": "Her sister", "number-0": "07700 900456" },
    ...{ "name-1": "Dario", "number-1": "07700 900789", "side-1": "partner", ...more },
  });
const plan: SafetyPlan = { signs: "", alone: "", places: "CANARY-bus 14", people: "", children: "", things: "" };
const save = (actor: StaffActor, clientId: string, at = testNow, more: object = {}) =>
  as(actor, (scope) => saveContactCard(scope, formOf(clientId, more)), at);
const read = (actor: StaffActor, clientId: string, at = testNow) =>
  as(actor, (scope) => getClientReach(scope, clientId), at);

describe("the contact card", () => {
  it("is kept sealed, with the day it was confirmed and by whom, and the newest counts", async () => {
    const { therapist, system, client } = await home();
    expect(await read(therapist, client.clientId)).toMatchObject({ card: null, plan: null });
    await save(therapist, client.clientId);
    await save(therapist, client.clientId, testNow, { phone: "01" });
    const { card } = await read(therapist, client.clientId);
    expect(card).toMatchObject({
      card: { phone: "01", text: "neutral" },
      confirmedOn: testToday,
      byName: therapist.name,
    });
    const rows = await as(system, ({ tx }) => tx.select().from(contactCard));
    expect(JSON.stringify(rows)).not.toMatch(/lemon|07700|sister/);
  });

  it("strikes the partner’s side at a stop, and takes nobody of it while there is one", async () => {
    const { therapist, client } = await home();
    await save(therapist, client.clientId);
    expect((await read(therapist, client.clientId)).card?.call).toHaveLength(2);
    await as(
      therapist,
      (scope) => raiseGate(scope, { clientId: client.clientId, kind: "stop", reason: "She told me alone." }),
      later(5),
    );
    const struck = await read(therapist, client.clientId, later(6));
    expect(struck.card?.call.map(({ name }) => name)).toEqual(["Her sister"]);
    expect(struck.card?.struck.map(({ name }) => name)).toEqual(["Dario"]);
    await expect(save(therapist, client.clientId, later(7))).rejects.toThrow("nobody of the partner’s side");
    await as(therapist, (scope) => confirmContactCard(scope, client), later(8));
    const confirmed = await read(therapist, client.clientId, later(9));
    expect(confirmed.card).toMatchObject({ call: [{ name: "Her sister" }], struck: [] });
  });

  it("is asked alone, on a day that has come, and names whoever has a number", () => {
    const problem = (more: object) =>
      contactCardForm
        .safeParse({ clientId: crypto.randomUUID(), voicemail: "no", text: "no", confirmedOn: testToday, ...more })
        .error?.issues.map(({ path }) => path.join("."));
    expect(problem({})).toEqual(["askedAlone"]);
    expect(problem({ askedAlone: "yes", "number-2": "07" })).toEqual(["name-2"]);
    expect(problem({ askedAlone: "yes" })).toBeUndefined();
  });

  it("is written by staff alone: no client writes a card or a plan, nor their own", async () => {
    const { client } = await home();
    const posing = client as unknown as StaffActor;
    await expect(save(posing, client.clientId)).rejects.toThrow(Forbidden);
    await expect(as(posing, (scope) => confirmContactCard(scope, client))).rejects.toThrow(Forbidden);
    const planned = as(posing, (scope) => saveSafetyPlan(scope, { clientId: client.clientId, plan }));
    await expect(planned).rejects.toThrow(Forbidden);
  });

  it("refuses a day that has not come", async () => {
    const { therapist, client } = await home();
    await expect(save(therapist, client.clientId, testNow, { confirmedOn: "2031-01-01" })).rejects.toThrow(
      "not come yet",
    );
    await expect(as(therapist, (scope) => confirmContactCard(scope, client))).rejects.toThrow("no card yet");
  });
});

describe("the safety plan", () => {
  it("stands on its own page alone: nothing else that is read holds a word of it or of the card", async () => {
    const { practice, therapist, system, client } = await home();
    await save(therapist, client.clientId);
    await as(therapist, (scope) => saveSafetyPlan(scope, { clientId: client.clientId, plan }));
    expect((await read(therapist, client.clientId)).plan).toMatchObject({ plan, byName: therapist.name });
    const rows = await as(system, ({ tx }) => tx.select().from(safetyPlan));
    const elsewhere = [
      await as(client, getPortalToday),
      await as(client, getOwnSafety),
      await as(therapist, (scope) => getClientRecord(scope, client.clientId)),
      await as(therapist, (scope) => getSafetyHistory(scope, client.clientId)),
      rows,
    ];
    expect(JSON.stringify(elsewhere)).not.toContain("CANARY");
    const trail = (await auditOf(pool, practice.system)).map(({ action }) => action);
    for (const action of ["safety.card-saved", "safety.plan-saved", "safety.reach-read"])
      expect(trail).toContain(action);
  });
});

describe("how a client is reached", () => {
  let minted: Awaited<ReturnType<typeof home>>;
  itKeepsToItsTenant(
    pool,
    () => ({ practice: minted.practice, clientId: minted.client.clientId }),
    async (scope, clientId) => getClientReach(scope, clientId),
    { supervisorMay: true },
  );
  beforeEach(async () => {
    minted = await home();
  });
});
