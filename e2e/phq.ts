import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Pool } from "pg";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { enterWording, publishInstrument, wordingForm } from "@/db/commands/assessments/edit-instrument";
import { withScope } from "@/db/scope";
import type { MintedPractice } from "@/db/testing/mint";
import type { ClientActor } from "@/lib/actor";
import { assignForm } from "@/lib/assessments/assign-form";
import { expect } from "./fixtures";

const lines = (count: number) => Array.from({ length: count }, (_, i) => `Trial line ${i + 1}`).join("\n");

/** A PHQ-9 with trial wording, given to a client and not begun. Answers its address in the portal. */
export async function givePhq(pool: Pool, practice: MintedPractice, client: ClientActor): Promise<string> {
  const now = new Date();
  const key = "phq-9";
  await withScope(pool, practice.owner, now, async (scope) => {
    await enterWording(scope, wordingForm.parse({ key, statements: lines(9), "labels[]": [lines(4)] }));
    await publishInstrument(scope, key);
  });
  const { rows } = await pool.query<{ id: string }>(
    "select id from instrument_version where practice_id = $1 and key = $2",
    [practice.practiceId, key],
  );
  const form = { id: randomUUID(), "clients[]": [client.clientId], "instruments[]": [rows[0]?.id], when: "now" };
  await withScope(pool, practice.therapist, now, (scope) => assignInstruments(scope, assignForm.parse(form)));
  const sittings = await pool.query<{ id: string }>(
    "select id from assessment where practice_id = $1 and client_id = $2 and instrument_version_id = $3",
    [practice.practiceId, client.clientId, rows[0]?.id],
  );
  return `/portal/assessments/${sittings.rows[0]?.id}`;
}

/** Answers up to the ninth question, and leaves that one open. */
export async function answerToNinth(page: Page): Promise<ReturnType<Page["getByRole"]>> {
  const last = page.getByRole("group", { name: /Trial line 9/ });
  for (let step = 0; step < 9 && !(await last.isVisible()); step += 1) {
    await page.getByRole("radio").first().check({ force: true });
    await page.getByRole("button", { name: "Next" }).click();
  }
  await expect(last).toBeVisible();
  return last;
}
