import { describe, expect, it } from "vitest";
import { setLimits } from "@/db/commands/clients/set-limits";
import { keepReadingDraft, publishReading, retireReading } from "@/db/commands/learn/edit-reading";
import { setProposalText } from "@/db/commands/safety/propose";
import { currentLimits } from "@/db/queries/clients/consent";
import { getOwnReadings, getReadingPage } from "@/db/queries/learn/readings";
import { getProposalSettings } from "@/db/queries/safety/safety-proposals";
import { countOffers, listTaken } from "@/db/queries/shipped/offers";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { holdEarlier, neverHad, taking } from "@/db/testing/earlier-version";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { later } from "@/db/testing/own-protocol";
import { auditOf } from "@/db/testing/tenancy";
import { shippedLimits } from "@/lib/identity/consent-text";
import type { Reading } from "@/lib/learn/reading";
import { formOfReading } from "@/lib/learn/reading-form";
import { readingOf } from "@/lib/learn/readings";
import { LIMITS } from "@/lib/shipped/shipped-content";
import { takeShipped } from "./take-shipped";

const pool = testPool();
const { at, as, form, take, offers } = taking(pool);
const key = "start-gently";
const reading = readingOf(key) as Reading;
const earlier = { ...reading, summary: "How it was said before." };

describe("what ships", () => {
  it("is taken by a practice when it is made, so that nothing is offered", async () => {
    const { owner } = await mintPractice(pool);
    expect(await offers(owner)).toEqual([]);
    expect(await as(owner, countOffers)).toBe(0);
    expect(await as(owner, listTaken)).toEqual([]);
  });

  it("is offered when it is newer, counted, and offered no more once it is taken, however often that is sent", async () => {
    const practice = await mintPractice(pool);
    const { owner } = practice;
    await holdEarlier(practice, "reading", key, { content: earlier });
    await holdEarlier(practice, "instrument", "safety-and-steadiness", { version: 1 });
    expect(await as(owner, countOffers)).toBe(2);
    expect(await offers(owner)).toMatchObject([
      {
        kind: "instrument",
        key: "safety-and-steadiness",
        from: 1,
        version: 2,
        isSafety: true,
        changes: [{ version: 2 }],
      },
      {
        ...{ kind: "reading", key, isSafety: false, hasOwn: false, edits: [] },
        differences: [{ id: "summary", before: "How it was said before.", after: reading.summary }],
      },
    ]);
    await Promise.all([take(owner, "reading", key), take(owner, "reading", key)]);
    await take(owner, "reading", key);
    expect((await offers(owner)).map((one) => one.key)).toEqual(["safety-and-steadiness"]);
    expect(await as(owner, countOffers)).toBe(1);
    expect(await as(owner, listTaken)).toMatchObject([{ title: "Start gently", way: "take", by: owner.name, at: at }]);
    const told = (await auditOf(pool, owner)).filter(({ action }) => action === "shipped.taken");
    expect(told).toHaveLength(1);
  });

  it("is the owner's to take, in their own practice, in the version that they saw", async () => {
    const practice = await mintPractice(pool);
    const foreign = await mintPractice(pool);
    await holdEarlier(practice, "reading", key, { content: earlier });
    for (const other of [practice.therapist, practice.supervisor, practice.colleague]) {
      await expect(take(other, "reading", key)).rejects.toMatchObject({ name: "Forbidden" });
      await expect(offers(other)).rejects.toMatchObject({ name: "Forbidden" });
      await expect(as(other, listTaken)).rejects.toMatchObject({ name: "Forbidden" });
      await expect(as(other, countOffers)).rejects.toMatchObject({ name: "Forbidden" });
    }
    await take(foreign.owner, "reading", key);
    expect(await as(practice.owner, countOffers)).toBe(1);
    expect(await as(foreign.owner, listTaken)).toEqual([]);
    const unknown = as(practice.owner, (scope) => takeShipped(scope, { ...form("reading", key), key: "of-nobody" }));
    await expect(unknown).rejects.toMatchObject({ name: "NotFound" });
    const other = as(practice.owner, (scope) => takeShipped(scope, { ...form("reading", key), version: 7 }));
    await expect(other).rejects.toThrow(/newer version by now/);
    await expect(take(practice.owner, "reading", key, "keep")).rejects.toThrow(/no words of your own/);
    await expect(take(practice.owner, "reading", key, "merge")).rejects.toThrow(/nothing to put the changes into/);
  });
});

describe("a reading", () => {
  it("is read as it was taken until the newer one is", async () => {
    const practice = await mintPractice(pool);
    const ines = await mintClient(pool, practice);
    await holdEarlier(practice, "reading", key, { content: earlier });
    await neverHad(practice, "reading", "highs-and-lows");
    const summary = async () => {
      const readings = await withScope(pool, ines, at, getOwnReadings);
      return { of: readings.find((one) => one.key === key)?.summary, keys: readings.map((one) => one.key) };
    };
    expect((await summary()).of).toBe("How it was said before.");
    expect((await summary()).keys).not.toContain("highs-and-lows");
    expect((await offers(practice.owner)).map((one) => [one.key, one.from])).toContainEqual(["highs-and-lows", null]);
    await take(practice.owner, "reading", key);
    await take(practice.owner, "reading", "highs-and-lows");
    expect((await summary()).of).toBe(reading.summary);
    expect((await summary()).keys).toContain("highs-and-lows");
  });

  it("in the practice's words says what taking replaces, and stays when it is kept", async () => {
    const practice = await mintPractice(pool);
    const { owner } = practice;
    await holdEarlier(practice, "reading", key, { content: earlier });
    const { exercises, ...typed } = formOfReading(earlier);
    const own = { ...typed, "exercises[]": exercises, title: "Gently, at ours" };
    await as(owner, (scope) => keepReadingDraft(scope, own));
    await as(owner, (scope) => publishReading(scope, key));
    const [offer] = await offers(owner);
    expect(offer?.edits).toMatchObject([{ id: "title", before: "Start gently", after: "Gently, at ours" }]);
    expect(offer?.replaced).toMatchObject([{ id: "title", before: "Gently, at ours", after: "Start gently" }]);
    await take(owner, "reading", key, "keep");
    expect(await as(owner, countOffers)).toBe(0);
    const titleNow = async () => (await as(owner, (scope) => getReadingPage(scope, key))).current?.title;
    expect(await titleNow()).toBe("Gently, at ours");
    expect((await auditOf(pool, owner)).map(({ action }) => action)).toContain("shipped.kept");
    await holdEarlier(practice, "reading", key, { content: earlier });
    await take(owner, "reading", key);
    expect(await titleNow()).toBe("Start gently");
  });

  it("that was retired stays retired", async () => {
    const practice = await mintPractice(pool);
    const { owner } = practice;
    await holdEarlier(practice, "reading", key, { content: earlier });
    await as(owner, (scope) => retireReading(scope, key));
    await take(owner, "reading", key);
    expect(await as(owner, (scope) => getReadingPage(scope, key))).toMatchObject({ isRetired: true, current: null });
  });
});

describe("safety texts", () => {
  it("read as they were taken, and the practice's own go only when it says so", async () => {
    const practice = await mintPractice(pool);
    const { owner } = practice;
    await holdEarlier(practice, "panel-text", "advocate", { content: { title: "An advocate", words: "Call one." } });
    const advocate = async () => (await as(owner, getProposalSettings)).find((one) => one.key === "advocate");
    expect(await advocate()).toMatchObject({ title: "An advocate", ownSince: null });
    // A minute before it is taken back: of two rows of one instant neither is the newer.
    await withScope(pool, owner, later, (scope) =>
      setProposalText(scope, { key: "advocate", text: { title: "Our line", words: "Ring us." } }),
    );
    expect((await offers(owner))[0]).toMatchObject({ hasOwn: true, edits: [{ id: "title" }, { id: "words" }] });
    await take(owner, "panel-text", "advocate");
    expect(await advocate()).toMatchObject({ title: "A domestic-abuse advocate", ownSince: null });
  });

  it("of confidentiality become the practice's next version: who agreed before agreed to the earlier one", async () => {
    const practice = await mintPractice(pool);
    const { owner } = practice;
    await holdEarlier(practice, "limits", LIMITS, { content: { words: "One limit." } });
    expect(await as(owner, currentLimits)).toMatchObject({ version: 0, words: "One limit." });
    await take(owner, "limits", LIMITS);
    expect(await as(owner, currentLimits)).toMatchObject({ version: 1, words: shippedLimits });
    await as(owner, (scope) => setLimits(scope, { words: "Ours alone." }));
    await holdEarlier(practice, "limits", LIMITS, { content: { words: "One limit." } });
    await take(owner, "limits", LIMITS, "keep");
    expect((await as(owner, currentLimits)).words).toBe("Ours alone.");
  });
});
