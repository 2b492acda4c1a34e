import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getClientProtocol } from "@/db/queries/protocol/client-protocol";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { offeredVersions } from "@/db/queries/protocol/offered-versions";
import { wordsAboutPath } from "@/db/queries/protocol/path-words";
import { assessment } from "@/db/schema/assessments";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { editing, later } from "@/db/testing/own-protocol";
import { auditOf } from "@/db/testing/tenancy";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import type { EditStep } from "@/lib/protocol/edit-step";
import { pathInputOf, pathTodayOf } from "@/lib/protocol/path-today";
import { previewMove } from "@/lib/protocol/preview-move";
import { moveEnrolment } from "./move-enrolment";

const pool = testPool();
const { builtIn, copy, save, publish, move, withdraw, archive, ownProtocol } = editing(pool);

describe("moving one enrolment", () => {
  it("counts from today; the weeks before keep what they asked for", async () => {
    const { therapist, clientId, versionId } = await ownProtocol();
    await move(therapist, clientId, versionId);
    const path = await withScope(pool, therapist, later, (scope) => enrolmentOf(scope, clientId));
    if (!path) throw new Error("not enrolled");
    expect(path.protocolVersionId).toBe(versionId);
    const { weeks } = pathTodayOf(path, "2026-11-24").path;
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
      const { path, words } = pathTodayOf(found, "2026-11-24");
      const [fact] = await withScope(pool, therapist, later, (scope) => getCaseloadFacts(scope));
      expect(fact?.moves).toHaveLength(found.earlierVersions.length);
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

describe("a move that is taken back", () => {
  const page = (actor: StaffActor, clientId: string) =>
    withScope(pool, actor, later, (scope) => getClientProtocol(scope, clientId));
  const enrolled = async (actor: StaffActor, clientId: string) => {
    const found = await withScope(pool, actor, later, (scope) => enrolmentOf(scope, clientId));
    if (!found) throw new Error("not enrolled");
    return found;
  };
  const read = (client: ClientActor) =>
    withScope(pool, client, later, async (scope) => {
      const found = await enrolmentOf(scope, client.clientId);
      if (!found) throw new Error("not enrolled");
      return (await wordsAboutPath(scope, found, pathTodayOf(found, "2026-11-24").path)).map(({ words }) => words);
    });

  it("goes on by the version from before; both sides are told, and nothing is taken out of the record", async () => {
    const { therapist, client, clientId, versionId, system } = await ownProtocol();
    const before = pathTodayOf(await enrolled(therapist, clientId), "2026-11-24");
    const say = (date: string) => date;
    const own = (await page(therapist, clientId)).versions.find(({ id }) => id === versionId);
    if (!own) throw new Error("not offered");
    const ahead = previewMove(pathInputOf(await enrolled(therapist, clientId), "2026-11-24"), own.version, say);
    expect(ahead.clientWords).toMatch(/plan/);
    await move(therapist, clientId, versionId, ahead.clientWords);
    expect(await read(client)).toEqual([ahead.clientWords]);
    const [kept] = (await page(therapist, clientId)).moves;
    if (!kept) throw new Error("no move");
    const moved = await enrolled(therapist, clientId);
    const back = previewMove(
      pathInputOf(moved, "2026-11-24"),
      moved.earlierVersions[0]?.version ?? moved.version,
      say,
      true,
    );
    expect(back.clientWords).toMatch(/before/);
    await withdraw(therapist, clientId, kept.id, back.clientWords);
    const after = pathTodayOf(await enrolled(therapist, clientId), "2026-11-24");
    expect(after.path.weeks).toEqual(before.path.weeks);
    expect(after.path.endsOn).toBe(before.path.endsOn);
    expect(await read(client)).toEqual([back.clientWords]);
    const { moves } = await page(therapist, clientId);
    expect(moves.map(({ withdraws, words, reason }) => [withdraws, words, reason])).toEqual([
      [null, ahead.clientWords, "Fits better"],
      [kept.id, back.clientWords, "Too much at once"],
    ]);
    expect((await auditOf(pool, system)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(["protocol.enrolment-moved", "protocol.move-withdrawn"]),
    );
  });

  it("is the newest that stands, once, by those who steer", async () => {
    const { therapist, colleague, supervisor, clientId, versionId } = await ownProtocol();
    await move(therapist, clientId, versionId);
    const [kept] = (await page(therapist, clientId)).moves;
    const moveId = kept?.id ?? "";
    const other = await ownProtocol();
    for (const actor of [colleague, supervisor, other.owner])
      await expect(withdraw(actor, clientId, moveId)).rejects.toThrow(NotFound);
    await expect(withdraw(other.therapist, other.clientId, moveId)).rejects.toThrow(NotFound);
    const both = await Promise.allSettled([
      withdraw(therapist, clientId, moveId),
      withdraw(therapist, clientId, moveId),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(withdraw(therapist, clientId, moveId)).rejects.toThrow(/taken back already/);
  });

  it("once sent twice, is one; words that name somebody or a cause are asked back", async () => {
    const { therapist, clientId, versionId } = await ownProtocol();
    const form = { id: randomUUID(), clientId, versionId, reason: "Fits better", words: null };
    const send = (words: string | null) =>
      withScope(pool, therapist, later, (scope) => moveEnrolment(scope, { ...form, words }));
    for (const words of ["Ines asked for it", "It is a safe step"]) await expect(send(words)).rejects.toThrow(Refused);
    await send(null);
    await send(null);
    expect((await page(therapist, clientId)).moves).toHaveLength(1);
  });
});

describe("a version that is put away", () => {
  it("is not offered any more, goes on where it runs, and comes back", async () => {
    const minted = await ownProtocol();
    const { owner, therapist, clientId, versionId } = minted;
    await move(therapist, clientId, versionId);
    const offered = async () => {
      const versions = await withScope(pool, therapist, later, offeredVersions);
      return versions.some(({ id }) => id === versionId);
    };
    expect(await offered()).toBe(true);
    await archive(owner, versionId, "yes");
    expect(await offered()).toBe(false);
    const running = await withScope(pool, therapist, later, (scope) => enrolmentOf(scope, clientId));
    expect(running?.protocolVersionId).toBe(versionId);
    const next = await mintClient(pool, minted, { now: later });
    const begun = await withScope(pool, therapist, later, (scope) => enrolmentOf(scope, next.clientId));
    expect(begun?.protocolVersionId).toBe(await builtIn(minted));
    await expect(move(therapist, next.clientId, versionId)).rejects.toThrow(NotFound);
    await expect(mintClient(pool, minted, { now: later, versionId })).rejects.toThrow(/not offered any more/);
    await archive(owner, versionId, "no");
    expect(await offered()).toBe(true);
    const chosen = await mintClient(pool, minted, { now: later, versionId: await builtIn(minted) });
    const onIt = await withScope(pool, therapist, later, (scope) => enrolmentOf(scope, chosen.clientId));
    expect(onIt?.protocolVersionId).toBe(await builtIn(minted));
    const newest = await mintClient(pool, minted, { now: later });
    const started = await withScope(pool, therapist, later, (scope) => enrolmentOf(scope, newest.clientId));
    expect(started?.protocolVersionId).toBe(versionId);
    expect((await auditOf(pool, minted.system)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(["protocol.version-archived", "protocol.version-restored"]),
    );
  });

  it("is one of the practice's own, published, and the owner's to put away", async () => {
    const minted = await ownProtocol();
    const { owner, therapist, versionId } = minted;
    const other = await mintPractice(pool);
    await expect(archive(therapist, versionId, "yes")).rejects.toThrow(Forbidden);
    await expect(archive(other.owner, versionId, "yes")).rejects.toThrow(NotFound);
    await expect(archive(owner, await builtIn(minted), "yes")).rejects.toThrow(/stays on offer/);
    const draft = await copy(owner, versionId);
    await expect(archive(owner, draft.versionId, "yes")).rejects.toThrow(NotFound);
  });
});
