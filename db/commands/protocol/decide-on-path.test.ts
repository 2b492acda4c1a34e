import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { getClientProtocol } from "@/db/queries/protocol/client-protocol";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { assessment, assessmentWithdrawal } from "@/db/schema/assessments";
import { auditEntry } from "@/db/schema/audit";
import { enrolmentDecision } from "@/db/schema/protocol";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import { decide } from "@/db/testing/protocol";
import { talkedAlone } from "@/db/testing/talked-alone";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { pathTodayOf } from "@/lib/protocol/path-today";
import { clearGate, raiseGate } from "../safety/decide-gate";
import { undoAtOnce } from "./decide-on-path";

const pool = testPool();
const hold = { kind: "hold" } as const;
/** Five weeks before the day of the tests: they stand in week 6. */
const startDate = "2026-10-19";

async function steered() {
  const minted = await mintPractice(pool);
  const client = await mintClient(pool, minted, { startDate });
  return { ...minted, client, clientId: client.clientId };
}

const standing = (actor: StaffActor, clientId: string, today = "2026-11-23") =>
  withScope(pool, actor, testNow, async (scope) => {
    const path = await enrolmentOf(scope, clientId);
    if (!path) throw new Error("not enrolled");
    return pathTodayOf(path, today);
  });

const measures = (actor: StaffActor, clientId: string) =>
  withScope(pool, actor, testNow, ({ tx }) =>
    tx
      .select({ occasion: assessment.occasion, dueOn: assessment.dueOn, withdrawn: assessmentWithdrawal.kind })
      .from(assessment)
      .leftJoin(assessmentWithdrawal, eq(assessmentWithdrawal.assessmentId, assessment.id))
      .where(eq(assessment.clientId, clientId))
      .orderBy(asc(assessment.occasion)),
  );

const read = (client: ClientActor, at = testNow) =>
  withScope(pool, client, at, async (scope) => (await getPortalToday(scope)).aboutPath.map(({ words }) => words));

describe("a decision about a path", () => {
  it("is a row with author, time, reason and words, sealed, and is in the record", async () => {
    const { therapist, client, clientId } = await steered();
    const id = await decide(pool, therapist, clientId, hold, { words: "We stay a little." });
    expect((await standing(therapist, clientId)).status).toBe("held");
    const rows = await withScope(pool, therapist, testNow, ({ tx }) =>
      tx.select().from(enrolmentDecision).where(eq(enrolmentDecision.id, id)),
    );
    expect(rows[0]).toMatchObject({ decidedBy: therapist.accountId, effectiveOn: "2026-11-23", change: hold });
    expect(rows[0]?.reasonSealed).not.toContain("Tired");
    const page = await withScope(pool, therapist, testNow, (scope) => getClientProtocol(scope, clientId));
    expect(page.decisions).toMatchObject([{ id, reason: "Tired week", words: "We stay a little.", isOwn: true }]);
    const entries = await withScope(pool, therapist, testNow, ({ tx }) =>
      tx.select().from(auditEntry).where(eq(auditEntry.subjectId, id)),
    );
    expect(entries.map(({ action }) => action)).toEqual(["protocol.hold"]);
    expect(await read(client)).toEqual(["We stay a little."]);
  });

  it("is made once when the same form comes twice, and refused when the rules say so", async () => {
    const { therapist, clientId } = await steered();
    const id = randomUUID();
    await decide(pool, therapist, clientId, hold, { id });
    await expect(decide(pool, therapist, clientId, hold, { id })).resolves.toBe(id);
    await expect(decide(pool, therapist, clientId, hold)).rejects.toThrow(Refused);
    await expect(decide(pool, therapist, clientId, { kind: "resume" })).rejects.toThrow("not paused");
  });

  it("of many holds at the same moment keeps one, and tells the others why", async () => {
    const { therapist, owner, clientId } = await steered();
    const warm = () => standing(therapist, clientId);
    await Promise.all([warm(), warm(), warm(), warm(), warm(), warm()]);
    const people = [therapist, owner, therapist, owner, therapist, owner];
    const all = await Promise.allSettled(people.map((person) => decide(pool, person, clientId, hold)));
    const refused = all.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toEqual(Array.from({ length: 5 }, () => new Refused("The path is held already.")));
    expect((await standing(therapist, clientId)).status).toBe("held");
  });

  it("is for the responsible therapist and the owner; for everybody else there is no such client", async () => {
    const { therapist, colleague, supervisor, owner, clientId } = await steered();
    const stranger = await mintPractice(pool);
    for (const other of [colleague, supervisor, stranger.owner, stranger.therapist])
      await expect(decide(pool, other, clientId, hold)).rejects.toThrow(NotFound);
    await expect(withScope(pool, colleague, testNow, (scope) => getClientProtocol(scope, clientId))).rejects.toThrow(
      NotFound,
    );
    const read = await withScope(pool, supervisor, testNow, (scope) => getClientProtocol(scope, clientId));
    expect(read.header.id).toBe(clientId);
    await decide(pool, owner, clientId, hold);
    await decide(pool, therapist, clientId, { kind: "release" });
  });
});

describe("two decisions in a row", () => {
  it("are both read, newest first, and the record says which the client reads", async () => {
    const { therapist, client, clientId } = await steered();
    const pause = await decide(
      pool,
      therapist,
      clientId,
      { kind: "pause", until: "2026-12-05" },
      { words: "A pause." },
    );
    await decide(pool, therapist, clientId, hold, { words: "We stay." });
    expect(await read(client)).toEqual(["We stay.", "A pause."]);
    await decide(pool, therapist, clientId, { kind: "release" }, { words: "We go on afterwards." });
    expect(await read(client)).toEqual(["We go on afterwards.", "A pause."]);
    await withScope(pool, therapist, testNow, (scope) =>
      undoAtOnce(scope, { id: randomUUID(), clientId, undoes: pause }),
    );
    expect(await read(client)).toEqual(["We go on afterwards."]);
  });

  it("are refused where the second changes nothing, with what can be done instead", async () => {
    const { therapist, clientId } = await steered();
    await decide(pool, therapist, clientId, { kind: "repeat" });
    await expect(decide(pool, therapist, clientId, { kind: "repeat" })).rejects.toThrow("lived once more already");
    const dose = { kind: "dose", exercise: "one-real-feeling", dose: { kind: "times", times: 1 } } as const;
    await expect(decide(pool, therapist, clientId, { ...dose, scope: "this-week" })).rejects.toThrow(Refused);
  });
});

describe("an undo", () => {
  it("is a row of its own, from which the path is as before; the words go too", async () => {
    const { therapist, client, clientId } = await steered();
    const before = (await standing(therapist, clientId)).path.endsOn;
    const id = await decide(pool, therapist, clientId, hold);
    await withScope(pool, therapist, testNow, (scope) => undoAtOnce(scope, { id: randomUUID(), clientId, undoes: id }));
    const now = await standing(therapist, clientId);
    expect(now.status).toBe("active");
    expect(now.path.endsOn).toBe(before);
    expect(await read(client)).toEqual([]);
    const page = await withScope(pool, therapist, testNow, (scope) => getClientProtocol(scope, clientId));
    expect(page.decisions).toHaveLength(2);
  });

  it("happens once, and from a toast only by the one who decided", async () => {
    const { therapist, owner, clientId } = await steered();
    const id = await decide(pool, therapist, clientId, hold);
    const undo = (actor: StaffActor) =>
      withScope(pool, actor, testNow, (scope) => undoAtOnce(scope, { id: randomUUID(), clientId, undoes: id }));
    await expect(undo(owner)).rejects.toThrow(Refused);
    const twice = await Promise.allSettled([undo(therapist), undo(therapist)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("names only a decision of this path", async () => {
    const { therapist, clientId, ...minted } = await steered();
    const other = await mintClient(pool, { therapist, ...minted }, { startDate });
    const id = await decide(pool, therapist, other.clientId, hold);
    await expect(decide(pool, therapist, clientId, { kind: "undo", undoes: id })).rejects.toThrow(Refused);
  });
});

describe("the protocol's assessments", () => {
  it("move with the path unless somebody has opened them", async () => {
    const { therapist, clientId } = await steered();
    await withScope(pool, therapist, testNow, ({ tx }) =>
      tx
        .update(assessment)
        .set({ startedAt: testNow })
        .where(and(eq(assessment.clientId, clientId), eq(assessment.occasion, "five-dimensions-brief:week-8"))),
    );
    await decide(pool, therapist, clientId, { kind: "repeat" });
    const due = new Map((await measures(therapist, clientId)).map(({ occasion, dueOn }) => [occasion, dueOn]));
    expect(due.get("five-dimensions:week-10")).toBe("2027-01-03");
    expect(due.get("five-dimensions-brief:week-8")).toBe("2026-12-13");
    expect(due.get("five-dimensions:week-5")).toBe("2026-11-22");
  });

  it("keep their days whatever a stop or its release says: safety moves no week", async () => {
    const { clientId, ...practice } = await steered();
    const { therapist, client } = practice;
    await openGate(pool, practice, client);
    const due = async () => (await measures(therapist, clientId)).map(({ occasion, dueOn }) => [occasion, dueOn]);
    const before = await due();
    const stop = { clientId, kind: "stop" as const, reason: "He stood in the door." };
    await withScope(pool, therapist, testNow, (scope) => raiseGate(scope, stop));
    expect(await due()).toEqual(before);
    const release = { clientId, reason: "We talked, and it is calm at home.", talk: talkedAlone };
    const aWeekLater = new Date(testNow.getTime() + 8 * 86_400_000);
    await withScope(pool, therapist, aWeekLater, (scope) => clearGate(scope, release));
    expect(await due()).toEqual(before);
  });

  it("are withdrawn while the path waits, and asked for anew when it goes on", async () => {
    const { therapist, clientId } = await steered();
    const live = async () =>
      (await measures(therapist, clientId)).filter(({ withdrawn }) => !withdrawn).map(({ occasion }) => occasion);
    const before = await live();
    await decide(pool, therapist, clientId, hold);
    expect(await live()).not.toContain("five-dimensions:week-10");
    expect(await live()).toContain("five-dimensions-brief:week-6");
    await decide(pool, therapist, clientId, { kind: "release" });
    expect((await live()).sort()).toEqual([...before].sort());
    const last = (await measures(therapist, clientId)).filter(({ occasion }) => occasion === "five-dimensions:week-10");
    expect(last.map(({ withdrawn }) => withdrawn).sort()).toEqual(["cancelled", null]);
  });

  it("that a person cancelled stay cancelled", async () => {
    const { practiceId, therapist, clientId } = await steered();
    await withScope(pool, therapist, testNow, async ({ tx }) => {
      const [row] = await tx
        .select({ id: assessment.id })
        .from(assessment)
        .where(and(eq(assessment.clientId, clientId), eq(assessment.occasion, "distance-moves:week-10")));
      await tx.insert(assessmentWithdrawal).values({
        practiceId,
        id: randomUUID(),
        assessmentId: row?.id ?? "",
        kind: "cancelled",
        withdrawnBy: therapist.accountId,
        withdrawnAt: new Date(testNow.getTime() - 86_400_000),
      });
    });
    await decide(pool, therapist, clientId, hold);
    await decide(pool, therapist, clientId, { kind: "release" });
    const rows = await measures(therapist, clientId);
    expect(rows.filter(({ occasion }) => occasion.startsWith("distance-moves:week-10"))).toHaveLength(1);
  });
});
