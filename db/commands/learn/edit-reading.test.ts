import { describe, expect, it } from "vitest";
import { getReadingMarks } from "@/db/queries/learn/reading-marks";
import {
  getOwnReading,
  getOwnReadings,
  getReadingExercises,
  getReadingPage,
  listReadingStatuses,
  listReadings,
} from "@/db/queries/learn/readings";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { Actor, StaffActor } from "@/lib/actor";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { formOfReading, type ReadingForm } from "@/lib/learn/reading-form";
import { builtInReadings, readingOf } from "@/lib/learn/readings";
import { SAFETY_READING } from "@/lib/learn/where-to-turn";
import { dropReadingDraft, keepReadingDraft, publishReading, retireReading, takeShippedReading } from "./edit-reading";
import { markReading } from "./mark-reading";

const pool = testPool();
const key = "start-gently";
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>) => withScope(pool, actor, testNow, run);

const formFor = (title: string, of = key): ReadingForm => {
  const shipped = readingOf(of) ?? builtInReadings[0];
  if (!shipped) throw new Error("no readings ship");
  const { exercises, ...typed } = formOfReading(shipped);
  return { ...typed, "exercises[]": exercises, title };
};
const keep = (actor: StaffActor, form: ReadingForm) => as(actor, (scope) => keepReadingDraft(scope, form));
const publish = (actor: StaffActor, of = key) => as(actor, (scope) => publishReading(scope, of));
const retire = (actor: StaffActor, of = key) => as(actor, (scope) => retireReading(scope, of));
const ship = (actor: StaffActor, of = key) => as(actor, (scope) => takeShippedReading(scope, of));
const page = (actor: StaffActor, of = key) => as(actor, (scope) => getReadingPage(scope, of));

async function practiceWithClient() {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice);
  const titleNow = () => as(ines, async (scope) => (await getOwnReading(scope, key)).title);
  return { ...practice, ines, titleNow };
}

describe("a practice's own readings", () => {
  it("are read by clients once they are published, and given back again", async () => {
    const { owner, ines, titleNow } = await practiceWithClient();
    await as(ines, (scope) => markReading(scope, key));
    await keep(owner, formFor("Begin softly"));
    expect(await titleNow()).toBe("Start gently");
    await publish(owner);
    expect(await titleNow()).toBe("Begin softly");
    expect(await as(ines, getReadingMarks)).toEqual([key]);
    expect(await as(owner, listReadings)).toContainEqual({ key, title: "Begin softly" });
    await ship(owner);
    expect(await titleNow()).toBe("Start gently");
    expect((await page(owner)).history.map(({ kind }) => kind)).toEqual(["shipped", "published", "draft"]);
  });

  it("can be new ones, under a key that nothing else has, and retired ones", async () => {
    const { owner, ines } = await practiceWithClient();
    const added = await keep(owner, { ...formFor("Start gently"), key: "" });
    expect(added.key).toBe("start-gently-2");
    const keysNow = async () => (await as(ines, getOwnReadings)).map((reading) => reading.key);
    expect(await keysNow()).not.toContain(added.key);
    await publish(owner, added.key);
    expect(await keysNow()).toContain(added.key);
    await as(ines, (scope) => markReading(scope, added.key));
    await retire(owner, added.key);
    await retire(owner);
    expect(await keysNow()).toEqual(builtInReadings.map((one) => one.key).filter((one) => one !== key));
    await expect(as(ines, (scope) => markReading(scope, key))).rejects.toThrow(NotFound);
    expect(await as(ines, getReadingMarks)).toEqual([added.key]);
    expect(await as(owner, listReadings)).not.toContainEqual(expect.objectContaining({ key: added.key }));
    expect((await as(owner, listReadingStatuses)).map((one) => one.key)).toContain(added.key);
    await keep(owner, { ...formFor("Once more"), key: added.key });
    await publish(owner, added.key);
    expect(await keysNow()).toContain(added.key);
  });

  it("keep a draft from everybody but the owner, and put it away", async () => {
    const { owner, therapist } = await practiceWithClient();
    await keep(owner, formFor("Begin softly"));
    const added = await keep(owner, { ...formFor("Ours"), key: "" });
    expect((await page(therapist)).draft).toBeNull();
    expect((await page(therapist)).history).toEqual([]);
    await expect(page(therapist, added.key)).rejects.toThrow(NotFound);
    expect((await as(therapist, listReadingStatuses)).map((one) => one.key)).toEqual(
      builtInReadings.map((one) => one.key),
    );
    await as(owner, (scope) => dropReadingDraft(scope, key));
    expect((await page(owner)).draft).toBeNull();
    await expect(publish(owner)).rejects.toThrow(Refused);
  });

  it("keep nothing that has faults, and say where", async () => {
    const { owner } = await practiceWithClient();
    const faulty = keep(owner, { ...formFor("Begin softly"), body: "# Alone" });
    await expect(faulty).rejects.toMatchObject({ fields: { body: "Write something below the heading “Alone”." } });
    expect((await page(owner)).history).toEqual([]);
  });

  it("always have the one that says where to turn", async () => {
    const { owner, ines } = await practiceWithClient();
    await expect(retire(owner, SAFETY_READING)).rejects.toThrow(Refused);
    await keep(owner, formFor("When love hurts", SAFETY_READING));
    await publish(owner, SAFETY_READING);
    expect((await as(ines, (scope) => getOwnReading(scope, SAFETY_READING))).title).toBe("When love hurts");
  });

  it("are the owner's to change and the staff's to read, in their own practice alone", async () => {
    const { owner, therapist, supervisor, titleNow } = await practiceWithClient();
    const stranger = await mintPractice(pool);
    await keep(owner, formFor("Begin softly"));
    const added = await keep(owner, { ...formFor("Ours"), key: "" });
    for (const other of [therapist, supervisor]) {
      await expect(keep(other, formFor("Mine"))).rejects.toThrow(Forbidden);
      await expect(publish(other)).rejects.toThrow(Forbidden);
      await expect(retire(other)).rejects.toThrow(Forbidden);
      await expect(ship(other)).rejects.toThrow(Forbidden);
      await expect(as(other, (scope) => dropReadingDraft(scope, key))).rejects.toThrow(Forbidden);
      await expect(as(other, getReadingExercises)).rejects.toThrow(Forbidden);
      expect(await as(other, listReadings)).toHaveLength(builtInReadings.length);
    }
    await expect(keep(stranger.owner, { ...formFor("Theirs"), key: added.key })).rejects.toThrow(NotFound);
    await expect(publish(stranger.owner, added.key)).rejects.toThrow(NotFound);
    await expect(page(stranger.owner, added.key)).rejects.toThrow(NotFound);
    await expect(publish(stranger.owner)).rejects.toThrow(Refused);
    await keep(stranger.owner, formFor("Theirs"));
    await publish(stranger.owner);
    expect(await titleNow()).toBe("Start gently");
  });

  it("leave a row in the record for each step", async () => {
    const { owner, system } = await practiceWithClient();
    await keep(owner, formFor("Begin softly"));
    await publish(owner);
    await retire(owner);
    const own = (await auditOf(pool, system)).filter(({ action }) => action.startsWith("learn.reading-"));
    expect(own.map(({ action }) => action).sort()).toEqual([
      "learn.reading-draft",
      "learn.reading-published",
      "learn.reading-retired",
    ]);
    expect(own.every(({ actor_id }) => actor_id === owner.accountId)).toBe(true);
  });
});
