import { randomUUID } from "node:crypto";
import { and, eq, isNotNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { submitAssessment } from "@/db/commands/assessments/submit-assessment";
import { getOwnAssessment } from "@/db/queries/assessments/own-assessment";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { ClientActor } from "@/lib/actor";
import { assignForm } from "@/lib/assessments/assign-form";
import { parseInstrument } from "@/lib/assessments/instrument";

const pool = testPool();

describe("coming late", () => {
  async function late(given: Record<string, unknown> = {}) {
    const minted = await mintPractice(pool);
    const person = await mintClient(pool, minted);
    const { version } = await withScope(pool, minted.system, testNow, async ({ tx }) => {
      const [row] = await tx
        .select({ id: instrumentVersion.id, definition: instrumentVersion.definition })
        .from(instrumentVersion)
        .where(and(eq(instrumentVersion.practiceId, minted.practiceId), eq(instrumentVersion.key, "distance-moves")));
      return { version: row };
    });
    const items = parseInstrument(version?.definition)
      .items.filter(({ kind }) => kind === "choice")
      .map(({ id }) => id);
    const form = assignForm.parse({
      id: randomUUID(),
      "clients[]": [person.clientId],
      "instruments[]": [version?.id],
      when: "now",
      days: "0",
      expires: "0",
      ...given,
    });
    await withScope(pool, minted.therapist, testNow, (scope) => assignInstruments(scope, form));
    const [sitting] = await withScope(pool, minted.system, testNow, ({ tx }) =>
      tx.select({ id: assessment.id }).from(assessment).where(isNotNull(assessment.assignmentId)),
    );
    const assessmentId = sitting?.id ?? "";
    const save = (now: string, item: number) =>
      withScope(pool, person, new Date(now), (scope) =>
        saveAnswer(scope, { assessmentId, itemId: items[item] ?? "", form: "now", value: "1" }),
      );
    const at = <T>(now: string, run: (scope: Scope<ClientActor>) => Promise<T>) =>
      withScope(pool, person, new Date(now), run);
    const isOpen = async (now: string) => ({
      page: !(await at(now, (scope) => getOwnAssessment(scope, assessmentId))).isClosed,
      today: (await at(now, getPortalToday)).assessments.some(({ id }) => id === assessmentId),
    });
    return { assessmentId, items, save, isOpen, at };
  }
  const open = { page: true, today: true };
  const closed = { page: false, today: false };

  it("closes at the end of the client's day, with a clear sentence, and not on a page that was open", async () => {
    const { save, isOpen } = await late();
    expect(await isOpen("2026-11-23T23:59:59Z")).toEqual(open);
    expect(await isOpen("2026-11-24T00:00:00Z")).toEqual(closed);
    await expect(save("2026-11-24T02:00:00Z", 0)).rejects.toThrow(/time for these answers is over/);
    await save("2026-11-24T01:59:00Z", 0);
    expect(await isOpen("2026-11-24T03:58:00Z")).toEqual(open);
  });

  it("never closes on somebody who is typing: the grace counts anew from each answer, until they send", async () => {
    const { assessmentId, items, save, isOpen, at } = await late();
    await save("2026-11-23T23:55:00Z", 0);
    for (const [i, time] of ["01:30", "03:20", "05:10", "06:59"].entries()) await save(`2026-11-24T${time}:00Z`, i + 1);
    for (const item of items.keys()) await save("2026-11-24T08:00:00Z", item);
    expect(await isOpen("2026-11-24T09:59:00Z")).toEqual(open);
    expect(await isOpen("2026-11-24T10:00:00Z")).toEqual(closed);
    await expect(save("2026-11-24T10:00:00Z", 0)).rejects.toThrow(/is over/);
    await at("2026-11-24T09:59:00Z", (scope) => submitAssessment(scope, assessmentId));
  });

  it("gives as long as the assignment says", async () => {
    const { save, isOpen } = await late({ grace: "24" });
    await save("2026-11-23T23:55:00Z", 0);
    expect(await isOpen("2026-11-24T23:59:00Z")).toEqual(open);
    expect(await isOpen("2026-11-25T00:00:00Z")).toEqual(closed);
  });
});
