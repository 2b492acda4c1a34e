import { type SQL, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { migrate } from "@/db/migrate";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { getGate } from "@/db/queries/safety/safety-gate";
import { assessmentAnswerValue } from "@/db/schema/assessments";
import { withScope } from "@/db/scope";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import {
  cards,
  clientIds,
  couples,
  everybody,
  layOutPractice,
  migrateToBefore,
  now,
  type Person,
  people,
  practiceId,
  sealedAnswer,
  therapistId,
  today,
  zone,
} from "@/db/testing/before-checks";
import { ownDatabase } from "@/db/testing/database";
import { getSharedClass } from "@/db/testing/shared-class";
import type { StaffActor } from "@/lib/actor";
import { pathTodayOf } from "@/lib/protocol/path-today";
import { type GateState, gateStates } from "@/lib/safety/gate";
import { withClient } from "@/runtime/roles";

let pool: Pool;
const therapist: StaffActor = {
  ...{ kind: "staff", role: "therapist", practiceId, accountId: therapistId, sessionId: therapistId, name: "T", zone },
};

beforeAll(async () => {
  holdKeyRing(readKeyRing(`k1:${Buffer.alloc(32, 7).toString("base64")}`));
  const own = await ownDatabase("before_checks", false);
  await withClient(own.ownerUrl, async (owner) => {
    await migrateToBefore(owner);
    await layOutPractice(owner);
  });
  await migrate({ ownerUrl: own.ownerUrl });
  pool = connect({ url: own.appUrl, max: 2, onIdleError: () => undefined });
});
afterAll(() => pool.end());

const rows = (query: SQL) => withScope(pool, therapist, now, async ({ tx }) => (await tx.execute(query)).rows);

const wide = (state: GateState) => gateStates.indexOf(state);

describe("a practice of before checks were asked of both", () => {
  it.each(everybody)("%s is never more open than before", async (who) => {
    const after = await withScope(pool, therapist, now, async (scope) => ({
      gate: (await getGate(scope, clientIds[who])).state,
      shared: await getSharedClass(scope, clientIds[who]),
    }));
    expect({ who, is: wide(after.gate) >= wide(people[who].gate), gate: after.gate }).toMatchObject({ is: true });
    if (!people[who].joint) expect(after.shared).toEqual({ open: false, jointTasks: false });
  });

  it("keeps stops as stops and those open who were so for no other reason", async () => {
    const gates: string[] = [];
    for (const who of ["open", "stopOpen", "stopDraft", "stopNotReleased"] as const)
      gates.push(await withScope(pool, therapist, now, async (scope) => (await getGate(scope, clientIds[who])).state));
    expect(gates).toEqual(["clear", "stop", "stop", "stop"]);
  });

  it("has both of an ended link wait for the clinician", async () => {
    for (const who of ["parted", "partedOther"] as const)
      expect(
        await withScope(pool, therapist, now, async (scope) => (await getGate(scope, clientIds[who])).awaits),
      ).toBe("clinician");
  });

  it("gives every couple one calendar, and lets a boundary that moved open nothing", async () => {
    const zones = await rows(sql`select distinct zone from couple`);
    expect(zones).toEqual([{ zone }]);
    const open = async (who: Person, days: number) => {
      const at = new Date(now.getTime() + days * 86_400_000 + 3_600_000);
      return (await withScope(pool, therapist, at, (scope) => getSharedClass(scope, clientIds[who]))).open;
    };
    for (const who of ["nearby", "faraway"] as const)
      expect([await open(who, 0), await open(who, 7)]).toEqual([false, true]);
    for (const who of ["linkedOne", "linkedOther"] as const) expect(await open(who, 0)).toBe(true);
    for (const who of ["nearby", "faraway"] as const)
      expect(await withScope(pool, therapist, now, (scope) => getGate(scope, clientIds[who]))).toMatchObject({
        state: "clear",
      });
  });

  it("closes for both what was chosen on the path of one, until a week begins after it", async () => {
    const open = async (who: Person, days: number) => {
      const at = new Date(now.getTime() + days * 86_400_000);
      return (await withScope(pool, therapist, at, (scope) => getSharedClass(scope, clientIds[who]))).open;
    };
    for (const who of ["ownSteps", "besideOwn"] as const)
      expect([await open(who, 0), await open(who, 4), await open(who, 7)]).toEqual([false, false, true]);
  });

  it("leaves weeks that a stop held as they were lived", async () => {
    const held = await rows(sql`select client_id, held_until - held_from as days from path_hold`);
    const days = new Map(held.map((one) => [one.client_id, one.days]));
    expect(days.get(clientIds.stopReleased)).toBe(14);
    expect(days.get(clientIds.stopNotReleased)).toBe(21);
    expect(days.get(clientIds.stopDraft)).toBe(10);
    expect(days.has(clientIds.open)).toBe(false);
    const week = (who: Person) =>
      withScope(pool, therapist, now, async (scope) => {
        const path = await enrolmentOf(scope, clientIds[who]);
        return path ? pathTodayOf(path, today) : null;
      });
    const words = async (who: Person) => (await week(who))?.words;
    expect(await words("open")).toMatch(/^Week 6 of 10/);
    expect(await words("stopReleased")).toMatch(/^Week 4 of 10/);
    expect(await words("stopNotReleased")).toMatch(/^Week 3 of 10/);
  });

  it("plans no check any longer, and keeps those that are open as cards in their version, with their answers", async () => {
    const open = await rows(
      sql`select m.assessment_id, m.client_id, q.kind, v.version from safety_check_member m
        join safety_check q on q.id = m.check_id join assessment a on a.id = m.assessment_id
        join instrument_version v on v.id = a.instrument_version_id`,
    );
    expect(new Map(open.map((one) => [one.assessment_id, one]))).toEqual(
      new Map([
        [cards.open, { assessment_id: cards.open, client_id: clientIds.asked, kind: "carried", version: 1 }],
        [cards.begun, { assessment_id: cards.begun, client_id: clientIds.unscreened, kind: "carried", version: 1 }],
      ]),
    );
    expect(await rows(sql`select 1 from assessment where id = ${cards.planned}`)).toEqual([]);
    const [answer] = await rows(sql`select value_sealed from assessment_answer where id = ${sealedAnswer.id}`);
    expect(
      assessmentAnswerValue.open(String(answer?.value_sealed), {
        practiceId,
        assessmentId: cards.begun,
        form: "now",
        itemId: "words",
      }),
    ).toBe(sealedAnswer.words);
  });

  it("keeps what was shared and taken back as it was decided", async () => {
    const shares = await rows(sql`select item, decision from share_decision order by item`);
    expect(shares).toEqual([
      { item: "emotional-now", decision: "shared" },
      { item: "sexual-wished", decision: "shared" },
      { item: "social-now", decision: "withdrawn" },
    ]);
    const ended = await rows(sql`select end_shown_on is not null as ended from couple where id = ${couples.ended}`);
    expect(ended).toEqual([{ ended: true }]);
  });
});
