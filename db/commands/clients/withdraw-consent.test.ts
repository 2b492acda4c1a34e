import { describe, expect, it } from "vitest";
import { agreeToConsent, withdrawConsent } from "@/db/commands/clients/agree-to-consent";
import { setLimits } from "@/db/commands/clients/set-limits";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getClientRecord } from "@/db/queries/clients/client-record";
import { currentLimits } from "@/db/queries/clients/consent";
import { testPool } from "@/db/testing/database";
import { testNow } from "@/db/testing/mint";
import { lettersOf } from "@/db/testing/open-event";
import { safetyGround } from "@/db/testing/safety-ground";
import { dataOf, kindsOf } from "@/db/testing/signals";
import { consentText, shippedLimits } from "@/lib/identity/consent-text";

const pool = testPool();
const { as, home, later } = safetyGround(pool);

describe("taking the agreement back", () => {
  it("reaches staff at once, closes no event, and does not disarm the button", async () => {
    const { practice, therapist, client } = await home();
    await as(client, (scope) => sayNotSafe(scope, {}));
    await as(client, withdrawConsent, later(1));
    await as(client, withdrawConsent, later(2));
    const [fact] = await as(therapist, getCaseloadFacts, later(3));
    expect(dataOf(fact, "safety-event")).toMatchObject({ source: "not-safe-button", count: 1 });
    expect(dataOf(fact, "safety-event")).not.toHaveProperty("isTaken");
    expect(kindsOf(fact)).toContain("consent-withdrawn");
    const { consents } = await as(therapist, (scope) => getClientRecord(scope, client.clientId), later(3));
    expect(consents[0]).toMatchObject({ decision: "withdrawn", decidedAt: later(1) });
    const letters = (await lettersOf(pool, practice)).filter(({ aboutKind }) => aboutKind === "consent-withdrawn");
    expect(letters.map(({ accountId }) => accountId)).toEqual([therapist.accountId]);
    const gone = { ...client, consentVersion: null };
    expect(await as(gone, (scope) => sayNotSafe(scope, {}), later(4))).toMatchObject({ isFirst: false });
    const limits = (await as(client, currentLimits)).version;
    await as(gone, (scope) => agreeToConsent(scope, { version: consentText.version, limits }), later(5));
    expect(kindsOf((await as(therapist, getCaseloadFacts, later(6)))[0])).not.toContain("consent-withdrawn");
  });
});

describe("the limits of confidentiality", () => {
  it("are the practice's own, version by version, and an agreement names the version that was read", async () => {
    const { owner, therapist, client } = await home();
    expect(await as(client, currentLimits)).toMatchObject({ version: 0, words: shippedLimits });
    const words = "We pass on what is needed when a life is in danger, and nothing else besides.";
    await expect(as(therapist, (scope) => setLimits(scope, { words }))).rejects.toMatchObject({ name: "Forbidden" });
    await as(owner, (scope) => setLimits(scope, { words }));
    await as(owner, (scope) => setLimits(scope, { words }));
    expect(await as(client, currentLimits)).toMatchObject({ version: 1, words });
    const agree = (limits: number) =>
      as(client, (scope) => agreeToConsent(scope, { version: consentText.version, limits }), later(1));
    await expect(agree(0)).rejects.toThrow("changed since you opened it");
    await agree(1);
    const { consents } = await as(therapist, (scope) => getClientRecord(scope, client.clientId), later(2));
    expect(consents[0]).toMatchObject({ decision: "agreed", limitsVersion: 1 });
    expect((await as(owner, currentLimits, testNow)).version).toBe(1);
  });
});
