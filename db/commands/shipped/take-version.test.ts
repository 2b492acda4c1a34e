import { describe, expect, it } from "vitest";
import { describeInstrument } from "@/db/commands/assessments/describe-instrument";
import { enterWording, publishInstrument, startVersion } from "@/db/commands/assessments/edit-instrument";
import { discardDraft } from "@/db/commands/protocol/edit-version";
import { getInstrument } from "@/db/queries/assessments/instruments";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { countOffers } from "@/db/queries/shipped/offers";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { holdEarlier, neverHad, taking } from "@/db/testing/earlier-version";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { editing } from "@/db/testing/own-protocol";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { builtInProtocol } from "@/lib/protocol/built-in";
import { exerciseField } from "@/lib/protocol/edit-fields";
import { editionOf } from "@/lib/shipped/editions";

const pool = testPool();
const { list, ownProtocol, save, publish, copy, read } = editing(pool);
const { at, as, take, offers } = taking(pool);
const protocolKey = builtInProtocol.key;
const shippedNow = editionOf("protocol", protocolKey).version;

describe("an assessment", () => {
  it("is a new version; who was asked before answers the one that they were asked in", async () => {
    const practice = await mintPractice(pool);
    const ines = await mintClient(pool, practice);
    await holdEarlier(practice, "instrument", "five-dimensions");
    const open = () =>
      withScope(pool, practice.owner, at, async ({ tx }) => {
        const { rows } = await tx.$client.query<{ id: string; version: number }>(
          `select a.id, v.version from assessment a join instrument_version v on v.practice_id = a.practice_id
             and v.id = a.instrument_version_id where a.client_id = $1 and v.key = 'five-dimensions' order by 1`,
          [ines.clientId],
        );
        return rows;
      });
    const before = await open();
    expect(before.length).toBeGreaterThan(0);
    await take(practice.owner, "instrument", "five-dimensions");
    expect(await open()).toEqual(before);
    const page = await as(practice.owner, (scope) => getInstrument(scope, "five-dimensions"));
    expect(page.versions.map(({ version }) => version)).toEqual([fiveDimensions.version + 1, fiveDimensions.version]);
    expect(page.current?.version).toBe(fiveDimensions.version + 1);
  });

  it("keeps the wording that the practice entered, and waits for a draft that is begun", async () => {
    const practice = await mintPractice(pool);
    const { owner } = practice;
    const words = {
      statements: Array.from({ length: 9 }, (_, i) => `Worded ${i}`).join("\n"),
      "labels[]": ["a\nb\nc\nd"],
    };
    const wording = { key: "phq-9", ...words, stemNow: "Lately", stemWished: "", licenceNote: "" };
    await as(owner, (scope) => enterWording(scope, wording));
    await holdEarlier(practice, "instrument", "phq-9");
    await take(owner, "instrument", "phq-9");
    const shelf = () => as(owner, (scope) => getInstrument(scope, "phq-9"));
    expect(await shelf()).toMatchObject({ current: null, draft: { version: 2 } });
    expect((await shelf()).draft?.instrument.items[8]).toMatchObject({
      text: "Worded 8",
      critical: [{ effect: "crisis" }],
    });
    await as(owner, (scope) => publishInstrument(scope, "phq-9"));
    await as(owner, (scope) => startVersion(scope, "phq-9"));
    await as(owner, (scope) =>
      describeInstrument(scope, { key: "phq-9", title: "Mood", purpose: "Ours.", minutes: 3, layout: "one-page" }),
    );
    await holdEarlier(practice, "instrument", "phq-9");
    expect((await offers(owner))[0]?.blocked).toMatch(/begun in your library/);
    await expect(take(owner, "instrument", "phq-9")).rejects.toThrow(/begun in your library/);
    await as(owner, (scope) => publishInstrument(scope, "phq-9"));
    const [offer] = await offers(owner);
    expect(offer?.replaced.map(({ id }) => id)).toEqual(["title", "purpose"]);
    await take(owner, "instrument", "phq-9");
    expect((await shelf()).current).toMatchObject({
      version: 4,
      instrument: { title: "PHQ-9", stems: { now: "Lately" } },
    });
  });

  it("that is new is added; one of the practice's own under its name is never written over", async () => {
    const practice = await mintPractice(pool);
    await neverHad(practice, "instrument", "suds");
    await take(practice.owner, "instrument", "suds");
    expect((await as(practice.owner, (scope) => getInstrument(scope, "suds"))).current?.version).toBe(1);
    const other = await mintPractice(pool);
    await neverHad(other, "instrument", "suds", { hasItsOwn: true });
    expect((await offers(other.owner))[0]).toMatchObject({ key: "suds", from: null, differences: expect.any(Array) });
    await expect(take(other.owner, "instrument", "suds")).rejects.toThrow(/an assessment of its own/);
  });
});

describe("the protocol", () => {
  it("is a new version on which new clients start; who is on a path stays on theirs", async () => {
    const practice = await mintPractice(pool);
    const ines = await mintClient(pool, practice);
    await holdEarlier(practice, "protocol", protocolKey);
    const pathOf = ({ clientId }: { clientId: string }) =>
      withScope(pool, practice.therapist, at, (scope) => enrolmentOf(scope, clientId));
    const before = (await pathOf(ines))?.protocolVersionId;
    const { protocolVersionId } = await take(practice.owner, "protocol", protocolKey);
    expect((await pathOf(ines))?.protocolVersionId).toBe(before);
    const dario = await mintClient(pool, practice, {
      name: "Dario",
      now: new Date(at.getTime() + 16 * 86_400_000),
    });
    expect((await pathOf(dario))?.protocolVersionId).toBe(protocolVersionId);
    expect((await list(practice.owner)).map(({ name }) => name)).toEqual([
      `Ten weeks nearer, as shipped in version ${shippedNow + 1}`,
      `Ten weeks nearer, as shipped in version ${shippedNow}`,
    ]);
  });

  it("of the practice's own takes the changes in as a draft, and keeps what it had changed itself", async () => {
    const practice = await ownProtocol();
    const { owner } = practice;
    await holdEarlier(practice, "protocol", protocolKey);
    const [offer] = await offers(owner);
    expect(offer).toMatchObject({ hasOwn: true, merge: "possible", replaced: expect.any(Array) });
    expect(offer?.edits.map(({ id }) => id)).toEqual(["week-6.asks", "exercise.ten-minute-cuddle.title"]);
    const { protocolVersionId } = await take(owner, "protocol", protocolKey, "merge");
    const draft = await read(owner, protocolVersionId ?? "");
    const cuddle = draft.definition.exercises.find((one) => one.key === "ten-minute-cuddle");
    expect(draft).toMatchObject({ publishedAt: null, name: "Ten weeks nearer, own version 2" });
    expect(cuddle?.title).toBe("Ten quiet minutes");
    expect(cuddle?.instructions).toBe(builtInProtocol.exercises[2]?.instructions);
    expect(await as(owner, countOffers)).toBe(0);
    expect((await list(owner)).find(({ id }) => id === practice.versionId)?.publishedAt).not.toBeNull();
    await as(owner, (scope) => discardDraft(scope, protocolVersionId ?? ""));
    expect(await as(owner, countOffers)).toBe(1);
    await take(owner, "protocol", protocolKey, "keep");
    expect(await as(owner, countOffers)).toBe(0);
  });

  it("waits with its changes while a draft is there, and can be taken as it ships beside it", async () => {
    const practice = await ownProtocol();
    const { owner } = practice;
    await holdEarlier(practice, "protocol", protocolKey);
    const { versionId } = await copy(owner, practice.versionId);
    await save(owner, versionId, { [exerciseField("small-secret", "title")]: "A tiny secret" });
    await expect(take(owner, "protocol", protocolKey, "merge")).rejects.toThrow(/There is a draft already/);
    await take(owner, "protocol", protocolKey);
    expect((await read(owner, versionId)).definition.exercises[3]?.title).toBe("A tiny secret");
    await publish(owner, versionId);
  });
});
