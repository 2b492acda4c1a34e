import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getOwnSharing, getSharePreview } from "@/db/queries/couples/own-sharing";
import { getExercisePage } from "@/db/queries/exercises/exercise-page";
import { getClientProtocol } from "@/db/queries/protocol/client-protocol";
import { getOwnPath } from "@/db/queries/protocol/own-path";
import { auditEntry } from "@/db/schema/audit";
import { client, couple } from "@/db/schema/clients";
import { enrolmentDecision, enrolmentDecisionReason } from "@/db/schema/protocol";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type LinkedCouple, linkedCouple } from "@/db/testing/linked-couple";
import { testNow } from "@/db/testing/mint";
import { decide } from "@/db/testing/protocol";
import { getSharedClass } from "@/db/testing/shared-class";
import type { Actor, ClientActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { undoAtOnce } from "./decide-on-path";

const pool = testPool();
const as = <A extends Actor, T>(actor: A, now: Date, run: (scope: Scope<A>) => Promise<T>) =>
  withScope(pool, actor, now, run);
/** Monday 23 November, 10:00; both paths began on a Sunday, so that weeks begin on the 29th and on 6 December. */
const later = (hours: number, seconds = 0) => new Date(testNow.getTime() + hours * 3_600_000 + seconds * 1_000);
const holidays = { kind: "own-steps", from: "2026-11-23", until: "2026-12-02" } as const;

/** Everything joint steps hold, as one of the two finds it. */
const heldFor = (person: ClientActor, now: Date) =>
  as(person, now, async (scope) => ({
    shared: await getSharedClass(scope, person.clientId),
    favour: (await getExercisePage(scope, "learn-together")).form,
    sharing: (await getOwnSharing(scope)).isOpen,
    preview: (await getSharePreview(scope, ["emotional"])) !== null,
    charts: (await getOwnPath(scope)).dimensions !== null,
  }));
const open = {
  ...{ shared: { open: true, jointTasks: true }, favour: "shared" },
  ...{ sharing: true, preview: true, charts: true },
};
const closed = {
  ...{ shared: { open: false, jointTasks: false }, favour: "own" },
  ...{ sharing: false, preview: false, charts: false },
};

async function expectBoth({ ines, dario }: LinkedCouple, now: Date, held: typeof open) {
  expect(await heldFor(ines, now), now.toISOString()).toEqual(held);
  expect(await heldFor(dario, now), now.toISOString()).toEqual(held);
}

const rowsOf = ({ practice }: LinkedCouple) =>
  as(practice.system, later(0), ({ tx }) => tx.select().from(enrolmentDecision).orderBy(enrolmentDecision.decidedAt));

describe("own steps of two who are linked", () => {
  it("are decided for both at once: a row on each path by one author, and both in the record", async () => {
    const two = await linkedCouple(pool);
    const { therapist } = two.practice;
    const id = await decide(pool, therapist, two.ines.clientId, holidays, { reason: "They go away." });
    await decide(pool, therapist, two.ines.clientId, holidays, { id, reason: "They go away." });
    const rows = await rowsOf(two);
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toMatchObject({
        change: holidays,
        decidedBy: therapist.accountId,
        coupleId: two.coupleId,
        togetherId: id,
      });
      const place = { practiceId: therapist.practiceId, id: row.id };
      expect(enrolmentDecisionReason.readOrNull(row.reasonSealed, place)).toBe("They go away.");
      expect(row.wordsSealed).toBeNull();
    }
    expect(rows[0]?.decidedAt).toEqual(rows[1]?.decidedAt);
    expect(new Set(rows.map(({ enrolmentId }) => enrolmentId)).size).toBe(2);
    const noted = await as(therapist, later(0), ({ tx }) =>
      tx
        .select({ clientId: auditEntry.clientId })
        .from(auditEntry)
        .where(and(eq(auditEntry.practiceId, therapist.practiceId), eq(auditEntry.action, "protocol.own-steps"))),
    );
    expect(noted.map(({ clientId }) => clientId).sort()).toEqual([two.ines.clientId, two.dario.clientId].sort());
  });

  it("close everything that joint steps hold for both, and open it again where a practice week begins", async () => {
    const two = await linkedCouple(pool);
    await expectBoth(two, later(0), open);
    await decide(pool, two.practice.therapist, two.dario.clientId, holidays);
    await expectBoth(two, later(0, 59), open);
    await expectBoth(two, later(0, 60), closed);
    // Over on Wednesday 2 December: in the middle of a week nothing opens.
    for (const now of [later(24 * 6), later(24 * 9), later(24 * 12 + 13)]) await expectBoth(two, now, closed);
    await expectBoth(two, later(24 * 12 + 14), open);
  });

  it("taken back in the first minute never were; taken back later, from either path, they end with the week for both", async () => {
    const two = await linkedCouple(pool);
    const { therapist } = two.practice;
    const first = await decide(pool, therapist, two.ines.clientId, holidays);
    const undo = { id: randomUUID(), clientId: two.ines.clientId, undoes: first };
    await as(therapist, later(0, 25), (scope) => undoAtOnce(scope, undo));
    for (const now of [later(0, 26), later(1), later(48)]) await expectBoth(two, now, open);
    await decide(pool, therapist, two.ines.clientId, { ...holidays, until: null }, { at: later(3) });
    await expectBoth(two, later(4), closed);
    const theirs = (await rowsOf(two)).findLast(({ id, togetherId }) => id !== togetherId);
    const back = { kind: "undo", undoes: theirs?.id ?? "" } as const;
    await decide(pool, therapist, two.dario.clientId, back, { words: null, at: later(5) });
    for (const now of [later(6), later(24 * 5 + 13)]) await expectBoth(two, now, closed);
    await expectBoth(two, later(24 * 5 + 14), open);
    expect((await rowsOf(two)).filter(({ change }) => (change as { kind: string }).kind === "undo")).toHaveLength(4);
  });

  it("are the lead’s to decide and to take back, and nobody else’s", async () => {
    const two = await linkedCouple(pool);
    const { therapist, colleague, owner, system } = two.practice;
    await as(system, later(0), ({ tx }) =>
      tx.update(client).set({ therapistId: colleague.accountId }).where(eq(client.id, two.dario.clientId)),
    );
    await as(system, later(0), ({ tx }) =>
      tx.update(couple).set({ leadId: owner.accountId }).where(eq(couple.id, two.coupleId)),
    );
    for (const [who, person] of [
      [therapist, two.ines],
      [colleague, two.dario],
    ] as const)
      await expect(decide(pool, who, person.clientId, holidays)).rejects.toThrow(Refused);
    await expect(decide(pool, colleague, two.ines.clientId, holidays)).rejects.toThrow(NotFound);
    const id = await decide(pool, owner, two.ines.clientId, holidays);
    await expectBoth(two, later(1), closed);
    await expect(
      decide(pool, therapist, two.ines.clientId, { kind: "undo", undoes: id }, { words: null }),
    ).rejects.toThrow(Refused);
    // What each decides about one path alone stays their own.
    await decide(pool, therapist, two.ines.clientId, { kind: "hold" });
  });

  it("stand in the history for who reaches both; who reads one of the two finds nothing of them", async () => {
    const two = await linkedCouple(pool);
    const { therapist, colleague, owner, system } = two.practice;
    await as(system, later(0), ({ tx }) =>
      tx.update(client).set({ therapistId: colleague.accountId }).where(eq(client.id, two.dario.clientId)),
    );
    await as(system, later(0), ({ tx }) =>
      tx.update(couple).set({ leadId: owner.accountId }).where(eq(couple.id, two.coupleId)),
    );
    const read = (who: typeof owner, clientId: string) =>
      as(who, later(2), async (scope) => {
        const { decisions, header } = await getClientProtocol(scope, clientId);
        return { decisions: decisions.length, path: header.enrolment?.decisions.length };
      });
    const before = await read(colleague, two.dario.clientId);
    const id = await decide(pool, owner, two.ines.clientId, holidays);
    expect(await read(owner, two.dario.clientId)).toEqual({ decisions: 1, path: 1 });
    expect(await read(owner, two.ines.clientId)).toEqual({ decisions: 1, path: 1 });
    expect(await read(colleague, two.dario.clientId)).toEqual(before);
    expect(await read(therapist, two.ines.clientId)).toEqual({ decisions: 0, path: 0 });
    await decide(pool, owner, two.ines.clientId, { kind: "undo", undoes: id }, { words: null });
    expect(await read(colleague, two.dario.clientId)).toEqual(before);
  });

  it("reach a partner whose weeks are over, without a row of their own", async () => {
    const two = await linkedCouple(pool);
    const { therapist, system } = two.practice;
    await decide(pool, therapist, two.dario.clientId, { kind: "end", followUps: false });
    await decide(pool, therapist, two.ines.clientId, holidays);
    expect((await rowsOf(two)).filter(({ togetherId }) => togetherId !== null)).toHaveLength(1);
    for (const { clientId } of [two.ines, two.dario])
      expect(await as(system, later(1), (scope) => getSharedClass(scope, clientId))).toEqual(closed.shared);
  });
});
