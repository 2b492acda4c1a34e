import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getExercisePage, getLastAttempt } from "@/db/queries/exercises/exercise-page";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { auditEntry } from "@/db/schema/audit";
import { client } from "@/db/schema/clients";
import { distanceMove, exerciseAttempt } from "@/db/schema/exercises";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate, openSafetyEvent } from "@/db/testing/open-gate";
import type { ClientActor } from "@/lib/actor";
import { draftForm } from "@/lib/drafts/draft-form";
import { NotFound, Refused } from "@/lib/errors";
import { attemptForm } from "@/lib/exercises/attempt-form";
import { placeNumber } from "@/lib/place-number";
import { NOT_PLANNED } from "@/lib/protocol/exercise-access";
import { keepDraft } from "../drafts/keep-draft";
import { askForSwap } from "./ask-for-swap";
import { logDistanceMove } from "./log-distance-move";
import { chooseExercises } from "./put-away";
import { recordAttempt, skipExercise } from "./record-attempt";

const pool = testPool();
const as = <T>(actor: ClientActor, run: (scope: Scope<ClientActor>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);

/** Week 2 of the path: a feeling a day, and a favour. */
const weekTwo = { startDate: "2026-11-16" };

async function person(start = weekTwo, clear = true) {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice, start);
  if (clear) await openGate(pool, practice, ines);
  return { practice, ines };
}

const feeling = (id: string = randomUUID(), more: object = {}) =>
  attemptForm.parse({
    id,
    key: "one-real-feeling",
    page: "one-real-feeling",
    family: "sad",
    feeling: "left out",
    sentence: "Today I felt left out.",
    told: "told",
    anxietyBefore: "7",
    anxietyAfter: "4",
    went: "3",
    reflection: "She did not laugh.",
    ...more,
  });

const begun = (key: string) =>
  draftForm.parse({
    ...{ do: "keep", place: `exercise/${key}/shared`, hand: "hand-of-ines", step: "1", seen: "0" },
    words: JSON.stringify({ feeling: "sad" }),
  });

const rowsOf = (actor: ClientActor) =>
  as(actor, ({ tx }) => tx.select().from(exerciseAttempt).where(eq(exerciseAttempt.clientId, actor.clientId)));

describe("recording an exercise", () => {
  it("keeps it once, sealed, with the day, activity and an audit row", async () => {
    const { ines } = await person();
    const form = feeling();
    await Promise.all([1, 2, 3].map(() => as(ines, (scope) => recordAttempt(scope, form))));
    const rows = await rowsOf(ines);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ outcome: "done", localDate: "2026-11-23", anxietyBefore: 7, howItWent: 3 });
    expect(JSON.stringify(rows)).not.toMatch(/laugh|left out/);
    const last = await as(ines, (scope) => getLastAttempt(scope, "one-real-feeling"));
    expect(last?.detail).toMatchObject({ feeling: "left out", told: "told" });
    const { audits, activity } = await as(ines, async ({ tx }) => ({
      audits: await tx
        .select()
        .from(auditEntry)
        .where(and(eq(auditEntry.practiceId, ines.practiceId), eq(auditEntry.subjectId, form.id))),
      activity: await tx.select({ kind: client.lastActivity }).from(client).where(eq(client.id, ines.clientId)),
    }));
    expect(audits.map(({ action }) => action)).toEqual(["exercises.recorded"]);
    expect(activity[0]?.kind).toBe("exercise");
    const today = await as(ines, getPortalToday);
    expect(today.attempts).toEqual([
      { exercise: "one-real-feeling", form: "shared", date: "2026-11-23", outcome: "done" },
    ]);
  });

  it("refuses a detail of another page, an exercise that is not there, and an id that is taken", async () => {
    const { practice, ines } = await person();
    const wrong = { ...feeling(), key: "ask-for-a-favour" };
    await expect(as(ines, (scope) => recordAttempt(scope, wrong))).rejects.toThrow(NotFound);
    await expect(as(ines, (scope) => recordAttempt(scope, { ...feeling(), key: "flying" }))).rejects.toThrow(NotFound);
    const form = feeling();
    await as(ines, (scope) => recordAttempt(scope, form));
    const other = await mintClient(pool, practice, { name: "Dario", ...weekTwo });
    await openGate(pool, practice, other);
    await expect(as(other, (scope) => recordAttempt(scope, form))).rejects.toThrow(NotFound);
    expect(await rowsOf(ines)).toHaveLength(1);
  });

  it("in another practice sees and changes nothing", async () => {
    const { ines } = await person();
    const form = feeling();
    await as(ines, (scope) => recordAttempt(scope, form));
    const stranger = await person();
    await as(stranger.ines, (scope) => recordAttempt(scope, form));
    expect(await as(stranger.ines, ({ tx }) => tx.select().from(exerciseAttempt))).toHaveLength(1);
    expect(await rowsOf(ines)).toHaveLength(1);
    const forged = { ...stranger.ines, clientId: ines.clientId };
    expect(await as(forged, (scope) => getLastAttempt(scope, "one-real-feeling"))).toBeNull();
  });

  it("is for clients alone", async () => {
    const { practice } = await person();
    const posing = practice.therapist as unknown as ClientActor;
    await expect(as(posing, (scope) => recordAttempt(scope, feeling()))).rejects.toThrow(
      "Clients use their own portal.",
    );
  });
});

describe("what is closed", () => {
  const refused = (actor: ClientActor, key = "one-real-feeling") =>
    Promise.all(
      [
        (scope: Scope<ClientActor>): Promise<unknown> => recordAttempt(scope, { ...feeling(), key }),
        (scope: Scope<ClientActor>) =>
          skipExercise(scope, { id: randomUUID(), key, form: "shared", reason: "too-big", note: null }),
        (scope: Scope<ClientActor>) => keepDraft(scope, begun(key)),
        (scope: Scope<ClientActor>) => askForSwap(scope, { id: randomUUID(), key, note: null }),
      ].map((run) =>
        as<unknown>(actor, run).then(
          () => "done",
          (error: Error) => `${error.name}: ${error.message}`,
        ),
      ),
    );
  const same = Array(4).fill(`${new Refused("").name}: ${NOT_PLANNED}`);

  it("reads the same in another week, where it is not planned and once they are put away", async () => {
    const { practice, ines } = await person();
    expect(await refused(ines, "ten-minute-cuddle")).toEqual(same);
    const everything = () => as(ines, (scope) => getExercisePage(scope, "one-real-feeling"));
    const before = await everything();
    await openSafetyEvent(pool, practice, ines);
    expect(await everything()).toEqual(before);
    await as(ines, (scope) => chooseExercises(scope, { choice: "away" }));
    expect(await everything()).toMatchObject({ open: false });
    expect(await refused(ines)).toEqual(same);
    expect(await refused(ines, "learn-together")).toEqual(same);
    await as(ines, (scope) => chooseExercises(scope, { choice: "away" }));
    await as(ines, (scope) => chooseExercises(scope, { choice: "back" }));
    expect(await everything()).toEqual(before);
    expect(await rowsOf(ines)).toHaveLength(0);
  });
  it("is not the first week's before it begins: its own steps are open from the first day", async () => {
    const { ines } = await person({ startDate: "2026-11-30" });
    const page = await as(ines, (scope) => getExercisePage(scope, "one-real-feeling"));
    expect([page.open, page.form, page.exercise.title]).toEqual([true, "own", "Name one real feeling"]);
    expect(await refused(ines, "ten-minute-cuddle")).toEqual(same);
    expect(await refused(ines)).toEqual(Array(4).fill("done"));
  });
  it("gives the page nothing but that it is closed", async () => {
    const { ines } = await person();
    const page = await as(ines, (scope) => getExercisePage(scope, "ten-minute-cuddle"));
    expect(page).toMatchObject({ open: false, draft: null });
    for (const place of ["flying", "12", placeNumber("flying")])
      await expect(as(ines, (scope) => getExercisePage(scope, place))).rejects.toThrow(NotFound);
    const byNumber = await as(ines, (scope) => getExercisePage(scope, placeNumber("ten-minute-cuddle")));
    expect(byNumber).toEqual(page);
  });
});

describe("leaving out, asking for another, noticing a move", () => {
  it("keeps a skip with its reason and no grade", async () => {
    const { ines } = await person();
    const form = {
      id: randomUUID(),
      key: "one-real-feeling",
      form: "shared" as const,
      reason: "too-big" as const,
      note: "Not this week",
    };
    await as(ines, (scope) => skipExercise(scope, form));
    await as(ines, (scope) => skipExercise(scope, form));
    const rows = await rowsOf(ines);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ outcome: "skipped", skipReason: "too-big", howItWent: null });
    expect(rows[0]?.detailsSealed).not.toContain("week");
  });

  it("keeps a move once, sealed, for its own client", async () => {
    const { practice, ines } = await person();
    const form = { id: randomUUID(), move: "withholding-affection" as const, happening: "After dinner", instead: null };
    await as(ines, (scope) => logDistanceMove(scope, form));
    await as(ines, (scope) => logDistanceMove(scope, form));
    const rows = await as(ines, ({ tx }) => tx.select().from(distanceMove));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ strategy: "withholding_affection", clientId: ines.clientId, insteadSealed: null });
    expect(rows[0]?.situationSealed).not.toContain("dinner");
    const other = await mintClient(pool, practice, { name: "Dario" });
    await expect(as(other, (scope) => logDistanceMove(scope, form))).rejects.toThrow(NotFound);
  });
});
