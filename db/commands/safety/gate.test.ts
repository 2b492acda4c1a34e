import { describe, expect, it } from "vitest";
import { clearGate, raiseGate } from "@/db/commands/safety/decide-gate";
import { getCaseloadDetails } from "@/db/queries/caseload-details";
import { getClientOverview } from "@/db/queries/client-overview";
import { getCoupleGate, getGate } from "@/db/queries/safety-gate";
import { getSafetyHistory } from "@/db/queries/safety-history";
import { couple } from "@/db/schema/clients";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { safetyGround } from "@/db/testing/safety-ground";
import { Forbidden, NotFound } from "@/lib/domain/errors";

const pool = testPool();
const { later, week, as, reason, home, answered, cleared, link, submitDimensions, letters, tries } = safetyGround(pool);

describe("the gate", () => {
  it("reads the same to a client unscreened, at a concern and at a stop: own steps", async () => {
    const { practice, client, therapist } = await home();
    const unscreened = await tries(client);
    await as(therapist, (scope) => raiseGate(scope, { clientId: client.clientId, kind: "concern", reason }));
    const concern = await tries(client);
    await as(therapist, (scope) => raiseGate(scope, { clientId: client.clientId, kind: "stop", reason }), later(1));
    const stop = await tries(client, later(2));
    expect([unscreened, concern, stop]).toEqual(["own", "own", "own"]);
    expect(practice.practiceId).toBe(client.practiceId);
  });

  it("is released out of a stop only by whoever is responsible, in writing, after talking alone, and for twelve weeks", async () => {
    const { practice, client, therapist, supervisor, colleague, owner } = await home();
    const { clientId } = client;
    await answered(practice, client, "stop");
    const release = { clientId, reason, talkedAlone: true };
    await expect(as(supervisor, (scope) => clearGate(scope, release))).rejects.toThrow(Forbidden);
    await expect(as(colleague, (scope) => clearGate(scope, release))).rejects.toThrow(NotFound);
    await expect(as((await mintPractice(pool)).owner, (scope) => clearGate(scope, release))).rejects.toThrow(NotFound);
    await expect(as(therapist, (scope) => clearGate(scope, { ...release, talkedAlone: false }))).rejects.toThrow(
      "talking to the person alone",
    );
    await expect(as(therapist, (scope) => clearGate(scope, { ...release, reason: "ok" }))).rejects.toThrow("sentence");
    expect((await as(therapist, (scope) => getGate(scope, clientId))).state).toBe("stop");
    await as(therapist, (scope) => clearGate(scope, release), later(5));
    expect((await as(owner, (scope) => getGate(scope, clientId), later(6))).state).toBe("clear");
    expect(await tries(client, later(5 + 12 * week - 1))).toBe("shared");
    expect(await tries(client, later(5 + 12 * week))).toBe("own");
    const { decisions } = await as(supervisor, (scope) => getSafetyHistory(scope, clientId), later(6));
    expect(decisions).toMatchObject([{ kind: "clear", reason, talkedAlone: true, byName: therapist.name }]);
  });

  it("cannot be cleared without an answered screen: a conversation is not one", async () => {
    const { client, therapist } = await home();
    await expect(
      as(therapist, (scope) => clearGate(scope, { clientId: client.clientId, reason, talkedAlone: true })),
    ).rejects.toThrow("safety screen");
  });

  it("holds the worse of two for a couple, from either side, until they are no longer linked", async () => {
    const { practice, client, therapist, system } = await home();
    const partner = await mintClient(pool, practice, { name: "Dario", therapist: practice.colleague });
    await cleared(practice, client);
    expect(await tries(client)).toBe("shared");
    await link(practice, client, partner);
    expect(await tries(client)).toBe("own");
    expect(await as(therapist, (scope) => getCoupleGate(scope, client.clientId))).toBe("not-screened");
    expect(await as(partner, (scope) => getCoupleGate(scope, partner.clientId))).toBe("not-screened");
    await as(practice.colleague, (scope) => raiseGate(scope, { clientId: partner.clientId, kind: "stop", reason }));
    expect(await as(client, (scope) => getCoupleGate(scope, client.clientId))).toBe("stop");
    await as(system, ({ tx }) => tx.update(couple).set({ endedAt: testNow, endedBy: therapist.accountId }));
    expect(await tries(client)).toBe("shared");
  });

  it("closes the gap charts in the queries: overview and caseload hold no score", async () => {
    const { practice, client, therapist } = await home();
    const overview = () => as(therapist, (scope) => getClientOverview(scope, client.clientId));
    const details = async () =>
      (await as(therapist, (scope) => getCaseloadDetails(scope, [client.clientId]))).get(client.clientId);
    await submitDimensions(practice, client);
    expect(await overview()).toMatchObject({ gapCharts: "closed", sittings: [] });
    expect((await details())?.dimensions).toEqual([]);
    await cleared(practice, client);
    const open = await overview();
    expect(open.gapCharts).toBe("open");
    expect(open.sittings).toHaveLength(1);
    expect((await details())?.dimensions.length).toBeGreaterThan(0);
    await as(therapist, (scope) => raiseGate(scope, { clientId: client.clientId, kind: "concern", reason }), later(1));
    const closed = await as(therapist, (scope) => getClientOverview(scope, client.clientId), later(2));
    expect(closed.sittings).toEqual([]);
  });

  it("lets whoever reads the client be more careful, and tells the therapist", async () => {
    const { practice, client, supervisor, therapist, colleague } = await home();
    const raise = { clientId: client.clientId, kind: "stop" as const, reason };
    await expect(as(colleague, (scope) => raiseGate(scope, raise))).rejects.toThrow(NotFound);
    await as(supervisor, (scope) => raiseGate(scope, raise));
    expect((await letters(practice)).map(({ accountId }) => accountId)).toEqual([therapist.accountId]);
  });
});
