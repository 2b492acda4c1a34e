import { beforeAll, describe, expect, it } from "vitest";
import { sittingsOf } from "@/db/queries/safety/check-sittings";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { testNow } from "@/db/testing/mint";
import type { ClientActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { walkForm } from "@/lib/safety/check-form";
import { askSafetyCheck } from "./ask-check";
import { walkCheck } from "./walk-check";

const pool = testPool();
let ines: ClientActor;
let dario: ClientActor;
let assessmentId: string;

const step = (person: ClientActor, fields: Record<string, string>) =>
  withScope(pool, person, testNow, (scope) => walkCheck(scope, walkForm.parse({ assessmentId, ...fields })));

beforeAll(async () => {
  const two = await linkedCouple(pool);
  ines = two.ines;
  dario = two.dario;
  const asked = await withScope(pool, two.practice.therapist, testNow, (scope) => askSafetyCheck(scope, ines));
  assessmentId = asked.assessmentId;
});

describe("a check without script", () => {
  it("gives nothing to somebody who is not alone", async () => {
    expect(await step(ines, { go: "no" })).toEqual({ stage: "not-alone", itemId: "", opened: null });
  });

  it("goes from the door over the words to each question, and keeps every tap", async () => {
    const { stage, opened } = await step(ines, { go: "yes" });
    const sittingId = opened?.sittingId ?? "";
    const questions = opened?.questions ?? [];
    const [first, second] = questions;
    expect(stage).toBe("words");
    expect(questions.map(({ id }) => id)).not.toContain("private");
    expect(opened?.before.length).toBeGreaterThan(3);
    expect(opened?.help).toHaveProperty("here");

    expect(await step(ines, { go: "on", sittingId })).toMatchObject({ stage: "question", itemId: first?.id });
    const after = await step(ines, { go: "answer:1", sittingId, itemId: first?.id ?? "" });
    expect(after).toMatchObject({ stage: "question", itemId: second?.id });
    expect(await step(ines, { go: "back", sittingId, itemId: second?.id ?? "" })).toMatchObject({ itemId: first?.id });
    let place = await step(ines, { go: "out", sittingId, itemId: first?.id ?? "" });
    while (place.stage === "question") {
      const { itemId } = place;
      const isWritten = questions.find(({ id }) => id === itemId)?.kind === "text";
      place = await step(
        ines,
        isWritten ? { go: "next", words: "Mine", sittingId, itemId } : { go: "out", sittingId, itemId },
      );
    }
    expect(place.stage).toBe("end");
    expect((await step(ines, { go: "send", sittingId })).stage).toBe("sent");

    const kept = await withScope(pool, ines, testNow, (scope) => sittingsOf(scope, assessmentId));
    const sitting = kept.find(({ id }) => id === sittingId);
    expect(sitting?.sentAt).toEqual(testNow);
    expect(sitting?.given.slice(0, 2).map(({ itemId, value }) => [itemId, value])).toEqual([
      [first?.id, 1],
      [first?.id, null],
    ]);
    expect(sitting?.given.at(-1)).toMatchObject({ value: "Mine", isWords: true });
  });

  it("stays at a question whose answer cannot be kept, says why, and keeps nothing", async () => {
    const { opened } = await step(ines, { go: "yes" });
    const sittingId = opened?.sittingId ?? "";
    const itemId = opened?.questions[0]?.id ?? "";
    const stayed = await step(ines, { go: "answer:99", sittingId, itemId });
    expect(stayed).toMatchObject({ stage: "question", itemId });
    expect(stayed.problem).toMatch(/\w/);
    const kept = await withScope(pool, ines, testNow, (scope) => sittingsOf(scope, assessmentId));
    expect(kept.find(({ id }) => id === sittingId)?.given).toEqual([]);
  });

  it("opens nobody else’s sitting, and none without the door", async () => {
    const { opened } = await step(ines, { go: "yes" });
    const sittingId = opened?.sittingId ?? "";
    await expect(step(dario, { go: "on", sittingId })).rejects.toThrow(NotFound);
    await expect(step(dario, { go: "yes" })).rejects.toThrow(NotFound);
    await expect(step(ines, { go: "on" })).rejects.toThrow(NotFound);
  });
});
