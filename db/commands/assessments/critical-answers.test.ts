import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { enterWording, publishInstrument, wordingForm } from "@/db/commands/assessments/edit-instrument";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { submitAssessment } from "@/db/commands/assessments/submit-assessment";
import { setCrisisContacts } from "@/db/commands/safety/change-settings";
import { getOwnAssessment } from "@/db/queries/assessments/own-assessment";
import { getOwnCorrespondence } from "@/db/queries/messages/correspondence";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { auditEntry } from "@/db/schema/audit";
import { safetyEvent } from "@/db/schema/safety";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { ClientActor } from "@/lib/actor";
import { assignForm } from "@/lib/assessments/assign-form";
import { practiceContactsSchema } from "@/lib/safety/region-contacts";

const pool = testPool();
const lines = (count: number) => Array.from({ length: count }, (_, i) => `Trial line ${i + 1}`).join("\n");

/** A sitting of an instrument, whether it ships with wording or is given trial wording first. */
async function sitting(key: string): Promise<{ minted: MintedPractice; person: ClientActor; id: string }> {
  const minted = await mintPractice(pool);
  const { owner, therapist, practiceId } = minted;
  const person = await mintClient(pool, minted);
  if (key === "phq-9") {
    const words = wordingForm.parse({ key, statements: lines(9), "labels[]": [lines(4)] });
    await withScope(pool, owner, testNow, async (scope) => {
      await enterWording(scope, words);
      await publishInstrument(scope, key);
    });
  }
  const [version] = await withScope(pool, minted.system, testNow, ({ tx }) =>
    tx
      .select({ id: instrumentVersion.id })
      .from(instrumentVersion)
      .where(and(eq(instrumentVersion.practiceId, practiceId), eq(instrumentVersion.key, key))),
  );
  const form = { id: randomUUID(), "clients[]": [person.clientId], "instruments[]": [version?.id], when: "now" };
  await withScope(pool, therapist, testNow, (scope) => assignInstruments(scope, assignForm.parse(form)));
  const rows = await withScope(pool, minted.system, testNow, ({ tx }) =>
    tx
      .select({ id: assessment.id, assignmentId: assessment.assignmentId })
      .from(assessment)
      .where(eq(assessment.clientId, person.clientId)),
  );
  const id = rows.find((row) => row.assignmentId !== null)?.id;
  if (!id) throw new Error("no sitting");
  return { minted, person, id };
}

const save = (person: ClientActor, assessmentId: string, itemId: string, value: string) =>
  withScope(pool, person, testNow, (scope) => saveAnswer(scope, { assessmentId, itemId, form: "now", value }));

const eventsOf = (minted: MintedPractice) =>
  withScope(pool, minted.system, testNow, ({ tx }) =>
    tx
      .select({ id: safetyEvent.id, source: safetyEvent.source })
      .from(safetyEvent)
      .where(eq(safetyEvent.practiceId, minted.practiceId)),
  );

describe("a critical answer", () => {
  it("acts on a draft at once, opens one event however often it is saved, and stays when it is taken back", async () => {
    const { minted, person, id } = await sitting("phq-9");
    expect(await save(person, id, "1", "3")).toEqual({ crisis: false });
    expect(await eventsOf(minted)).toEqual([]);
    const answers = await Promise.all([1, 2, 3].map(() => save(person, id, "9", "1")));
    expect(answers).toEqual([{ crisis: true }, { crisis: true }, { crisis: true }]);
    expect(await eventsOf(minted)).toEqual([{ id, source: "critical-answer" }]);
    expect(await save(person, id, "9", "0")).toEqual({ crisis: false });
    expect(await eventsOf(minted)).toHaveLength(1);
    const trail = await withScope(pool, minted.system, testNow, ({ tx }) =>
      tx
        .select({ id: auditEntry.id })
        .from(auditEntry)
        .where(and(eq(auditEntry.practiceId, minted.practiceId), eq(auditEntry.action, "safety.event-opened"))),
    );
    expect(trail).toHaveLength(1);
  });

  it("is not undone and not doubled by sending the answers", async () => {
    const { minted, person, id } = await sitting("phq-9");
    for (let item = 1; item <= 9; item += 1) await save(person, id, String(item), "1");
    await withScope(pool, person, testNow, (scope) => submitAssessment(scope, id));
    expect(await eventsOf(minted)).toHaveLength(1);
  });

  it("to a safety question is given at its own door alone", async () => {
    const { minted, person, id } = await sitting("safety-and-steadiness");
    await expect(save(person, id, "hurt", "1")).rejects.toMatchObject({ name: "NotFound" });
    await expect(withScope(pool, person, testNow, (scope) => getOwnAssessment(scope, id))).rejects.toMatchObject({
      name: "NotFound",
    });
    await expect(withScope(pool, person, testNow, (scope) => submitAssessment(scope, id))).rejects.toMatchObject({
      name: "NotFound",
    });
    expect(await eventsOf(minted)).toEqual([]);
  });

  it("show the numbers of the person's own region, as the practice has checked them", async () => {
    const { minted, person, id } = await sitting("phq-9");
    const contacts = { emergency: "112", lines: [{ name: "A line that answers", number: "01 23", about: "crisis" }] };
    await withScope(pool, minted.owner, testNow, (scope) =>
      setCrisisContacts(scope, { country: "NO", contacts: practiceContactsSchema.parse(contacts) }),
    );
    const shown = async (zone: string) => {
      const actor = { ...person, zone };
      const own = await withScope(pool, actor, testNow, (scope) => getOwnAssessment(scope, id));
      const letters = await withScope(pool, actor, testNow, getOwnCorrespondence);
      expect(letters.help).toEqual(own.help);
      return own.help.here;
    };
    expect(await shown("Europe/Oslo")).toMatchObject({ country: "NO", lines: [{ name: "A line that answers" }] });
    expect(await shown("Europe/London")).toMatchObject({ country: "GB", emergency: [{ for: "all", number: "999" }] });
  });

  it("of somebody else's sitting cannot be given at all", async () => {
    const { minted, id } = await sitting("phq-9");
    const other = await mintClient(pool, minted, { name: "Somebody else" });
    await expect(save(other, id, "9", "3")).rejects.toMatchObject({ name: "NotFound" });
    expect(await eventsOf(minted)).toEqual([]);
  });
});
