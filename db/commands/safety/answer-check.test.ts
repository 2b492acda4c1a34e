import { describe, expect, it } from "vitest";
import { checkGround } from "@/db/testing/check-ground";
import { testPool } from "@/db/testing/database";
import { closeEvent } from "./take-step";

const pool = testPool();
const { check, at, as, home } = checkGround(pool);

describe("an answer that is given again on the same card, after its event was closed", () => {
  it("opens another event only where it is graver than what was said before", async () => {
    const { minted, person, assessmentId, events } = await home();
    const first = await check.open(person, assessmentId);
    await check.answer(person, first.sittingId, "fear", 2, at(1));
    const [event] = await events();
    await as(
      minted.therapist,
      (scope) => closeEvent(scope, { eventId: event?.id ?? "", note: "We talked alone. She is with her sister." }),
      at(2),
    );
    const { sittingId } = await check.open(person, assessmentId, at(3));
    for (const value of [1, 2, 0, 2]) await check.answer(person, sittingId, "fear", value, at(4));
    expect(await events()).toHaveLength(1);
    await check.answer(person, sittingId, "fear", 3, at(5));
    expect(await events()).toHaveLength(2);
  });

  it("opens another event where it is another question, however grave the first was", async () => {
    const { minted, person, assessmentId, events } = await home();
    const { sittingId } = await check.open(person, assessmentId);
    await check.answer(person, sittingId, "fear", 3, at(1));
    const [event] = await events();
    await as(
      minted.therapist,
      (scope) => closeEvent(scope, { eventId: event?.id ?? "", note: "We talked alone. She is with her sister." }),
      at(2),
    );
    await check.answer(person, sittingId, "weapon", 1, at(3));
    expect(await events()).toHaveLength(2);
  });
});
