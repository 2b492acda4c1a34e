import { describe, expect, it } from "vitest";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { noteOffered, setProposalText } from "@/db/commands/safety/propose";
import { getSafetyPanel } from "@/db/queries/safety/safety";
import { getSafetyHistory } from "@/db/queries/safety/safety-history";
import { getProposalSettings } from "@/db/queries/safety/safety-proposals";
import { auditEntry } from "@/db/schema/audit";
import { safetyScreen } from "@/db/schema/safety";
import { proposalUse } from "@/db/schema/safety-proposal";
import { testPool } from "@/db/testing/database";
import { safetyGround } from "@/db/testing/safety-ground";
import { Forbidden, NotFound, Refused } from "@/lib/errors";

const pool = testPool();
const { later, as, home, answered, cleared, reason } = safetyGround(pool);
const text = { title: "Our advocate", words: "Ring our own advocate together, from here, if that is wished." };

describe("what the panel proposes", () => {
  it("stands there at a concern and a stop alone, and a use is noted with who, when and a sealed note", async () => {
    const { practice, client, therapist, supervisor, colleague } = await home();
    const { clientId } = client;
    const offer = { clientId, key: "advocate" as const, note: "She would rather wait." };
    const panel = (at: Date) => as(therapist, (scope) => getSafetyPanel(scope, clientId), at);
    await cleared(practice, client);
    expect((await panel(later(1))).proposals).toEqual([]);
    await expect(as(therapist, (scope) => noteOffered(scope, offer), later(1))).rejects.toThrow(Refused);
    await as(therapist, (scope) => raiseGate(scope, { clientId, kind: "concern", reason }), later(2));
    const keys = (await panel(later(3))).proposals.map(({ key }) => key);
    expect(keys).toEqual(["talk-alone", "advocate", "safety-plan", "therapy-for-one"]);
    await expect(
      as(therapist, (scope) => noteOffered(scope, { ...offer, key: "programme" }), later(3)),
    ).rejects.toThrow(Refused);
    await expect(as(colleague, (scope) => noteOffered(scope, offer), later(3))).rejects.toThrow(NotFound);
    await as(supervisor, (scope) => noteOffered(scope, offer), later(4));
    const after = (await panel(later(5))).proposals.find(({ key }) => key === "advocate");
    expect(after?.lastOffered).toEqual({ at: later(4), byName: supervisor.name });
    const { offered } = await as(therapist, (scope) => getSafetyHistory(scope, clientId), later(6));
    expect(offered).toMatchObject([
      {
        title: "A domestic-abuse advocate",
        note: "She would rather wait.",
        byName: supervisor.name,
        offeredAt: later(4),
      },
    ]);
    const kept = await as(practice.system, async ({ tx }) => ({
      uses: await tx.select().from(proposalUse),
      audit: await tx.select({ action: auditEntry.action }).from(auditEntry),
    }));
    expect(kept.uses[0]?.noteSealed).not.toContain("rather wait");
    expect(kept.audit.map(({ action }) => action)).toContain("safety.proposal-offered");
  });

  it("adds a programme once the person said that they have hurt or frightened the partner", async () => {
    const { practice, client, therapist } = await home();
    const { practiceId } = practice;
    await as(practice.system, ({ tx }) =>
      tx.insert(safetyScreen).values({
        ...{ practiceId, id: crypto.randomUUID(), clientId: client.clientId, outcome: "stop", answeredAt: later(0) },
        ...{ ownHarm: true, isDraft: true },
      }),
    );
    const { proposals } = await as(therapist, (scope) => getSafetyPanel(scope, client.clientId), later(1));
    expect(proposals.map(({ key }) => key)).toContain("programme");
  });

  it("is in the practice’s own words, set by the owner alone, until they are given back; a use keeps its title", async () => {
    const { practice, client, owner, therapist } = await home();
    const other = await home();
    await answered(practice, client, "stop");
    await answered(other.practice, other.client, "stop");
    const titles = async (one: typeof other, at: Date) =>
      (await as(one.therapist, (scope) => getSafetyPanel(scope, one.client.clientId), at)).proposals.map(
        (p) => p.title,
      );
    await expect(as(therapist, (scope) => setProposalText(scope, { key: "advocate", text }))).rejects.toThrow(
      Forbidden,
    );
    await expect(as(therapist, (scope) => getProposalSettings(scope))).rejects.toThrow(Forbidden);
    await as(
      owner,
      (scope) => setProposalText(scope, { key: "advocate", text: { ...text, title: "Older" } }),
      later(1),
    );
    await as(owner, (scope) => setProposalText(scope, { key: "advocate", text }), later(2));
    const mine = { ...other, client, therapist };
    expect(await titles(mine, later(3))).toContain("Our advocate");
    expect(await titles(other, later(3))).not.toContain("Our advocate");
    const settings = await as(owner, (scope) => getProposalSettings(scope), later(3));
    expect(settings.find(({ key }) => key === "advocate")).toEqual({ key: "advocate", ...text, ownSince: later(2) });
    const use = { clientId: client.clientId, key: "advocate" as const, note: null };
    await as(therapist, (scope) => noteOffered(scope, use), later(4));
    await as(owner, (scope) => setProposalText(scope, { key: "advocate", text: null }), later(5));
    expect(await titles(mine, later(6))).toContain("A domestic-abuse advocate");
    const { offered } = await as(therapist, (scope) => getSafetyHistory(scope, client.clientId), later(6));
    expect(offered).toMatchObject([{ title: "Our advocate", note: null }]);
  });
});
