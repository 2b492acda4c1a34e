import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { handOver, onlyThis, withPass } from "@/db/commands/assessments/in-session";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { auditEntry } from "@/db/schema/audit";
import { consent } from "@/db/schema/clients";
import { session } from "@/db/schema/identity";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/actor";
import { assignForm } from "@/lib/assessments/assign-form";
import { distanceMoves } from "@/lib/instruments/distance-moves";

const pool = testPool();
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

async function asked(minted: MintedPractice, clientId: string, key: string): Promise<string> {
  const [version] = await withScope(pool, minted.owner, testNow, ({ tx }) =>
    tx
      .select({ id: instrumentVersion.id })
      .from(instrumentVersion)
      .where(and(eq(instrumentVersion.practiceId, minted.practiceId), eq(instrumentVersion.key, key))),
  );
  const form = { id: randomUUID(), "clients[]": [clientId], "instruments[]": [version?.id], when: "now" };
  await withScope(pool, minted.owner, testNow, (scope) => assignInstruments(scope, assignForm.parse(form)));
  const rows = await withScope(pool, minted.owner, testNow, ({ tx }) =>
    tx
      .select({ id: assessment.id, assignmentId: assessment.assignmentId, version: assessment.instrumentVersionId })
      .from(assessment)
      .where(eq(assessment.clientId, clientId)),
  );
  return rows.find((row) => row.assignmentId !== null && row.version === version?.id)?.id ?? "";
}

async function ground() {
  const minted = await mintPractice(pool);
  const person = await mintClient(pool, minted);
  const id = await asked(minted, person.clientId, "distance-moves");
  await withScope(pool, minted.owner, testNow, ({ tx }) =>
    tx.insert(session).values({
      practiceId: minted.practiceId,
      id: minted.therapist.sessionId,
      accountId: minted.therapist.accountId,
      tokenHash: Buffer.from(randomUUID()),
      stage: "full",
      device: "A test",
      createdAt: testNow,
      lastSeenAt: testNow,
      idleSeconds: 900,
      endsAt: later(600),
    }),
  );
  const hand = (actor: StaffActor = minted.therapist, assessmentId = id) =>
    withScope(pool, actor, testNow, (scope) => handOver(scope, assessmentId));
  return { minted, person, id, hand };
}

describe("in-session mode", () => {
  it("ends the therapist's session and opens one sitting, until it is ended", async () => {
    const { minted, person, id, hand } = await ground();
    const { token } = await hand();
    const [own] = await withScope(pool, minted.owner, testNow, ({ tx }) =>
      tx
        .select({ revokedAt: session.revokedAt, why: session.revokedFor })
        .from(session)
        .where(eq(session.id, minted.therapist.sessionId)),
    );
    expect(own).toEqual({ revokedAt: testNow, why: "handed-over" });
    const saved = await withPass(pool, token, later(5), async (scope, pass) => {
      expect(scope.actor).toMatchObject({ kind: "client", clientId: person.clientId });
      expect(() => onlyThis(pass, randomUUID())).toThrow("not found");
      onlyThis(pass, id);
      await saveAnswer(scope, { assessmentId: id, itemId: distanceMoves.items[0]?.id ?? "", form: "now", value: "1" });
      await pass.end();
      return true;
    });
    expect(saved).toBe(true);
    expect(await withPass(pool, token, later(6), async () => true)).toBeNull();
    const trail = await withScope(pool, minted.owner, testNow, ({ tx }) =>
      tx.select({ by: auditEntry.actorId }).from(auditEntry).where(eq(auditEntry.action, "assessments.handed-over")),
    );
    expect(trail).toContainEqual({ by: minted.therapist.accountId });
  });

  it("is one device at a time: handing over again ends the pass before", async () => {
    const { hand } = await ground();
    const first = await hand();
    const second = await hand();
    expect(await withPass(pool, first.token, later(1), async () => true)).toBeNull();
    expect(await withPass(pool, second.token, later(1), async () => true)).toBe(true);
  });

  it("ends by itself, and a token that nobody gave opens nothing", async () => {
    const { hand } = await ground();
    const { token } = await hand();
    expect(await withPass(pool, token, later(89), async () => true)).toBe(true);
    expect(await withPass(pool, token, later(90), async () => true)).toBeNull();
    expect(await withPass(pool, "made-up", testNow, async () => true)).toBeNull();
  });

  it("is for the client's own therapist, and never for safety questions or without consent", async () => {
    const { minted, person, hand } = await ground();
    const foreign = await mintPractice(pool);
    for (const actor of [minted.colleague, minted.supervisor, foreign.owner])
      await expect(hand(actor)).rejects.toMatchObject({ name: "NotFound" });
    const screen = await asked(minted, person.clientId, "safety-and-steadiness");
    await expect(hand(minted.therapist, screen)).rejects.toThrow(/answered alone/);
    const { token } = await hand();
    await withScope(pool, minted.system, testNow, ({ tx }) =>
      tx.insert(consent).values({
        practiceId: minted.practiceId,
        id: randomUUID(),
        clientId: person.clientId,
        document: "portal",
        version: 1,
        decision: "withdrawn",
        decidedAt: later(1),
      }),
    );
    expect(await withPass(pool, token, later(2), async () => true)).toBeNull();
    await expect(hand()).rejects.toThrow(/consent/);
  });
});
