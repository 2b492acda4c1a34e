import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { copyInstrument } from "@/db/commands/assessments/copy-instrument";
import { describeInstrument } from "@/db/commands/assessments/describe-instrument";
import {
  chooseReliability,
  confirmKey,
  enterWording,
  publishInstrument,
  startVersion,
  wordingForm,
} from "@/db/commands/assessments/edit-instrument";
import { getInstrument, listInstruments } from "@/db/queries/assessments/instruments";
import { instrumentVersion } from "@/db/schema/assessments";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintPractice, testNow } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/actor";
import { distanceMoves } from "@/lib/instruments/distance-moves";

const pool = testPool();
const lines = (count: number) => Array.from({ length: count }, (_, i) => `Our line ${i + 1}`).join("\n");
const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>) =>
  withScope(pool, actor, testNow, run);
const wording = (given: Record<string, unknown>) =>
  wordingForm.parse({ key: "fis", statements: lines(35), "labels[]": [lines(5)], ...given });

describe("wording that belongs to somebody else", () => {
  it("becomes assignable by wording, licence note, key and publishing, in that order", async () => {
    const { owner } = await mintPractice(pool);
    await expect(as(owner, (scope) => publishInstrument(scope, "fis"))).rejects.toThrow(/belongs to its authors/);
    await expect(as(owner, (scope) => enterWording(scope, wording({})))).rejects.toMatchObject({
      fields: { licenceNote: expect.stringContaining("licence") },
    });
    await as(owner, (scope) => enterWording(scope, wording({ licenceNote: "Permission of the publisher, May" })));
    await expect(as(owner, (scope) => publishInstrument(scope, "fis"))).rejects.toThrow(/has not been confirmed/);
    const ids = Array.from({ length: 35 }, (_, i) => String(i + 1));
    const half = { key: "fis", "confirmed[]": ids.slice(0, 20), "reversed[]": ["3", "6"] };
    expect(await as(owner, (scope) => confirmKey(scope, half))).toEqual({ open: 15 });
    await as(owner, (scope) => confirmKey(scope, { ...half, "confirmed[]": ids, "reversed[]": ["21"] }));
    await as(owner, (scope) => publishInstrument(scope, "fis"));
    const page = await as(owner, (scope) => getInstrument(scope, "fis"));
    expect(page.draft).toBeNull();
    expect(page.licence?.note).toContain("Permission");
    const reversed = page.current?.instrument.items.filter((item) => item.reversed).map(({ id }) => id);
    expect(reversed).toEqual(["3", "6", "21"]);
  });

  it("keeps nothing of a paste whose lines do not fit", async () => {
    const { owner } = await mintPractice(pool);
    const short = wording({ statements: lines(34), licenceNote: "Yes" });
    await expect(as(owner, (scope) => enterWording(scope, short))).rejects.toMatchObject({ name: "Refused" });
    const page = await as(owner, (scope) => getInstrument(scope, "fis"));
    expect(page.licence).toBeNull();
    expect(page.draft?.instrument.items[0]?.text).toBeNull();
  });
});

describe("versions", () => {
  it("never change once published: edits go into the next one", async () => {
    const { owner, practiceId } = await mintPractice(pool);
    const words = { key: "distance-moves", title: "Moves", purpose: "Ours.", minutes: 2, layout: "one-page" as const };
    await expect(as(owner, (scope) => describeInstrument(scope, words))).rejects.toThrow(/stays as it is/);
    await as(owner, (scope) => startVersion(scope, "distance-moves"));
    await as(owner, (scope) => startVersion(scope, "distance-moves"));
    await as(owner, (scope) => describeInstrument(scope, words));
    await as(owner, (scope) => publishInstrument(scope, "distance-moves"));
    const page = await as(owner, (scope) => getInstrument(scope, "distance-moves"));
    expect(page.versions.map(({ version }) => version)).toEqual([distanceMoves.version + 1, distanceMoves.version]);
    expect(page.current?.instrument.title).toBe("Moves");
    await expect(
      as(owner, ({ tx }) =>
        tx.update(instrumentVersion).set({ definition: {} }).where(eq(instrumentVersion.practiceId, practiceId)),
      ),
    ).rejects.toMatchObject({ cause: expect.objectContaining({ constraint: "published_stands" }) });
  });

  it("copies under a key of its own, twice under two", async () => {
    const { owner } = await mintPractice(pool);
    const copy = () => as(owner, (scope) => copyInstrument(scope, { key: "five-dimensions", title: "Our Five" }));
    expect([(await copy()).key, (await copy()).key]).toEqual(["our-five", "our-five-2"]);
    const shelf = await as(owner, (scope) => listInstruments(scope));
    expect(shelf.find(({ key }) => key === "our-five")).toMatchObject({ current: null, draft: { version: 1 } });
  });
});

describe("who may", () => {
  it("lets staff read and the owner alone edit, inside their practice", async () => {
    const { owner, therapist, supervisor } = await mintPractice(pool);
    const foreign = await mintPractice(pool);
    const { key } = await as(owner, (scope) => copyInstrument(scope, { key: "suds", title: "Ours alone" }));
    expect((await as(therapist, (scope) => getInstrument(scope, key))).draft).not.toBeNull();
    for (const actor of [therapist, supervisor]) {
      await expect(as(actor, (scope) => publishInstrument(scope, key))).rejects.toMatchObject({ name: "Forbidden" });
      await expect(
        as(actor, (scope) => chooseReliability(scope, { key: "five-dimensions", usesOwnData: true })),
      ).rejects.toMatchObject({ name: "Forbidden" });
    }
    for (const odd of ["\0", "%00", "five dimensions", "x".repeat(65)])
      await expect(as(foreign.owner, (scope) => getInstrument(scope, odd))).rejects.toMatchObject({ name: "NotFound" });
    await expect(as(foreign.owner, (scope) => getInstrument(scope, key))).rejects.toMatchObject({ name: "NotFound" });
    await expect(as(foreign.owner, (scope) => publishInstrument(scope, key))).rejects.toMatchObject({
      name: "NotFound",
    });
  });
});
