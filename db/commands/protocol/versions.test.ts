import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getCaseloadFacts } from "@/db/queries/caseload";
import { getClientProtocol } from "@/db/queries/client-protocol";
import { enrolmentOf } from "@/db/queries/enrolment";
import { getProtocolVersion, listProtocolVersions } from "@/db/queries/protocol-versions";
import { assessment } from "@/db/schema/assessments";
import { protocolVersion } from "@/db/schema/protocol";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { StaffActor } from "@/lib/domain/actor";
import { Forbidden, NotFound, Refused } from "@/lib/domain/errors";
import { doseField, exerciseField, phaseField } from "@/lib/domain/protocol/edit-fields";
import type { EditStep } from "@/lib/domain/protocol/edit-step";
import { standingOf } from "@/lib/domain/protocol/standing-today";
import { copyVersion, discardDraft, editDraft, publishVersion } from "./edit-version";
import { moveEnrolment } from "./move-enrolment";

const pool = testPool();
const later = new Date(testNow.getTime() + 60_000);

const list = (actor: StaffActor) => withScope(pool, actor, testNow, listProtocolVersions);
const builtIn = async ({ owner }: MintedPractice) =>
  (await list(owner)).find(({ name }) => name.endsWith("as shipped"))?.id ?? "";
const copy = (actor: StaffActor, id: string) => withScope(pool, actor, testNow, (scope) => copyVersion(scope, id));
const read = (actor: StaffActor, id: string) => withScope(pool, actor, later, (scope) => getProtocolVersion(scope, id));
const revisionFor = async (actor: StaffActor, id: string) =>
  read(actor, id).then(
    ({ revision }) => revision,
    () => "none",
  );
async function save(
  actor: StaffActor,
  versionId: string,
  fields: Record<string, string>,
  step: EditStep = { kind: "save" },
) {
  const revision = await revisionFor(actor, versionId);
  return withScope(pool, actor, testNow, (scope) => editDraft(scope, { versionId, revision, step, fields }));
}
async function publish(actor: StaffActor, versionId: string) {
  const revision = await revisionFor(actor, versionId);
  return withScope(pool, actor, later, (scope) => publishVersion(scope, { versionId, revision }));
}
const discard = (actor: StaffActor, id: string) => withScope(pool, actor, later, (scope) => discardDraft(scope, id));

/** A practice with a published protocol of its own, in which week 6 asks for less. */
async function ownProtocol() {
  const minted = await mintPractice(pool);
  const client = await mintClient(pool, minted, { startDate: "2026-10-19" });
  const { versionId } = await copy(minted.owner, await builtIn(minted));
  await save(minted.owner, versionId, {
    [exerciseField("ten-minute-cuddle", "title")]: "Ten quiet minutes",
    [doseField(6, "ten-minute-cuddle")]: "times-1",
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
    expect(copied).toMatchObject({ page: "ten-minute-cuddle", reach: "touch", reachFloor: "touch" });
    const loosen = { [exerciseField(copied?.key ?? "", "reach")]: "together" };
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

  it("works with fewer weeks and with more: the days before stay, the caseload says the same", async () => {
    const minted = await mintPractice(pool);
    const { clientId } = await mintClient(pool, minted, { startDate: "2026-10-05" });
    const { owner, therapist } = minted;
    const made = async (steps: EditStep[]) => {
      const { versionId } = await copy(owner, await builtIn(minted));
      for (const step of steps) await save(owner, versionId, {}, step);
      await publish(owner, versionId);
      return versionId;
    };
    const six = await made([
      { kind: "phase-remove", n: 3 },
      ...[10, 9, 8, 7].map((n): EditStep => ({ kind: "week-remove", n })),
    ]);
    const long = await made([10, 10, 10, 10].map((n): EditStep => ({ kind: "week-add", n })));
    const place = async () => {
      const found = await withScope(pool, therapist, later, (scope) => enrolmentOf(scope, clientId));
      if (!found) throw new Error("not enrolled");
      const { path, words } = standingOf(found, "2026-11-24");
      const [fact] = await withScope(pool, therapist, later, (scope) => getCaseloadFacts(scope, ""));
      expect(fact?.moves).toHaveLength(found.earlier.length);
      return {
        words,
        endsOn: path.endsOn,
        weeks: path.weeks.map(({ number }) => number),
        kept: path.weeks.slice(0, 7),
      };
    };
    const before = await place();
    expect(before).toMatchObject({ words: "Week 8 of 10, Building Trust", endsOn: "2026-12-13" });
    await move(therapist, clientId, six);
    const short = await place();
    expect(short).toMatchObject({ words: "Week 8 of 8, Building Trust", endsOn: "2026-11-29" });
    await move(therapist, clientId, long);
    const after = await place();
    expect(after).toMatchObject({ words: "Week 8 of 14, Building Trust", endsOn: "2027-01-10" });
    expect(short.kept).toEqual(before.kept.map((week) => ({ ...week })));
    expect(after.kept).toEqual(before.kept);
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
