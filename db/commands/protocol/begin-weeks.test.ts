import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { assessment } from "@/db/schema/assessments";
import { enrolment } from "@/db/schema/protocol";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { type MintedPractice, mintClient, mintPractice, testNow, testToday } from "@/db/testing/mint";
import { kindsOf } from "@/db/testing/signals";
import type { ClientActor } from "@/lib/actor";
import { pathTodayOf } from "@/lib/protocol/path-today";
import { addDays } from "@/lib/time/local-date";
import { waitToBegin } from "@/runtime/worker/wait-to-begin";
import { beginIfArrived, beginWithoutBaseline } from "./begin-weeks";

const pool = testPool();
const day = (days: number) => new Date(testNow.getTime() + days * 86_400_000);
const on = (days: number) => addDays(testToday, days);

type Home = { practice: MintedPractice; ines: ClientActor };

/** Week 1 may begin today; she accepted and agreed, and nothing else. */
async function home({ accepted = true } = {}): Promise<Home> {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice, { begun: false });
  if (accepted)
    await withScope(pool, practice.system, testNow, ({ tx }) =>
      tx.execute(`update account set password_hash = 'x' where id = '${ines.accountId}'`),
    );
  return { practice, ines };
}

const standsOn = ({ practice, ines }: Home, days: number) =>
  withScope(pool, practice.system, day(days), async (scope) => {
    const path = await enrolmentOf(scope, ines.clientId);
    if (!path) throw new Error("she is enrolled");
    return { ...pathTodayOf(path, on(days)), waits: path.waits };
  });
const isDecided = ({ practice, ines }: Home, days: number) =>
  withScope(pool, practice.therapist, day(days), (scope) =>
    raiseGate(scope, { clientId: ines.clientId, kind: "concern", reason: "What she told me." }),
  );
/** As sending them does, last of all. */
const answers = async ({ practice, ines }: Home, days: number) => {
  await sitDimensions(pool, practice, ines, { emotional: [40, 60] }, day(days));
  await withScope(pool, practice.system, day(days), (scope) => beginIfArrived(scope, ines.clientId));
};
const goOn = ({ practice }: Home, days: number) => waitToBegin(pool, practice.system, day(days));
const sittings = ({ practice, ines }: Home) =>
  withScope(pool, practice.system, testNow, ({ tx }) =>
    tx.select().from(assessment).where(eq(assessment.clientId, ines.clientId)),
  );
const sitting = async (at: Home, occasion: string) =>
  (await sittings(at)).find((one) => one.occasion === occasion) ?? {
    dueOn: null,
    opensOn: null,
    expiresOn: null,
    id: "",
  };
const kinds = ({ practice, ines }: Home, days: number) =>
  withScope(pool, practice.therapist, day(days), async (scope) =>
    kindsOf((await getCaseloadFacts(scope)).find(({ clientId }) => clientId === ines.clientId)),
  );

describe("weeks begin when the client has arrived", () => {
  it("and not before: no day passes, nothing is late, and nothing of later weeks opens", async () => {
    const at = await home({ accepted: false });
    for (const days of [0, 1, 5, 20]) {
      await goOn(at, days);
      expect(await standsOn(at, days)).toMatchObject({
        status: "starting",
        waits: true,
        progress: { state: "not-started" },
      });
      expect(await kinds(at, days)).not.toContain("overdue");
      expect(await kinds(at, days)).not.toContain("quiet");
    }
    expect(await sitting(at, "five-dimensions:week-0")).toMatchObject({ dueOn: on(20) });
    const later = (await sittings(at)).filter(({ weekNumber }) => weekNumber !== null && weekNumber > 0);
    expect(later.length).toBeGreaterThan(2);
    expect(later.every(({ opensOn }) => (opensOn ?? "") > on(20))).toBe(true);
  });

  it("on the day on which the last step was taken, whichever that is", async () => {
    const decidedLast = await home();
    await answers(decidedLast, 3);
    expect(await standsOn(decidedLast, 6)).toMatchObject({ status: "starting" });
    await isDecided(decidedLast, 9);
    expect(await standsOn(decidedLast, 9)).toMatchObject({ status: "active", path: { startsOn: on(9), dayOfWeek: 1 } });
    const answeredLast = await home();
    await isDecided(answeredLast, 2);
    for (const days of [3, 4]) await goOn(answeredLast, days);
    await answers(answeredLast, 4);
    expect(await standsOn(answeredLast, 10)).toMatchObject({ progress: { week: 1 }, path: { startsOn: on(4) } });
    expect(await sitting(answeredLast, "five-dimensions:week-5")).toMatchObject({ dueOn: on(4 + 5 * 7 - 1) });
  });

  it("on the chosen day for who had arrived by then", async () => {
    const practice = await mintPractice(pool);
    const ines = await mintClient(pool, practice, { begun: false, startDate: on(7) });
    const at = { practice, ines };
    await withScope(pool, practice.system, testNow, ({ tx }) =>
      tx.execute(`update account set password_hash = 'x' where id = '${ines.accountId}'`),
    );
    await isDecided(at, 1);
    await answers(at, 2);
    expect(await standsOn(at, 2)).toMatchObject({ status: "starting", waits: false, path: { startsOn: on(7) } });
    expect(await standsOn(at, 7)).toMatchObject({ status: "active", path: { dayOfWeek: 1 } });
  });

  it("leaves the day from which two count their joint weeks where it was", async () => {
    const [at, other] = [await home(), await home()];
    const partner = await mintClient(pool, at.practice, { name: "Dario" });
    await withScope(pool, at.practice.system, testNow, ({ tx }) =>
      tx.execute(`insert into couple (practice_id, id, first_client_id, second_client_id, zone, drawn_check_on, linked_at, linked_by, lead_id)
        values ('${at.practice.practiceId}', gen_random_uuid(), '${at.ines.clientId}', '${partner.clientId}', 'Europe/London',
          '2027-02-01', '${testNow.toISOString()}', '${at.practice.therapist.accountId}', '${at.practice.therapist.accountId}')`),
    );
    for (const one of [at, other]) {
      await isDecided(one, 1);
      await answers(one, 3);
    }
    const starts = async ({ practice, ines }: Home) =>
      withScope(pool, practice.system, day(3), async ({ tx }) => {
        const rows = await tx.select().from(enrolment).where(eq(enrolment.clientId, ines.clientId));
        return rows.map(({ startDate, begunOn }) => ({ startDate, begunOn }));
      });
    expect(await starts(at)).toEqual([{ startDate: on(0), begunOn: on(3) }]);
    expect(await starts(other)).toEqual([{ startDate: on(3), begunOn: on(3) }]);
  });
});

describe("the first assessment that stays unanswered", () => {
  it("holds the weeks, is a signal after seven days, and stays open, begun or not", async () => {
    const at = await home();
    await isDecided(at, 1);
    await goOn(at, 1);
    const { id } = await sitting(at, "five-dimensions:week-0");
    await withScope(pool, at.practice.system, day(2), ({ tx }) =>
      tx
        .update(assessment)
        .set({ startedAt: day(2) })
        .where(eq(assessment.id, id)),
    );
    expect(await kinds(at, 7)).not.toContain("baseline-waits");
    expect(await kinds(at, 8)).toContain("baseline-waits");
    await goOn(at, 30);
    expect(await sitting(at, "five-dimensions:week-0")).toMatchObject({ id, dueOn: on(30), expiresOn: on(36) });
    expect(await goOn(at, 30)).toBe(0);
  });

  it("can be gone on without, with a reason, by the therapist", async () => {
    const at = await home();
    const { practice, ines } = at;
    await isDecided(at, 1);
    const form = { clientId: ines.clientId, reason: "She would rather begin." };
    const begin = (who: typeof practice.owner) =>
      withScope(pool, who, day(9), (scope) => beginWithoutBaseline(scope, form));
    await expect(begin(practice.colleague)).rejects.toMatchObject({ name: "NotFound" });
    await begin(practice.therapist);
    expect(await standsOn(at, 9)).toMatchObject({ status: "active", path: { startsOn: on(9) } });
    expect(await kinds(at, 9)).not.toContain("baseline-waits");
    await expect(begin(practice.therapist)).rejects.toMatchObject({ name: "Refused" });
    const { rows } = await withScope(pool, practice.system, day(9), ({ tx }) =>
      tx.execute<{ reason_sealed: string }>("select reason_sealed from baseline_waiver"),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.reason_sealed).not.toContain("rather");
  });

  it("is gone on without only once everything else is there", async () => {
    const at = await home();
    await withScope(pool, at.practice.therapist, day(2), (scope) =>
      beginWithoutBaseline(scope, { clientId: at.ines.clientId, reason: "She would rather begin." }),
    );
    expect(await standsOn(at, 2)).toMatchObject({ status: "starting", waits: true });
    await isDecided(at, 4);
    expect(await standsOn(at, 4)).toMatchObject({ status: "active", path: { startsOn: on(4) } });
  });
});
