import { describe, expect, it } from "vitest";
import { endCouple } from "@/db/commands/couples/end-couple";
import { clearGate, raiseGate } from "@/db/commands/safety/decide-gate";
import { getCaseloadDetails } from "@/db/queries/caseload/caseload-details";
import { getClientOverview } from "@/db/queries/clients/client-overview";
import { getGate } from "@/db/queries/safety/safety-gate";
import { getSafetyHistory } from "@/db/queries/safety/safety-history";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { mintPractice, testNow } from "@/db/testing/mint";
import { safetyGround } from "@/db/testing/safety-ground";
import { getSharedClass } from "@/db/testing/shared-class";
import { ending, talkedAlone } from "@/db/testing/talked-alone";
import type { ClientActor } from "@/lib/actor";
import { Forbidden, NotFound } from "@/lib/errors";

const pool = testPool();
const allOpen = { open: true, jointTasks: true };
const allClosed = { open: false, jointTasks: false };
const { later, week, as, reason, home, answered, cleared, submitDimensions, letters, tries } = safetyGround(pool);

describe("the gate", () => {
  it("gives own steps unscreened, at a concern and at a stop alike, and joint steps from the next practice week", async () => {
    const { practice, client, therapist } = await home();
    const offered = async (at: Date) =>
      Promise.all(
        (["touch", "disclosure", "together", "alone"] as const).map((exposureLevel) =>
          tries(client, exposureLevel, at),
        ),
      );
    const own = ["own", "own", "own", "own"];
    expect(await offered(testNow)).toEqual(own);
    await cleared(practice, client);
    expect(await offered(later(1))).toEqual(own);
    expect(await offered(later(week))).toEqual(["shared", "shared", "shared", "own"]);
    const raise = (kind: "concern" | "stop", at: Date) =>
      as(therapist, (scope) => raiseGate(scope, { clientId: client.clientId, kind, reason }), at);
    await raise("concern", later(week + 1));
    expect(await offered(later(week + 2))).toEqual(["shared", "shared", "shared", "own"]);
    expect(await offered(later(2 * week))).toEqual(own);
    await raise("stop", later(2 * week + 1));
    expect(await offered(later(2 * week + 2))).toEqual(own);
  });

  it("is released out of a stop only by whoever is responsible, in writing, after talking alone, and for twelve weeks", async () => {
    const { practice, client, therapist, supervisor, colleague, owner } = await home();
    const { clientId } = client;
    await answered(practice, client, "stop");
    const release = { clientId, reason, talk: talkedAlone };
    await expect(as(supervisor, (scope) => clearGate(scope, release))).rejects.toThrow(Forbidden);
    await expect(as(colleague, (scope) => clearGate(scope, release))).rejects.toThrow(NotFound);
    await expect(as((await mintPractice(pool)).owner, (scope) => clearGate(scope, release))).rejects.toThrow(NotFound);
    await expect(as(therapist, (scope) => clearGate(scope, { ...release, talk: null }))).rejects.toThrow(
      "talking to the person alone",
    );
    await expect(as(therapist, (scope) => clearGate(scope, { ...release, reason: "ok" }))).rejects.toThrow("sentence");
    expect((await as(therapist, (scope) => getGate(scope, clientId))).state).toBe("stop");
    await as(therapist, (scope) => clearGate(scope, release), later(5));
    expect((await as(owner, (scope) => getGate(scope, clientId), later(6))).state).toBe("clear");
    expect(await tries(client, "touch", later(12 * week))).toBe("shared");
    expect((await as(owner, (scope) => getGate(scope, clientId), later(5 + 12 * week))).state).toBe("not-screened");
    expect(await tries(client, "touch", later(13 * week))).toBe("own");
    const { decisions } = await as(supervisor, (scope) => getSafetyHistory(scope, clientId), later(6));
    expect(decisions).toMatchObject([{ kind: "clear", reason, talkedAlone: true, byName: therapist.name }]);
  });

  it("cannot be cleared without a talk alone while the questions stand open, and not by one that somebody could hear", async () => {
    const { client, therapist } = await home();
    const clear = (talk: typeof talkedAlone | null) =>
      as(therapist, (scope) => clearGate(scope, { clientId: client.clientId, reason, talk }));
    await expect(clear(null)).rejects.toThrow("answered in full");
    await expect(clear({ ...talkedAlone, unheard: false })).rejects.toThrow("answered in full");
    await expect(clear({ ...talkedAlone, on: "2026-12-24" })).rejects.toThrow("in the future");
    await clear(talkedAlone);
    expect((await as(therapist, (scope) => getGate(scope, client.clientId))).state).toBe("clear");
  });

  it("holds for both of a couple from the next practice week on, and tells nobody which of the two it is", async () => {
    const { practice, ines, dario } = await linkedCouple(pool);
    const shared = (who: ClientActor, now = testNow) => as(who, (scope) => getSharedClass(scope, who.clientId), now);
    expect([await shared(ines), await shared(dario)]).toEqual([allOpen, allOpen]);
    await as(practice.therapist, (scope) => raiseGate(scope, { clientId: dario.clientId, kind: "stop", reason }));
    expect([await shared(ines), await shared(dario)]).toEqual([allOpen, allOpen]);
    const next = later(week);
    expect([await shared(ines, next), await shared(dario, next)]).toEqual([allClosed, allClosed]);
  });

  it("waits for both after the end of a link, and opens nothing that the link had closed", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    await as(practice.therapist, (scope) => raiseGate(scope, { clientId: ines.clientId, kind: "stop", reason }));
    await as(practice.therapist, (scope) => endCouple(scope, { coupleId, ...ending }), later(10));
    const gate = (who: ClientActor, now: Date) => as(practice.therapist, (scope) => getGate(scope, who.clientId), now);
    expect(await gate(dario, later(11))).toMatchObject({ state: "not-screened", awaits: "clinician" });
    expect(await gate(ines, later(11))).toMatchObject({ state: "stop" });
    for (const now of [later(11), later(week), later(3 * week)])
      for (const who of [ines, dario])
        expect(await as(who, (scope) => getSharedClass(scope, who.clientId), now)).toEqual(allClosed);
  });

  it("never hides a number from the clinician, and lets words of gain wait", async () => {
    const { practice, client, therapist } = await home();
    const overview = (now = testNow) => as(therapist, (scope) => getClientOverview(scope, client.clientId), now);
    await submitDimensions(practice, client);
    expect(await overview()).toMatchObject({ saysGain: false, sittings: [{}] });
    const details = await as(therapist, (scope) => getCaseloadDetails(scope, [client.clientId]));
    expect(details.get(client.clientId)?.dimensions.length).toBeGreaterThan(0);
    await cleared(practice, client);
    expect(await overview(later(week))).toMatchObject({ saysGain: true });
    await as(
      therapist,
      (scope) => raiseGate(scope, { clientId: client.clientId, kind: "concern", reason }),
      later(week),
    );
    expect(await overview(later(week + 1))).toMatchObject({ saysGain: false, sittings: [{}] });
  });

  it("lets whoever reads the client be more careful, and tells the therapist", async () => {
    const { practice, client, supervisor, therapist, colleague } = await home();
    const raise = { clientId: client.clientId, kind: "stop" as const, reason };
    await expect(as(colleague, (scope) => raiseGate(scope, raise))).rejects.toThrow(NotFound);
    await as(supervisor, (scope) => raiseGate(scope, raise));
    expect((await letters(practice)).map(({ accountId }) => accountId)).toEqual([therapist.accountId]);
  });
});
