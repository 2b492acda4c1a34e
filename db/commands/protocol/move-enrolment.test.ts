import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getClientProtocol } from "@/db/queries/protocol/client-protocol";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { assessment } from "@/db/schema/assessments";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { editing, later } from "@/db/testing/own-protocol";
import { NotFound } from "@/lib/errors";
import type { EditStep } from "@/lib/protocol/edit-step";
import { pathTodayOf } from "@/lib/protocol/path-today";

const pool = testPool();
const { builtIn, copy, save, publish, move, ownProtocol } = editing(pool);

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
