import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { connectionCheck } from "@/db/schema/connection";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { ClientActor } from "@/lib/actor";
import { draftForm } from "@/lib/drafts/draft-form";
import { attemptForm } from "@/lib/exercises/attempt-form";
import { keepDraft } from "../drafts/keep-draft";
import { recordAttempt, skipExercise } from "./record-attempt";

const pool = testPool();
const as = <T>(actor: ClientActor, run: (scope: Scope<ClientActor>) => Promise<T>) =>
  withScope(pool, actor, testNow, run);

/** Somebody in week 9, whose exercise of the day is the temperature. */
async function inWeekNine() {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice, { startDate: "2026-09-28" });
  const checks = () =>
    as(ines, ({ tx }) =>
      tx
        .select({ id: connectionCheck.id, score: connectionCheck.score, on: connectionCheck.localDate })
        .from(connectionCheck)
        .where(eq(connectionCheck.clientId, ines.clientId)),
    );
  return { practice, ines, checks };
}

const temperature = (id: string, score: string, more: object = {}) =>
  attemptForm.parse({
    ...{ id, key: "temperature-check", page: "temperature-check", form: "own", outcome: "done", score },
    ...more,
  });

describe("the number of a temperature check", () => {
  it("is that day's connection check, once, and is corrected with it", async () => {
    const { practice, ines, checks } = await inWeekNine();
    const id = randomUUID();
    await as(ines, (scope) => recordAttempt(scope, temperature(id, "8")));
    await as(ines, (scope) => recordAttempt(scope, temperature(id, "8")));
    expect(await checks()).toEqual([{ id, score: 8, on: "2026-11-23" }]);
    const today = await as(ines, getPortalToday);
    expect(today.lastCheck).toMatchObject({ score: 8, isTemperature: true });
    await as(ines, (scope) => recordAttempt(scope, temperature(id, "3", { instead: "1" })));
    expect(await checks()).toEqual([{ id, score: 3, on: "2026-11-23" }]);
    const did = (await auditOf(pool, practice.system)).map(({ action }) => action);
    expect(did.filter((action) => action.startsWith("connection.")).sort()).toEqual([
      "connection.check-corrected",
      "connection.check-saved",
    ]);
  });

  it("is none where none was given, and none of an exercise left out", async () => {
    const { ines, checks } = await inWeekNine();
    await as(ines, (scope) => recordAttempt(scope, temperature(randomUUID(), "", { outcome: "tried" })));
    await as(ines, (scope) =>
      skipExercise(scope, {
        ...{ id: randomUUID(), key: "temperature-check", form: "own", reason: "too-big", note: null },
      }),
    );
    expect(await checks()).toEqual([]);
  });
});

describe("a guided page that was left in the middle", () => {
  it("is known to Today by its name, its form and its moment, until it is saved", async () => {
    const { ines } = await inWeekNine();
    const begun = () => as(ines, getPortalToday).then(({ begunExercises }) => begunExercises);
    expect(await begun()).toEqual([]);
    const place = "exercise/temperature-check/own";
    await as(ines, (scope) =>
      keepDraft(
        scope,
        draftForm.parse({
          ...{ do: "keep", place, hand: "hand-of-ines", step: "1", seen: "0" },
          words: JSON.stringify({ said: "far" }),
        }),
      ),
    );
    expect(await begun()).toEqual([{ exercise: "temperature-check", form: "own", at: testNow }]);
    const stranger = await inWeekNine();
    expect(await as(stranger.ines, getPortalToday).then(({ begunExercises }) => begunExercises)).toEqual([]);
  });
});
