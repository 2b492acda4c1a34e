import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getExercisePage } from "@/db/queries/exercises/exercise-page";
import { correction, draft } from "@/db/schema/draft";
import { exerciseAttempt, exerciseAttemptReflection } from "@/db/schema/exercises";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import type { ClientActor } from "@/lib/actor";
import { draftForm } from "@/lib/drafts/draft-form";
import { attemptForm } from "@/lib/exercises/attempt-form";
import { keepDraft } from "../drafts/keep-draft";
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

const hand = "hand-of-ines";
const writing = (words: Record<string, string>, more: { key?: string; step?: number } = {}) =>
  draftForm.parse({
    ...{ do: "keep", hand, step: "1", seen: "0", words: JSON.stringify(words) },
    place: `exercise/${more.key ?? "one-real-feeling"}/shared`,
    ...(more.step && { step: String(more.step) }),
  });

const rowsOf = (actor: ClientActor) =>
  as(actor, ({ tx }) => tx.select().from(exerciseAttempt).where(eq(exerciseAttempt.clientId, actor.clientId)));

describe("a draft", () => {
  it("keeps the newest words, sealed, and comes back to its page", async () => {
    const { ines } = await person();
    await as(ines, (scope) => keepDraft(scope, writing({ feeling: "lon" })));
    await as(ines, (scope) => keepDraft(scope, writing({ feeling: "lonely", $step: "1" }, { step: 2 })));
    const rows = await as(ines, ({ tx }) => tx.select().from(draft));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.contentSealed).not.toContain("lonely");
    const page = await as(ines, (scope) => getExercisePage(scope, "one-real-feeling"));
    expect(page.draft?.words).toEqual({ feeling: "lonely", $step: "1" });
  });

  it("ends with its record, also when it arrives late or at the same moment", async () => {
    const { ines } = await person();
    const id = randomUUID();
    await as(ines, (scope) => keepDraft(scope, writing({ feeling: "lonely" })));
    await Promise.all([
      as(ines, (scope) => recordAttempt(scope, feeling(id, { draft: `0.${hand}` }))),
      as(ines, (scope) => keepDraft(scope, writing({ feeling: "late" }, { step: 2 }))),
      as(ines, (scope) => keepDraft(scope, writing({ feeling: "later" }, { step: 3 }))),
    ]);
    const late = await as(ines, (scope) => keepDraft(scope, writing({ feeling: "latest" }, { step: 4 })));
    expect(late).toMatchObject({ isOver: true, given: { words: null, others: [] } });
    expect((await as(ines, (scope) => getExercisePage(scope, "one-real-feeling"))).draft?.words).toBeNull();
  });

  it("stays for another day when the exercise is left out", async () => {
    const { ines } = await person();
    await as(ines, (scope) => keepDraft(scope, writing({ sentence: "Words of three days" })));
    const skip = { id: randomUUID(), key: "one-real-feeling", form: "shared", reason: "too-big", note: null } as const;
    await as(ines, (scope) => skipExercise(scope, skip));
    const page = await as(ines, (scope) => getExercisePage(scope, "one-real-feeling"));
    expect(page.draft?.words).toEqual({ sentence: "Words of three days" });
  });

  it("is not another client's to read", async () => {
    const { practice, ines } = await person();
    await as(ines, (scope) => keepDraft(scope, writing({ feeling: "lonely" })));
    const other = await mintClient(pool, practice, { name: "Dario", ...weekTwo });
    await openGate(pool, practice, other);
    expect((await as(other, (scope) => getExercisePage(scope, "one-real-feeling"))).draft?.words).toBeNull();
  });
});

describe("an exercise that is saved again with other words", () => {
  const changed = { reflection: "She laughed after all." };
  const last = async (actor: ClientActor) =>
    as(actor, async (scope) => ({ rows: await rowsOf(actor), corrections: await scope.tx.select().from(correction) }));

  it("is not called saved: it is refused, and the words that stand stay", async () => {
    const { ines } = await person();
    const form = feeling();
    await as(ines, (scope) => recordAttempt(scope, form));
    const before = await rowsOf(ines);
    await expect(as(ines, (scope) => recordAttempt(scope, feeling(form.id, changed)))).rejects.toThrow(
      "Other words of yours were saved",
    );
    expect(await rowsOf(ines)).toEqual(before);
  });

  it("takes their place once the person says so, and what stood before is kept behind it", async () => {
    const { ines } = await person();
    const form = feeling();
    await as(ines, (scope) => recordAttempt(scope, form));
    const instead = feeling(form.id, { ...changed, instead: "1" });
    await as(ines, (scope) => recordAttempt(scope, instead));
    await as(ines, (scope) => recordAttempt(scope, instead));
    const { rows, corrections } = await last(ines);
    expect(rows).toHaveLength(1);
    expect(exerciseAttemptReflection.readOrNull(rows[0]?.reflectionSealed ?? null, { ...ines, id: form.id })).toBe(
      changed.reflection,
    );
    expect(corrections).toHaveLength(1);
    const before = corrections[0]?.before as { outcome: string; reflection_sealed: string };
    expect(before.outcome).toBe("done");
    expect(exerciseAttemptReflection.open(before.reflection_sealed, { ...ines, id: form.id })).toBe(
      "She did not laugh.",
    );
    const stale = feeling(form.id, { reflection: "A third", instead: "1" });
    await expect(as(ines, (scope) => recordAttempt(scope, stale))).rejects.toThrow("Other words");
  });

  it("stays as it is on another day", async () => {
    const { ines } = await person();
    const form = feeling();
    await as(ines, (scope) => recordAttempt(scope, form));
    const later = new Date(testNow.getTime() + 86_400_000);
    const instead = feeling(form.id, { ...changed, instead: "1" });
    await expect(as(ines, (scope) => recordAttempt(scope, instead), later)).rejects.toThrow("can no longer be changed");
  });

  it("asks where another page has saved meanwhile, and keeps both when told", async () => {
    const { ines } = await person();
    await as(ines, (scope) => recordAttempt(scope, feeling(randomUUID(), { draft: "0" })));
    const second = feeling(randomUUID(), { ...changed, draft: "0" });
    await expect(as(ines, (scope) => recordAttempt(scope, second))).rejects.toThrow("in another window meanwhile");
    await as(ines, (scope) => recordAttempt(scope, { ...second, again: "yes" }));
    expect(await rowsOf(ines)).toHaveLength(2);
  });
});
