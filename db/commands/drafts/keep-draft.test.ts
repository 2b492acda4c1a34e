import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { getDraft } from "@/db/queries/drafts/draft-at";
import { draft } from "@/db/schema/draft";
import { withScope } from "@/db/scope";
import { sealedColumn } from "@/db/sealed";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { draftForm } from "@/lib/drafts/draft-form";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { keepDraft } from "./keep-draft";

const pool = testPool();

async function ground() {
  const practice = await mintPractice(pool);
  return { practice, ines: await mintClient(pool, practice) };
}

const writing = (place: string, text: string, hand = "hand-of-one", more: object = {}) =>
  draftForm.parse({ do: "keep", place, hand, step: "1", seen: "0", words: JSON.stringify({ text }), ...more });
const keep = (actor: ClientActor | StaffActor, form: ReturnType<typeof writing>) =>
  withScope(pool, actor, testNow, (scope) => keepDraft(scope, form));
const texts = async (actor: ClientActor | StaffActor, kind: "message" | "check" = "message") => {
  const { stands, aside } = await withScope(pool, actor, testNow, (scope) => getDraft(scope, { kind }));
  return [stands, ...aside].map((one) => one?.words.text ?? null);
};

describe("a draft", () => {
  it("keeps both texts when two pages write at the same moment, whichever comes first", async () => {
    const { ines } = await ground();
    await Promise.all(["hand-one", "hand-two", "hand-three"].map((hand) => keep(ines, writing("message", hand, hand))));
    expect((await texts(ines)).sort()).toEqual(["hand-one", "hand-three", "hand-two"]);
    expect(await withScope(pool, ines, testNow, ({ tx }) => tx.select().from(draft))).toHaveLength(1);
  });

  it("is one for each place, sealed for its person and place", async () => {
    const { ines } = await ground();
    await keep(ines, writing("message", "to be sent"));
    await keep(ines, writing("check", "a note"));
    expect([await texts(ines), await texts(ines, "check")]).toEqual([["to be sent"], ["a note"]]);
    const rows = await withScope(pool, ines, testNow, ({ tx }) => tx.select().from(draft));
    expect(JSON.stringify(rows)).not.toMatch(/to be sent|a note/);
  });

  it("is its own person's, in their own practice", async () => {
    const { practice, ines } = await ground();
    await keep(ines, writing("message", "mine"));
    const other = await mintClient(pool, practice, { name: "Dario" });
    const stranger = (await ground()).ines;
    for (const actor of [other, stranger, { ...stranger, accountId: ines.accountId }])
      expect(await texts(actor)).toEqual([null]);
  });

  it("of a client is not for staff, and a reply is for who may write to that client", async () => {
    const { practice, ines } = await ground();
    await expect(keep(practice.therapist, writing("message", "x"))).rejects.toThrow(Forbidden);
    const reply = writing(`reply/${ines.clientId}`, "Dear Ines");
    await expect(keep(ines, reply)).rejects.toThrow(Forbidden);
    const elsewhere = await ground();
    await expect(keep(elsewhere.practice.therapist, reply)).rejects.toThrow(NotFound);
    await expect(keep(practice.therapist, writing(`reply/${randomUUID()}`, "x"))).rejects.toThrow(NotFound);
    expect(await keep(practice.therapist, reply)).toMatchObject({
      isOwn: true,
      given: { words: null, others: [] },
    });
  });

  it("of a note is for who may read that client, of an editor for who may edit, and both for their writer alone", async () => {
    const { practice, ines } = await ground();
    const { owner, therapist, colleague } = practice;
    const note = writing(`note/${ines.clientId}/raise`, "He was waiting outside");
    const elsewhere = await ground();
    for (const actor of [colleague, elsewhere.practice.owner])
      await expect(keep(actor, note)).rejects.toThrow(NotFound);
    await expect(keep(ines, note)).rejects.toThrow(Forbidden);
    expect(await keep(therapist, note)).toMatchObject({ isOwn: true });
    const look = draftForm.parse({ do: "look", place: `note/${ines.clientId}/raise` });
    expect((await keep(therapist, look)).given.words).toEqual({ text: "He was waiting outside" });
    expect((await keep(owner, look)).given.words).toBeNull();
    for (const of of ["library", "reading", "protocol", "limits", "panel"]) {
      const editor = writing(`editor/${of}/start-gently`, "Ours");
      expect(await keep(owner, editor)).toMatchObject({ isOwn: true });
      await expect(keep(therapist, editor)).rejects.toThrow(Forbidden);
      await expect(keep(ines, editor)).rejects.toThrow(Forbidden);
    }
  });

  it("of leaving out or asking for another is a client's, about an exercise of their own plan", async () => {
    const { practice, ines } = await ground();
    for (const kind of ["skip", "swap"]) {
      await expect(keep(practice.owner, writing(`${kind}/one-real-feeling`, "x"))).rejects.toThrow(Forbidden);
      await expect(keep(ines, writing(`${kind}/not-in-any-plan`, "x"))).rejects.toThrow(NotFound);
      expect(await keep(ines, writing(`${kind}/one-real-feeling`, "Too big today"))).toMatchObject({ isOwn: true });
    }
  });

  it("of an exercise that is not in the plan is refused", async () => {
    const { ines } = await ground();
    await expect(keep(ines, writing("exercise/small-secret/own", "x"))).rejects.toThrow(/./);
    const known = await keep(ines, writing("message", "x")).catch((error: unknown) => error);
    expect(known).not.toBeInstanceOf(Refused);
  });

  it("that was begun before there were versions opens, and goes on as one of now", async () => {
    const { ines } = await ground();
    const before = sealedColumn("exercise_draft", "content", (row: { name: string }) => row.name);
    const content = JSON.stringify({
      id: randomUUID(),
      page: "small-secret",
      fields: { plan: "The tree house", $step: 1 },
    });
    const place = { kind: "exercise", key: "small-secret", form: "own" } as const;
    const kept = await withScope(pool, ines, testNow, async (scope) => {
      await scope.tx.insert(draft).values({
        ...{ practiceId: ines.practiceId, id: randomUUID(), accountId: ines.accountId, version: -1, savedAt: testNow },
        place: "exercise/small-secret/own",
        contentSealed: before.seal(content, { ...ines, name: `${ines.clientId}/small-secret/own` }),
      });
      return getDraft(scope, place);
    });
    expect(kept).toMatchObject({ version: 1, stands: { words: { plan: "The tree house", $step: "1" } } });
  });
});
