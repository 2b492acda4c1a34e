import { describe, expect, it } from "vitest";
import { archiveInstrument } from "@/db/commands/assessments/archive-instrument";
import { beginForm, beginInstrument } from "@/db/commands/assessments/begin-instrument";
import { answersForm, dropAnswers, saveAnswers } from "@/db/commands/assessments/build-answers";
import { arrangeItem, saveItem, takeTable } from "@/db/commands/assessments/build-draft";
import { dropScale, saveScale } from "@/db/commands/assessments/build-scales";
import { copyInstrument } from "@/db/commands/assessments/copy-instrument";
import { markCritical, publishInstrument, startVersion } from "@/db/commands/assessments/edit-instrument";
import { sayLicence } from "@/db/commands/assessments/record-licence";
import { stepNamed, undoStep } from "@/db/commands/assessments/undo-step";
import { getInstrument, listInstruments, listShelf } from "@/db/queries/assessments/instruments";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { StaffActor } from "@/lib/actor";
import { itemForm, itemWords } from "@/lib/assessments/build/item-form";
import { scaleForm } from "@/lib/assessments/build/scale-form";
import { revisionOfWords } from "@/lib/drafts/standing-words";
import { lookOf } from "@/lib/instruments/critical-marks";
import { draftLook } from "@/lib/instruments/draft-look";

const pool = testPool();
const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>) =>
  withScope(pool, actor, testNow, run);
const begun = (given: Record<string, unknown> = {}) =>
  beginForm.parse({
    ...{ title: "Evenings", clientTitle: "", purpose: "A trial.", minutes: "3", locale: "de", measures: "one-person" },
    ...{ twice: "no", stem: "", start: "often", statements: "One\nTwo\nThree" },
    ...given,
  });
const begin = async (owner: StaffActor, given?: Record<string, unknown>) =>
  (await as(owner, (scope) => beginInstrument(scope, begun(given)))).key;
const pageOf = (owner: StaffActor, key: string) => as(owner, (scope) => getInstrument(scope, key));
const draftOf = async (owner: StaffActor, key: string) => {
  const { draft } = await pageOf(owner, key);
  if (!draft) throw new Error("There is no draft.");
  return draft.instrument;
};
const item = (key: string, given: Record<string, unknown>) =>
  itemForm.parse({ key, text: "Said anew", kind: "choice", options: "often", required: "yes", ...given });
const scale = (key: string, given: Record<string, unknown>) =>
  scaleForm.parse({ key, title: "Calm", method: "sum", direction: "higher", ...given });

async function publish(owner: StaffActor, key: string) {
  const look = lookOf(await draftOf(owner, key));
  await as(owner, (scope) => markCritical(scope, { key, look, "marks[]": [] }));
  await as(owner, (scope) => publishInstrument(scope, key));
}

describe("a questionnaire from nothing", () => {
  it("is built, published and changed in the next version only", async () => {
    const practice = await mintPractice(pool);
    const { owner } = practice;
    const key = await begin(owner);
    const { id } = await as(owner, (scope) => saveItem(scope, item(key, { after: "q1", text: "Between" })));
    expect(id).toBe("q4");
    await as(owner, (scope) => saveScale(scope, scale(key, { "items[]": ["q1", "q4"], "reversed[]": ["q4"] })));
    await as(owner, (scope) => arrangeItem(scope, { key, do: "down.q1" }));
    const table = "statement\tscale\nFour\tCalm\nFive\tOther";
    const taking = { key, text: table, otherwise: "often", after: "", do: "take" as const };
    expect(await as(owner, (scope) => takeTable(scope, taking))).toMatchObject({ taken: 2 });
    const built = await draftOf(owner, key);
    expect(built).toMatchObject({ locale: "de", licence: { status: "practice" }, validated: false });
    expect(built.items.map(({ id: one }) => one)).toEqual(["q4", "q1", "q2", "q3", "q5", "q6"]);
    expect(built.scales.map(({ key: one, items, range }) => [one, items, range.max])).toEqual([
      ["scale-1", ["q4", "q1", "q5"], 12],
      ["scale-2", ["q6"], 4],
    ]);
    await expect(as(owner, (scope) => publishInstrument(scope, key))).rejects.toThrow(/which answers need somebody/);
    await publish(owner, key);
    await expect(as(owner, (scope) => saveItem(scope, item(key, { id: "q1" })))).rejects.toThrow(/stays as it is/);
    await as(owner, (scope) => startVersion(scope, key));
    await as(owner, (scope) => arrangeItem(scope, { key, do: "remove.q6" }));
    expect((await as(owner, (scope) => saveItem(scope, item(key, {})))).id).toBe("q7");
    const again = await as(owner, (scope) => saveScale(scope, scale(key, { title: "New", "items[]": ["q7"] })));
    expect(again.scale).toBe("scale-3");
    const { current } = await pageOf(owner, key);
    expect(current?.instrument.items).toHaveLength(6);
    expect((await auditOf(pool, practice.system)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(["instruments.begun", "instruments.draft-changed", "instruments.published"]),
    );
  });

  it("publishes what was looked at, and nothing that changed since", async () => {
    const { owner } = await mintPractice(pool);
    const key = await begin(owner);
    const look = lookOf(await draftOf(owner, key));
    await as(owner, (scope) => markCritical(scope, { key, look, "marks[]": [] }));
    const seen = draftLook(await draftOf(owner, key));
    await as(owner, (scope) => arrangeItem(scope, { key, do: "up.q2" }));
    await expect(as(owner, (scope) => publishInstrument(scope, key, seen))).rejects.toThrow(/changed since you opened/);
    const anew = draftLook(await draftOf(owner, key));
    await as(owner, (scope) => publishInstrument(scope, key, anew));
  });

  it("begins with an empty question where no statement was written, and a table takes its place", async () => {
    const { owner } = await mintPractice(pool);
    const key = await begin(owner, { statements: "", start: "ten", twice: "yes" });
    expect((await draftOf(owner, key)).items).toMatchObject([{ id: "q1", text: null }]);
    const taking = { key, text: "A\nB", otherwise: "ten", after: "", do: "take" as const };
    await as(owner, (scope) => takeTable(scope, taking));
    expect((await draftOf(owner, key)).items.map(({ text }) => text)).toEqual(["A", "B"]);
  });
});

describe("two people at one draft", () => {
  it("never write over one another unseen, question by question", async () => {
    const { owner } = await mintPractice(pool);
    const key = await begin(owner);
    const opened = await draftOf(owner, key);
    const standing = opened.items.find(({ id }) => id === "q1");
    const seen = standing && revisionOfWords(itemWords(opened, standing));
    await as(owner, (scope) => saveItem(scope, item(key, { id: "q1", text: "First", seen })));
    await as(owner, (scope) => saveItem(scope, item(key, { id: "q2", text: "Another question" })));
    const second = item(key, { id: "q1", text: "Second", seen });
    await expect(as(owner, (scope) => saveItem(scope, second))).rejects.toMatchObject({
      fields: { text: "It says now: “First”", instead: expect.any(String) },
    });
    expect((await draftOf(owner, key)).items[0]?.text).toBe("First");
    await as(owner, (scope) => arrangeItem(scope, { key, do: "remove.q1" }));
    await expect(as(owner, (scope) => arrangeItem(scope, { key, do: "remove.q1" }))).rejects.toThrow(/took it out/);
    const { id } = await as(owner, (scope) => saveItem(scope, second));
    expect((await draftOf(owner, key)).items.at(-1)).toMatchObject({ id, text: "Second" });
  });

  it("take back the last step, and not one that somebody took since", async () => {
    const { owner } = await mintPractice(pool);
    const key = await begin(owner);
    const before = await draftOf(owner, key);
    const step = async () => {
      const { lastStep } = await pageOf(owner, key);
      return lastStep ? stepNamed(lastStep.count, lastStep.did) : "";
    };
    expect((await pageOf(owner, key)).lastStep).toBeNull();
    await as(owner, (scope) => saveScale(scope, scale(key, { "items[]": ["q2", "q3"] })));
    await as(owner, (scope) => arrangeItem(scope, { key, do: "remove.q2" }));
    const removed = await step();
    expect(removed).toContain("Removed question 2 (“Two”). The scale “Calm” counts one question less.");
    await as(owner, (scope) => dropScale(scope, { key, scale: "scale-1" }));
    await expect(as(owner, (scope) => undoStep(scope, { key, step: removed }))).rejects.toThrow(/Another step/);
    for (let i = 0; i < 3; i++) {
      const last = await step();
      await as(owner, (scope) => undoStep(scope, { key, step: last }));
    }
    expect(await draftOf(owner, key)).toEqual(before);
    await expect(as(owner, (scope) => undoStep(scope, { key, step: removed }))).rejects.toThrow(/nothing left/);
  });
});

describe("sets of answers", () => {
  it("are shared until a question has its own, and go only when nobody uses them", async () => {
    const { owner } = await mintPractice(pool);
    const key = await begin(owner);
    const set = answersForm.parse({ key, "label[]": ["Never", "Always", ""], "counts[]": ["0", "1", ""] });
    expect(await as(owner, (scope) => saveAnswers(scope, set))).toEqual({ set: "answers-1" });
    await expect(as(owner, (scope) => dropAnswers(scope, { key, set: "often" }))).rejects.toThrow(
      "Question 1 to 3 is answered with them.",
    );
    await as(owner, (scope) => dropAnswers(scope, { key, set: "answers-1" }));
    expect(Object.keys((await draftOf(owner, key)).optionSets)).toEqual(["often"]);
    const stale = answersForm.parse({ ...set, set: "often", seen: "1-1" });
    await expect(as(owner, (scope) => saveAnswers(scope, stale))).rejects.toMatchObject({
      fields: { answers: expect.stringContaining("Never") },
    });
  });
});

describe("somebody else's questionnaire", () => {
  it("keeps its key, and is changed in a copy that is not validated and keeps its licence", async () => {
    const { owner } = await mintPractice(pool);
    await expect(as(owner, (scope) => saveItem(scope, item("ras", {})))).rejects.toThrow(/belong to its key/);
    await expect(as(owner, (scope) => arrangeItem(scope, { key: "ras", do: "remove.1" }))).rejects.toThrow(/its key/);
    await as(owner, (scope) => sayLicence(scope, { key: "ras", licenceNote: "Letter, May." }));
    const { key } = await as(owner, (scope) => copyInstrument(scope, { key: "ras", title: "Ours, shorter" }));
    await as(owner, (scope) => arrangeItem(scope, { key, do: "remove.7" }));
    const copy = await draftOf(owner, key);
    expect(copy).toMatchObject({ validated: false, licence: { wording: "needed" } });
    expect(copy.items).toHaveLength(6);
    expect(copy.scales[0]?.reliability).toBeNull();
    expect((await pageOf(owner, key)).licence?.note).toBe("Letter, May.");
    const other = await as(owner, (scope) => copyInstrument(scope, { key: "fis", title: "Without a licence" }));
    const worded = item(other.key, { id: "1", options: "answers" });
    await expect(as(owner, (scope) => saveItem(scope, worded))).rejects.toThrow(/what allows your practice/);
    for (const named of ["core-10", "hark"])
      await expect(as(owner, (scope) => copyInstrument(scope, { key: named, title: "No" }))).rejects.toMatchObject({
        name: "Refused",
      });
  });
});

describe("what is put away", () => {
  it("is not offered any more, stays on the shelf, and comes out again", async () => {
    const practice = await mintPractice(pool);
    const { owner, therapist } = practice;
    const has = (list: readonly { key: string }[]) => list.some(({ key }) => key === "suds");
    await expect(
      as(therapist, (scope) => archiveInstrument(scope, { key: "suds", archive: "yes" })),
    ).rejects.toMatchObject({ name: "Forbidden" });
    await as(owner, (scope) => archiveInstrument(scope, { key: "suds", archive: "yes" }));
    expect(has(await as(owner, listInstruments))).toBe(false);
    expect((await as(owner, listShelf)).find(({ key }) => key === "suds")).toMatchObject({ isArchived: true });
    expect((await pageOf(owner, "suds")).isArchived).toBe(true);
    const later = new Date(testNow.getTime() + 1000);
    await withScope(pool, owner, later, (scope) => archiveInstrument(scope, { key: "suds", archive: "no" }));
    expect(has(await as(owner, listInstruments))).toBe(true);
    const foreign = await mintPractice(pool);
    await expect(
      as(foreign.owner, (scope) => archiveInstrument(scope, { key: "nobody", archive: "yes" })),
    ).rejects.toMatchObject({ name: "NotFound" });
  });
});
