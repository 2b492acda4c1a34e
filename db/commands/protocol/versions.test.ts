import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sendMessage } from "@/db/commands/messages/send-message";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { protocolVersion } from "@/db/schema/protocol";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { editing, later } from "@/db/testing/own-protocol";
import { meanwhile } from "@/db/testing/race";
import { auditOf } from "@/db/testing/tenancy";
import type { StaffActor } from "@/lib/actor";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { exerciseField, phaseField } from "@/lib/protocol/edit-fields";
import { copyVersion, discardDraft, editDraft, publishVersion } from "./edit-version";

const pool = testPool();
const { list, builtIn, copy, read, save, publish, move, ownProtocol } = editing(pool);
const discard = (actor: StaffActor, id: string) => withScope(pool, actor, later, (scope) => discardDraft(scope, id));

describe("a practice's own protocol", () => {
  it("is copied, edited and published; new clients start on it, those who run keep theirs", async () => {
    const minted = await ownProtocol();
    const { owner, therapist, clientId, versionId } = minted;
    const kept = await withScope(pool, therapist, later, (scope) => enrolmentOf(scope, clientId));
    expect(kept?.protocolVersionId).not.toBe(versionId);
    const next = await mintClient(pool, minted, { now: later });
    const started = await withScope(pool, therapist, later, (scope) => enrolmentOf(scope, next.clientId));
    expect(started?.protocolVersionId).toBe(versionId);
    const { definition } = await read(owner, versionId);
    expect(definition.exercises.some(({ title }) => title === "Ten quiet minutes")).toBe(true);
  });

  it("never changes once it is published, not even in the database", async () => {
    const { owner, versionId } = await ownProtocol();
    await expect(save(owner, versionId, { title: "Another" })).rejects.toThrow(Refused);
    await expect(publish(owner, versionId)).rejects.toThrow(Refused);
    await expect(discard(owner, versionId)).rejects.toThrow(Refused);
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

  it("is copied without keeping anybody else's work waiting", async () => {
    const minted = await mintPractice(pool);
    const client = await mintClient(pool, minted);
    const id = await builtIn(minted);
    let sent = false;
    const send = async () => {
      await withScope(pool, client, later, (scope) => sendMessage(scope, { id: randomUUID(), body: "Good morning" }));
      sent = true;
    };
    const copying = (scope: Scope<StaffActor>) => copyVersion(scope, id);
    const goOn = async () => expect(sent).toBe(true);
    expect(await meanwhile(pool, minted.owner, later, copying, send, goOn)).toMatchObject({ status: "fulfilled" });
  });

  it("keeps nothing that does not fit together", async () => {
    const minted = await mintPractice(pool);
    const { versionId } = await copy(minted.owner, await builtIn(minted));
    const fields = { [exerciseField("small-secret", "title")]: " " };
    await expect(save(minted.owner, versionId, fields)).rejects.toMatchObject({
      fields: { [exerciseField("small-secret", "title")]: "Write a few words" },
    });
  });

  it("takes weeks, phases and exercises step by step, each with all that was typed", async () => {
    const { owner, ...minted } = await mintPractice(pool);
    const { versionId } = await copy(owner, await builtIn({ owner, ...minted }));
    const { place } = await save(owner, versionId, { title: "Fourteen weeks" }, { kind: "week-add", n: 10 });
    expect(place).toBe("week-11");
    await save(owner, versionId, {}, { kind: "exercise-copy", key: "ten-minute-cuddle" });
    const rest = { [phaseField("new", "title")]: "Rest", [phaseField("new", "aim")]: "Calm." };
    await save(owner, versionId, { ...rest, [phaseField("new", "from")]: "11" }, { kind: "phase-add" });
    const { definition, name } = await read(owner, versionId);
    expect(name).toMatch(/^Fourteen weeks/);
    expect(definition.weeks).toHaveLength(11);
    expect(definition.phases.map(({ title }) => title)).toEqual([
      "Small Steps",
      "Building Trust",
      "Integration",
      "Rest",
    ]);
    const copied = definition.exercises.find(({ key }) => key.startsWith("own-"));
    expect(copied).toMatchObject({ page: "ten-minute-cuddle", exposureLevel: "touch", exposureFloor: "touch" });
    const loosen = { [exerciseField(copied?.key ?? "", "exposure")]: "together" };
    await expect(save(owner, versionId, loosen)).rejects.toBeInstanceOf(Refused);
    const audit = await auditOf(pool, owner);
    expect(audit.filter(({ action }) => action === "protocol.draft-saved")).toHaveLength(3);
  });

  it("refuses a form that was opened before the draft became what it is", async () => {
    const minted = await mintPractice(pool);
    const { versionId } = await copy(minted.owner, await builtIn(minted));
    const { revision } = await read(minted.owner, versionId);
    await save(minted.owner, versionId, {}, { kind: "week-remove", n: 2 });
    const late = withScope(pool, minted.owner, testNow, (scope) =>
      editDraft(scope, { versionId, revision, step: { kind: "week-remove", n: 2 }, fields: {} }),
    );
    await expect(late).rejects.toThrow(/changed elsewhere/);
    const unseen = withScope(pool, minted.owner, testNow, (scope) => publishVersion(scope, { versionId, revision }));
    await expect(unseen).rejects.toThrow(/changed elsewhere/);
    expect((await read(minted.owner, versionId)).definition.weeks).toHaveLength(9);
  });

  it("can be given up as a draft: it is kept, offered to nobody, and another can be begun", async () => {
    const minted = await mintPractice(pool);
    const id = await builtIn(minted);
    const { versionId } = await copy(minted.owner, id);
    await discard(minted.owner, versionId);
    for (const gone of [read, discard, publish]) await expect(gone(minted.owner, versionId)).rejects.toThrow(NotFound);
    expect(await list(minted.owner)).toHaveLength(1);
    await copy(minted.owner, id);
    expect((await list(minted.owner))[0]).toMatchObject({ publishedAt: null, createdBy: minted.owner.name });
    expect((await auditOf(pool, minted.owner)).map(({ action }) => action)).toContain("protocol.draft-discarded");
  });

  it("is listed with who made it, its size, and how many clients are on it", async () => {
    const { owner, therapist, clientId, versionId } = await ownProtocol();
    expect(await list(owner)).toMatchObject([
      { id: versionId, publishedBy: owner.name, size: "10 weeks in 3 phases", enrolments: 0 },
      { publishedBy: null, enrolments: 1 },
    ]);
    await move(therapist, clientId, versionId);
    expect((await list(owner)).map(({ enrolments }) => enrolments)).toEqual([1, 0]);
  });

  it("is the owner's alone, and stays in its practice", async () => {
    const minted = await mintPractice(pool);
    const stranger = await mintPractice(pool);
    const id = await builtIn(minted);
    const { versionId } = await copy(minted.owner, id);
    for (const other of [minted.therapist, minted.supervisor]) {
      await expect(copy(other, id)).rejects.toThrow(Forbidden);
      await expect(save(other, versionId, {})).rejects.toThrow(Forbidden);
      await expect(publish(other, versionId)).rejects.toThrow(Forbidden);
      await expect(discard(other, versionId)).rejects.toThrow(Forbidden);
    }
    await expect(copy(stranger.owner, id)).rejects.toThrow(NotFound);
    await expect(save(stranger.owner, versionId, {})).rejects.toThrow(NotFound);
    await expect(publish(stranger.owner, versionId)).rejects.toThrow(NotFound);
    await expect(discard(stranger.owner, versionId)).rejects.toThrow(NotFound);
    expect(await list(stranger.owner)).toHaveLength(1);
  });
});
