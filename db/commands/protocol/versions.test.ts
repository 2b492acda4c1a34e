import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getClientProtocol } from "@/db/queries/client-protocol";
import { enrolmentOf } from "@/db/queries/enrolment";
import { getProtocolVersion, listProtocolVersions } from "@/db/queries/protocol-versions";
import { assessment } from "@/db/schema/assessments";
import { protocolVersion } from "@/db/schema/protocol";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/domain/actor";
import { Forbidden, NotFound, Refused } from "@/lib/domain/errors";
import { protocolVersionSchema } from "@/lib/domain/protocol/definition";
import { exerciseField, weekField } from "@/lib/domain/protocol/edit-form";
import { standingOf } from "@/lib/domain/protocol/standing-today";
import { copyVersion, publishVersion, saveDraft } from "./edit-version";
import { moveEnrolment } from "./move-enrolment";

const pool = testPool();
const later = new Date(testNow.getTime() + 60_000);

const list = (actor: StaffActor) => withScope(pool, actor, testNow, listProtocolVersions);
const builtIn = async ({ owner }: MintedPractice) => (await list(owner))[0]?.id ?? "";
const copy = (actor: StaffActor, id: string) => withScope(pool, actor, testNow, (scope) => copyVersion(scope, id));
const save = (actor: StaffActor, id: string, fields: Record<string, string>) =>
  withScope(pool, actor, testNow, (scope) => saveDraft(scope, id, fields));
const publish = (actor: StaffActor, id: string) => withScope(pool, actor, later, (scope) => publishVersion(scope, id));

/** A practice with a published protocol of its own, in which week 6 asks for less. */
async function ownProtocol() {
  const minted = await mintPractice(pool);
  const client = await mintClient(pool, minted, { startDate: "2026-10-19" });
  const { versionId } = await copy(minted.owner, await builtIn(minted));
  await save(minted.owner, versionId, {
    [exerciseField("ten-minute-cuddle", "title")]: "Ten quiet minutes",
    [weekField(6, "ten-minute-cuddle")]: "times-1",
  });
  await publish(minted.owner, versionId);
  return { ...minted, client, clientId: client.clientId, versionId };
}

const move = (actor: StaffActor, clientId: string, versionId: string) =>
  withScope(pool, actor, later, (scope) =>
    moveEnrolment(scope, { id: randomUUID(), clientId, versionId, reason: "Fits better" }),
  );

describe("a practice's own protocol", () => {
  it("is copied, edited and published; new clients start on it, those who run keep theirs", async () => {
    const minted = await ownProtocol();
    const { owner, therapist, clientId, versionId } = minted;
    const kept = await withScope(pool, therapist, later, (scope) => enrolmentOf(scope, clientId));
    expect(kept?.protocolVersionId).not.toBe(versionId);
    const next = await mintClient(pool, minted, { now: later });
    const started = await withScope(pool, therapist, later, (scope) => enrolmentOf(scope, next.clientId));
    expect(started?.protocolVersionId).toBe(versionId);
    const row = await withScope(pool, owner, later, (scope) => getProtocolVersion(scope, versionId));
    const { exercises } = protocolVersionSchema.parse(row.definition);
    expect(exercises.some(({ title }) => title === "Ten quiet minutes")).toBe(true);
  });

  it("never changes once it is published, not even in the database", async () => {
    const { owner, versionId } = await ownProtocol();
    await expect(save(owner, versionId, { title: "Another" })).rejects.toThrow(Refused);
    await expect(publish(owner, versionId)).rejects.toThrow(Refused);
    const behind = withScope(pool, owner, later, ({ tx }) =>
      tx.update(protocolVersion).set({ definition: {} }).where(eq(protocolVersion.id, versionId)),
    );
    await expect(behind).rejects.toMatchObject({ cause: { constraint: "published_stands" } });
  });

  it("has one draft at a time, also when two people copy at once", async () => {
    const minted = await mintPractice(pool);
    const id = await builtIn(minted);
    const both = await Promise.allSettled([copy(minted.owner, id), copy(minted.owner, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("keeps nothing that does not fit together", async () => {
    const minted = await mintPractice(pool);
    const { versionId } = await copy(minted.owner, await builtIn(minted));
    const fields = { [exerciseField("small-secret", "title")]: " " };
    await expect(save(minted.owner, versionId, fields)).rejects.toMatchObject({
      fields: { [exerciseField("small-secret", "title")]: "Write a few words" },
    });
  });

  it("is the owner's alone, and stays in its practice", async () => {
    const minted = await mintPractice(pool);
    const stranger = await mintPractice(pool);
    const id = await builtIn(minted);
    const { versionId } = await copy(minted.owner, id);
    for (const other of [minted.therapist, minted.supervisor]) {
      await expect(copy(other, id)).rejects.toThrow(Forbidden);
      await expect(publish(other, versionId)).rejects.toThrow(Forbidden);
    }
    await expect(copy(stranger.owner, id)).rejects.toThrow(NotFound);
    await expect(save(stranger.owner, versionId, {})).rejects.toThrow(NotFound);
    await expect(publish(stranger.owner, versionId)).rejects.toThrow(NotFound);
    expect(await list(stranger.owner)).toHaveLength(1);
  });
});

describe("moving one enrolment", () => {
  it("counts from today; the weeks before keep what they asked for", async () => {
    const { therapist, clientId, versionId } = await ownProtocol();
    await move(therapist, clientId, versionId);
    const path = await withScope(pool, therapist, later, (scope) => enrolmentOf(scope, clientId));
    if (!path) throw new Error("not enrolled");
    expect(path.protocolVersionId).toBe(versionId);
    const { weeks } = standingOf(path, "2026-11-24").path;
    expect(weeks[4]?.exercises[0]?.dose).toEqual({ kind: "times", times: 2 });
    expect(weeks[5]?.exercises.find(({ exercise }) => exercise === "ten-minute-cuddle")?.dose).toEqual({
      kind: "times",
      times: 1,
    });
    const page = await withScope(pool, therapist, later, (scope) => getClientProtocol(scope, clientId));
    expect(page.moves).toMatchObject([{ reason: "Fits better", movedBy: therapist.name }]);
    const due = await withScope(pool, therapist, later, ({ tx }) =>
      tx
        .select({ occasion: assessment.occasion })
        .from(assessment)
        .where(and(eq(assessment.clientId, clientId), eq(assessment.occasion, "five-dimensions:week-10"))),
    );
    expect(due).toHaveLength(1);
  });

  it("happens once, to a published version of the same practice, by those who steer", async () => {
    const { therapist, colleague, supervisor, clientId, versionId } = await ownProtocol();
    const other = await ownProtocol();
    for (const actor of [colleague, supervisor, other.owner])
      await expect(move(actor, clientId, versionId)).rejects.toThrow(NotFound);
    await expect(move(therapist, clientId, other.versionId)).rejects.toThrow(NotFound);
    const both = await Promise.allSettled([move(therapist, clientId, versionId), move(therapist, clientId, versionId)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
