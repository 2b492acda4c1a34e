import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Pool } from "pg";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { enterWording, publishInstrument, wordingForm } from "@/db/commands/assessments/edit-instrument";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { withScope } from "@/db/scope";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { ClientActor } from "@/lib/actor";
import { assignForm } from "@/lib/assessments/assign-form";

const lines = (count: number) => Array.from({ length: count }, (_, i) => `Trial line ${i + 1}`).join("\n");

/** A PHQ-9 with trial wording, given to a client and not begun: its ninth question is critical from 1 on. */
export async function phqSitting(pool: Pool): Promise<{ minted: MintedPractice; person: ClientActor; id: string }> {
  const minted = await mintPractice(pool);
  const person = await mintClient(pool, minted);
  const key = "phq-9";
  const words = wordingForm.parse({ key, statements: lines(9), "labels[]": [lines(4)] });
  await withScope(pool, minted.owner, testNow, async (scope) => {
    await enterWording(scope, words);
    await publishInstrument(scope, key);
  });
  const [version] = await withScope(pool, minted.system, testNow, ({ tx }) =>
    tx
      .select({ id: instrumentVersion.id })
      .from(instrumentVersion)
      .where(and(eq(instrumentVersion.practiceId, minted.practiceId), eq(instrumentVersion.key, key))),
  );
  const form = { id: randomUUID(), "clients[]": [person.clientId], "instruments[]": [version?.id], when: "now" };
  await withScope(pool, minted.therapist, testNow, (scope) => assignInstruments(scope, assignForm.parse(form)));
  const rows = await withScope(pool, minted.system, testNow, ({ tx }) =>
    tx
      .select({ id: assessment.id, assignmentId: assessment.assignmentId })
      .from(assessment)
      .where(eq(assessment.clientId, person.clientId)),
  );
  const id = rows.find((row) => row.assignmentId !== null)?.id;
  if (!id) throw new Error("The PHQ-9 was given.");
  return { minted, person, id };
}
