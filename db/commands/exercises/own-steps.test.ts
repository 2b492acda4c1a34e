import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getExercisePage, getLastAttempt } from "@/db/queries/exercises/exercise-page";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { exerciseAttempt } from "@/db/schema/exercises";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate, openSafetyEvent } from "@/db/testing/open-gate";
import { decide } from "@/db/testing/protocol";
import type { ClientActor } from "@/lib/actor";
import { draftForm } from "@/lib/drafts/draft-form";
import { attemptForm } from "@/lib/exercises/attempt-form";
import { keepDraft } from "../drafts/keep-draft";
import { recordAttempt } from "./record-attempt";

const pool = testPool();
const as = <T>(actor: ClientActor, run: (scope: Scope<ClientActor>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);

const later = (hours: number) => new Date(testNow.getTime() + hours * 3_600_000);

/** Week 2 of the path: a feeling a day, and a favour. */
async function person(isClear = false) {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice, { startDate: "2026-11-16" });
  if (isClear) await openGate(pool, practice, ines);
  return { practice, ines };
}

const told = () =>
  attemptForm.parse({
    id: randomUUID(),
    key: "one-real-feeling",
    page: "one-real-feeling",
    family: "sad",
    feeling: "left out",
    sentence: "",
    told: "told",
  });
const rowsOf = (actor: ClientActor) =>
  as(actor, ({ tx }) => tx.select().from(exerciseAttempt).where(eq(exerciseAttempt.clientId, actor.clientId)));

describe("own steps", () => {
  it("are open without a screen and in an open event, in words that name nobody else", async () => {
    const { practice, ines } = await person();
    await openSafetyEvent(pool, practice, ines);
    for (const key of ["one-real-feeling", "ask-for-a-favour", "learn-together", "name-the-fear"]) {
      const page = await as(ines, (scope) => getExercisePage(scope, key));
      expect(page, key).toMatchObject({ open: true, form: "own" });
      expect(page.exercise.instructions, key).not.toContain("{partner}");
    }
    const other = await person(true);
    expect(await as(other.ines, (scope) => getExercisePage(scope, "one-real-feeling"))).toMatchObject({
      open: true,
      form: "shared",
    });
  });
  it("are kept as own steps with nothing written, and a page opened before the form changed as what it was", async () => {
    const { ines } = await person();
    const empty = { key: "one-real-feeling", page: "one-real-feeling", form: "own", outcome: "done" };
    const own = attemptForm.parse({ ...empty, id: randomUUID(), family: "", feeling: "", sentence: "" });
    await as(ines, (scope) => recordAttempt(scope, own));
    await as(ines, (scope) => recordAttempt(scope, told()));
    expect((await rowsOf(ines)).map(({ form }) => form).sort()).toEqual(["own", "shared"]);
    const last = await as(ines, (scope) => getLastAttempt(scope, "one-real-feeling"));
    expect(last?.form).toBe(last?.detail && "form" in last.detail ? "own" : "shared");
  });
  it("keep a draft of their own beside the one with the partner", async () => {
    const { practice, ines } = await person();
    const words = (form: "own" | "shared", sentence: string) =>
      draftForm.parse({
        ...{ do: "keep", hand: "hand-of-ines", step: "1", seen: "0", words: JSON.stringify({ sentence }) },
        place: `exercise/one-real-feeling/${form}`,
      });
    await as(ines, (scope) => keepDraft(scope, words("shared", "For both")));
    await as(ines, (scope) => keepDraft(scope, words("own", "For me")));
    const page = () => as(ines, (scope) => getExercisePage(scope, "one-real-feeling"));
    expect((await page()).draft?.words).toEqual({ sentence: "For me" });
    await openGate(pool, practice, ines);
    expect((await page()).draft?.words).toEqual({ sentence: "For both" });
  });
  it("follow a therapist's decision until a practice week begins after it, and read the same as a closed gate", async () => {
    const { practice, ines } = await person(true);
    const page = (now = later(1)) => withScope(pool, ines, now, (scope) => getExercisePage(scope, "ask-for-a-favour"));
    const words = () => withScope(pool, ines, later(1), async (scope) => (await getPortalToday(scope)).aboutPath);
    expect(await page()).toMatchObject({ open: true, form: "shared" });
    const change = { kind: "own-steps" as const, from: "2026-11-23", until: "2026-11-25" };
    await expect(decide(pool, practice.therapist, ines.clientId, change, { words: "By yourself." })).rejects.toThrow(
      "no words stand beside them",
    );
    const id = await decide(pool, practice.therapist, ines.clientId, change);
    const chosen = await page();
    expect(chosen).toMatchObject({ open: true, form: "own" });
    expect(await words()).toEqual([]);
    await expect(decide(pool, practice.therapist, ines.clientId, change)).rejects.toThrow("already");
    const other = await person();
    expect((await as(other.ines, (scope) => getExercisePage(scope, "ask-for-a-favour"))).exercise).toEqual(
      chosen.exercise,
    );
    await decide(pool, practice.therapist, ines.clientId, { kind: "undo", undoes: id }, { words: null, at: later(2) });
    expect(await words()).toEqual([]);
    const days = await Promise.all(
      [later(3), later(5 * 24), later(6 * 24 + 13), later(7 * 24)].map((now) => page(now)),
    );
    expect(days.map(({ form }) => form)).toEqual(["own", "own", "own", "shared"]);
  });
});
