import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Pool } from "pg";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { auditEntry } from "@/db/schema/audit";
import { withScope } from "@/db/scope";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/actor";
import { assignForm } from "@/lib/assessments/assign-form";

/** The version of an instrument that a practice starts with. */
export const versionOf = (pool: Pool, minted: MintedPractice, key: string) =>
  withScope(pool, minted.system, testNow, async ({ tx }) => {
    const [row] = await tx
      .select({ id: instrumentVersion.id })
      .from(instrumentVersion)
      .where(and(eq(instrumentVersion.practiceId, minted.practiceId), eq(instrumentVersion.key, key)));
    if (!row) throw new Error(`no ${key}`);
    return row.id;
  });

/** What rules ask of a client, by due day; what the protocol asks for is left out. */
export const sittingsOf = (pool: Pool, minted: MintedPractice, clientId: string) =>
  withScope(pool, minted.system, testNow, ({ tx }) =>
    tx
      .select({
        id: assessment.id,
        assignmentId: assessment.assignmentId,
        opensOn: assessment.opensOn,
        dueOn: assessment.dueOn,
        occasion: assessment.occasion,
      })
      .from(assessment)
      .where(and(eq(assessment.practiceId, minted.practiceId), eq(assessment.clientId, clientId)))
      .orderBy(assessment.dueOn),
  ).then((rows) => rows.filter((row) => row.assignmentId !== null));

/** A client of today, and a way to give them Distance moves. */
export async function assigningGround(pool: Pool) {
  const minted = await mintPractice(pool);
  const person = await mintClient(pool, minted);
  const version = await versionOf(pool, minted, "distance-moves");
  const form = (given: Record<string, unknown> = {}) =>
    assignForm.parse({
      id: randomUUID(),
      "clients[]": [person.clientId],
      "instruments[]": [version],
      when: "now",
      days: "2",
      ...given,
    });
  const assign = (actor: StaffActor, given?: Record<string, unknown>) =>
    withScope(pool, actor, testNow, (scope) => assignInstruments(scope, form(given)));
  return { minted, person, version, form, assign };
}

/** How often something was recorded. */
export const audits = (pool: Pool, minted: MintedPractice, action: string) =>
  withScope(pool, minted.system, testNow, ({ tx }) =>
    tx
      .select({ id: auditEntry.id })
      .from(auditEntry)
      .where(and(eq(auditEntry.practiceId, minted.practiceId), eq(auditEntry.action, action))),
  ).then((rows) => rows.length);
