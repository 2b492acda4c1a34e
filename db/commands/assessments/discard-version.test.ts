import { describe, expect, it } from "vitest";
import { getInstrument, listShelf } from "@/db/queries/assessments/instruments";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { StaffActor } from "@/lib/actor";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { describeForm, describeInstrument } from "./describe-instrument";
import { discardNextVersion, takeDraftBack } from "./discard-version";
import { publishInstrument, startVersion } from "./edit-instrument";

const pool = testPool();
const key = "distance-moves";
const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>) =>
  withScope(pool, actor, testNow, run);
const page = (actor: StaffActor) => as(actor, (scope) => getInstrument(scope, key));
const discard = (actor: StaffActor) => as(actor, (scope) => discardNextVersion(scope, key));
const takeBack = (actor: StaffActor) => as(actor, (scope) => takeDraftBack(scope, key));
const start = (actor: StaffActor) => as(actor, (scope) => startVersion(scope, key));
const describeAs = (actor: StaffActor, title: string) =>
  as(actor, (scope) =>
    describeInstrument(scope, describeForm.parse({ key, title, purpose: "Ours", minutes: "3", layout: "one-page" })),
  );

describe("the draft of a next version", () => {
  it("is given up while the version in use stays, and is taken back as it was", async () => {
    const { owner, system } = await mintPractice(pool);
    const before = await page(owner);
    const next = (before.current?.version ?? 0) + 1;
    await start(owner);
    await describeAs(owner, "Moves, our way");
    await discard(owner);
    const after = await page(owner);
    expect(after).toMatchObject({ draft: null, discarded: { version: next, by: owner.name } });
    expect(after.current).toEqual(before.current);
    const shelf = await as(owner, listShelf);
    expect(shelf.find((entry) => entry.key === key)).toMatchObject({ draft: null });
    await expect(describeAs(owner, "Again")).rejects.toThrow(Refused);
    await takeBack(owner);
    expect(await page(owner)).toMatchObject({
      draft: { version: next, instrument: { title: "Moves, our way" } },
      discarded: null,
    });
    expect((await auditOf(pool, system)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(["instruments.draft-discarded", "instruments.draft-taken-back"]),
    );
  });

  it("gives its number up for good: the next has another, and what came after stays", async () => {
    const { owner } = await mintPractice(pool);
    const third = ((await page(owner)).current?.version ?? 0) + 2;
    await start(owner);
    await discard(owner);
    await start(owner);
    expect(await page(owner)).toMatchObject({ draft: { version: third }, discarded: null });
    await expect(takeBack(owner)).rejects.toThrow(/begun since/);
    await as(owner, (scope) => publishInstrument(scope, key));
    expect(await page(owner)).toMatchObject({ current: { version: third }, discarded: null });
    await expect(takeBack(owner)).rejects.toThrow(Refused);
  });

  it("is the owner's, and there has to be one beside a version in use", async () => {
    const { owner, therapist } = await mintPractice(pool);
    await expect(discard(owner)).rejects.toThrow(/no draft/);
    await start(owner);
    await expect(discard(therapist)).rejects.toThrow(Forbidden);
    await expect(takeBack(therapist)).rejects.toThrow(Forbidden);
    await expect(as(owner, (scope) => discardNextVersion(scope, "nothing-like-it"))).rejects.toThrow(NotFound);
    await expect(as(owner, (scope) => discardNextVersion(scope, "pair"))).rejects.toThrow(/published yet/);
  });
});
