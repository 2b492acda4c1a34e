import { describe, expect, it } from "vitest";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { setCrisisContacts, setEscalation } from "@/db/commands/safety/change-settings";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { getSafetyPanel } from "@/db/queries/safety/safety";
import { getOwnSafety, getSafetySettings } from "@/db/queries/safety/safety-contacts";
import { getSafetyHistory } from "@/db/queries/safety/safety-history";
import { outboxLetter } from "@/db/schema/outbox";
import { safetyEvent } from "@/db/schema/safety";
import { testPool } from "@/db/testing/database";
import { mintPractice } from "@/db/testing/mint";
import { safetyGround } from "@/db/testing/safety-ground";
import { Forbidden, NotFound } from "@/lib/errors";
import { practiceContactsSchema } from "@/lib/safety/region-contacts";

const pool = testPool();
const { later, as, home } = safetyGround(pool);

describe("asking for a safety check", () => {
  it("assigns the questions today, once while they are open, by whoever is responsible", async () => {
    const { client, therapist, supervisor, colleague } = await home();
    const ask = { clientId: client.clientId };
    await expect(as(supervisor, (scope) => askSafetyCheck(scope, ask))).rejects.toThrow(Forbidden);
    await expect(as(colleague, (scope) => askSafetyCheck(scope, ask))).rejects.toThrow(NotFound);
    const first = await as(therapist, (scope) => askSafetyCheck(scope, ask));
    const again = await as(therapist, (scope) => askSafetyCheck(scope, ask));
    expect(again).toEqual({ checkId: first.checkId, assessmentId: first.assessmentId, isFirst: false });
    const panel = await as(supervisor, (scope) => getSafetyPanel(scope, client.clientId));
    expect(panel).toMatchObject({ mayChange: false, asked: { isStarted: false } });
    await expect(as(colleague, (scope) => getSafetyPanel(scope, client.clientId))).rejects.toThrow(NotFound);
    await expect(as(colleague, (scope) => getSafetyHistory(scope, client.clientId))).rejects.toThrow(NotFound);
  });
});

describe("the practice's own contacts and minutes", () => {
  const contacts = practiceContactsSchema.parse({
    emergency: "999",
    lines: [{ name: "Our line", number: "01 234", about: "crisis" }],
  });

  it("win over what ships, for the owner's own practice only, until they are given back", async () => {
    const { client, owner, therapist } = await home();
    const other = await home();
    await expect(as(therapist, (scope) => setCrisisContacts(scope, { country: "GB", contacts }))).rejects.toThrow(
      Forbidden,
    );
    await expect(as(therapist, (scope) => getSafetySettings(scope, null))).rejects.toThrow(Forbidden);
    await as(owner, (scope) => setCrisisContacts(scope, { country: "GB", contacts }));
    const mine = await as(client, (scope) => getOwnSafety(scope));
    expect(mine.help).toMatchObject({
      here: { country: "GB", checked: true, lines: [{ name: "Our line", way: "call" }] },
      practice: null,
    });
    expect((await as(other.client, (scope) => getOwnSafety(scope))).help.here?.checked).toBe(false);
    await as(owner, (scope) => setCrisisContacts(scope, { country: "GB", contacts: null }), later(1));
    const back = await as(client, (scope) => getOwnSafety(scope));
    expect(back.help.here).toMatchObject({ checked: false, emergency: [{ for: "all", number: "999" }] });
  });

  it("set the escalation, thirty minutes unless the owner says otherwise", async () => {
    const { owner, therapist } = await home();
    expect((await as(owner, (scope) => getSafetySettings(scope, null))).minutes).toBe(30);
    await expect(as(therapist, (scope) => setEscalation(scope, { minutes: 10 }))).rejects.toThrow(Forbidden);
    await as(owner, (scope) => setEscalation(scope, { minutes: 10 }));
    expect((await as(owner, (scope) => getSafetySettings(scope, null))).minutes).toBe(10);
  });
});

it("keeps events and letters inside their practice", async () => {
  const { client } = await home();
  const stranger = await mintPractice(pool);
  await as(client, (scope) => sayNotSafe(scope, {}));
  const seen = await as(stranger.system, async ({ tx }) => ({
    events: await tx.select().from(safetyEvent),
    letters: await tx.select().from(outboxLetter),
  }));
  expect(seen).toEqual({ events: [], letters: [] });
});
