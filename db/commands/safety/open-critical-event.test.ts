import { describe, expect, it } from "vitest";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { submitAssessment } from "@/db/commands/assessments/submit-assessment";
import { safetyEvent } from "@/db/schema/safety";
import { testPool } from "@/db/testing/database";
import { phqSitting } from "@/db/testing/phq-sitting";
import { safetyGround } from "@/db/testing/safety-ground";
import { closeEvent } from "./take-step";

const pool = testPool();
const { as, later } = safetyGround(pool);

/** Somebody who gave a critical answer, and whose event about it is over. */
async function talkedAbout() {
  const { minted, person, id } = await phqSitting(pool);
  const save = (itemId: string, value: string, minute: number) =>
    as(person, (scope) => saveAnswer(scope, { assessmentId: id, itemId, form: "now", value }), later(minute));
  const events = async () =>
    (await as(minted.system, ({ tx }) => tx.select().from(safetyEvent).orderBy(safetyEvent.openedAt))).map(
      (event) => event.id,
    );
  await save("9", "1", 1);
  await as(minted.therapist, (scope) => closeEvent(scope, { eventId: id, note: "We talked alone." }), later(2));
  return { person, id, save, events };
}

describe("a critical answer whose event is over", () => {
  it("opens another event when it is given anew, and none by what else is answered or by sending", async () => {
    const { person, id, save, events } = await talkedAbout();
    expect(await events()).toEqual([id]);
    for (const itemId of ["1", "2", "3", "4", "5", "6", "7", "8"]) await save(itemId, "1", 3);
    await as(person, (scope) => submitAssessment(scope, id), later(4));
    expect(await events()).toEqual([id]);
    const again = await talkedAbout();
    await again.save("9", "3", 5);
    expect(await again.events()).toEqual([again.id, expect.any(String)]);
  });
});
