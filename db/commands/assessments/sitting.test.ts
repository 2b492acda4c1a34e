import { beforeAll, describe, expect, it } from "vitest";
import { getOwnAssessment } from "@/db/queries/assessments/own-assessment";
import { getClientOverview } from "@/db/queries/clients/client-overview";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { ClientActor } from "@/lib/actor";
import { placesIn } from "@/lib/assessments/asked-forms";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { saveAnswer } from "./save-answer";
import { submitAssessment } from "./submit-assessment";

const pool = testPool();
let practice: MintedPractice;
beforeAll(async () => {
  practice = await mintPractice(pool);
});

const within = <T>(actor: ClientActor, run: Parameters<typeof withScope<ClientActor, T>>[3], now = testNow) =>
  withScope(pool, actor, now, run);

async function sittingOf(actor: ClientActor, title = "Five Dimensions"): Promise<string> {
  const { assessments } = await within(actor, getPortalToday);
  const found = assessments.find((one) => one.title === title);
  if (!found) throw new Error(`${title} is not open.`);
  return found.id;
}

async function answerAll(actor: ClientActor, assessmentId: string, value = "3"): Promise<void> {
  for (const { item, form } of placesIn(fiveDimensions))
    await within(actor, (scope) => saveAnswer(scope, { assessmentId, itemId: item.id, form, value }));
}

describe("a sitting", () => {
  it("calls nobody fast whose answers waited for a network and came all at once", async () => {
    const [here, away] = [await mintClient(pool, practice), await mintClient(pool, practice)];
    const flagsOf = async (person: ClientActor, secondsApart: number) => {
      const assessmentId = await sittingOf(person);
      const questions = placesIn(fiveDimensions).map(({ item, form }) => ({ itemId: item.id, form }));
      for (const [i, question] of questions.entries()) {
        const waited = (questions.length - i) * secondsApart * 1000;
        await within(person, (scope) => saveAnswer(scope, { assessmentId, ...question, value: `${i % 5}`, waited }));
      }
      await within(person, (scope) => submitAssessment(scope, assessmentId));
      return within(person, async ({ tx }) => {
        const { rows } = await tx.$client.query("select kind from assessment_flag where assessment_id = $1", [
          assessmentId,
        ]);
        return rows.map(({ kind }) => kind);
      });
    };
    expect(await flagsOf(here, 0)).toContain("fast");
    expect(await flagsOf(away, 6)).not.toContain("fast");
  });

  it("keeps each answer, shows it on any device, and scores once it is submitted", async () => {
    const ines = await mintClient(pool, practice);
    const id = await sittingOf(ines);
    await within(ines, (scope) =>
      saveAnswer(scope, { assessmentId: id, itemId: "emotional-1", form: "now", value: "1" }),
    );
    await within(ines, (scope) =>
      saveAnswer(scope, { assessmentId: id, itemId: "emotional-1", form: "now", value: "2" }),
    );
    const begun = await within(ines, (scope) => getOwnAssessment(scope, id));
    expect(begun.answers.map(({ itemId, value }) => ({ itemId, value }))).toEqual([
      { itemId: "emotional-1", value: 2 },
    ]);
    await expect(within(ines, (scope) => submitAssessment(scope, id))).rejects.toMatchObject({ name: "Refused" });
    await answerAll(ines, id);
    expect(await within(ines, (scope) => submitAssessment(scope, id))).toEqual({ isFirst: true });
    const { rows: activity } = await within(ines, ({ tx }) =>
      tx.$client.query("select last_activity, last_activity_at from client where id = $1", [ines.clientId]),
    );
    expect(activity, "the caseload calls nobody quiet who answered").toEqual([
      { last_activity: "assessment", last_activity_at: testNow },
    ]);
    const [emotional] = await within(ines, async ({ tx }) => {
      const { rows } = await tx.$client.query(
        "select score::int, status, answered, items from assessment_score where assessment_id = $1 and form = 'now' and scale_key = 'emotional'",
        [id],
      );
      return rows;
    });
    expect(emotional).toEqual({ score: 48, status: "scored", answered: 6, items: 6 });
    const overview = await withScope(pool, practice.therapist, testNow, (scope) =>
      getClientOverview(scope, ines.clientId),
    );
    expect(overview.sittings).toHaveLength(1);
  });

  it("has one effect when it is sent twenty times at once, and the same answer every time", async () => {
    const kofi = await mintClient(pool, practice, { name: "Kofi" });
    const id = await sittingOf(kofi);
    await answerAll(kofi, id);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => within(kofi, (scope) => submitAssessment(scope, id))),
    );
    expect(answers.filter(({ isFirst }) => isFirst)).toHaveLength(1);
    const counts = await within(kofi, async ({ tx }) => {
      const { rows } = await tx.$client.query(
        `select (select count(*)::int from assessment_score where assessment_id = $1) as scores,
                (select count(*)::int from audit_entry where subject_id = $1 and action = 'assessments.submitted') as audits`,
        [id],
      );
      return rows[0];
    });
    expect(counts).toEqual({ scores: 11, audits: 1 });
  });

  it("stays as it was submitted, whoever tries", async () => {
    const lena = await mintClient(pool, practice, { name: "Lena" });
    const id = await sittingOf(lena);
    await answerAll(lena, id);
    await within(lena, (scope) => submitAssessment(scope, id));
    const late = { assessmentId: id, itemId: "social-7", form: "now" as const, value: "0" };
    await expect(within(lena, (scope) => saveAnswer(scope, late))).rejects.toMatchObject({ name: "Refused" });
    await expect(
      within(lena, ({ tx }) =>
        tx.$client.query("update assessment_answer set value = 0 where assessment_id = $1", [id]),
      ),
    ).rejects.toMatchObject({ constraint: "answers_frozen" });
    await expect(
      within(lena, ({ tx }) => tx.$client.query("update assessment set submitted_at = null where id = $1", [id])),
    ).rejects.toMatchObject({ constraint: "submission_stands" });
  });

  it("is nobody else's: another client, a partner in another practice, an unopened one", async () => {
    const mine = await mintClient(pool, practice, { name: "Mia" });
    const id = await sittingOf(mine);
    const other = await mintClient(pool, practice, { name: "Noa" });
    const foreign = await mintClient(pool, await mintPractice(pool), { name: "Zoe" });
    for (const actor of [other, foreign]) {
      await expect(within(actor, (scope) => getOwnAssessment(scope, id))).rejects.toMatchObject({ name: "NotFound" });
      await expect(within(actor, (scope) => submitAssessment(scope, id))).rejects.toMatchObject({ name: "NotFound" });
    }
    const later = await within(
      mine,
      async ({ tx }) =>
        (
          await tx.$client.query<{ id: string }>(
            "select id from assessment where occasion = 'five-dimensions:week-10' and client_id = $1",
            [mine.clientId],
          )
        ).rows[0]?.id,
    );
    await expect(within(mine, (scope) => getOwnAssessment(scope, later ?? ""))).rejects.toMatchObject({
      name: "NotFound",
    });
  });

  it("refuses an unknown statement and an answer that was not offered, in words", async () => {
    const ana = await mintClient(pool, practice, { name: "Ana" });
    const id = await sittingOf(ana);
    for (const wrong of [
      { itemId: "nothing", value: "1" },
      { itemId: "social-7", value: "7" },
      { itemId: "social-7", value: "often" },
    ]) {
      await expect(
        within(ana, (scope) => saveAnswer(scope, { assessmentId: id, form: "now", ...wrong })),
      ).rejects.toMatchObject({
        name: "Refused",
        message: expect.stringMatching(/\.$/),
      });
    }
  });
});
