import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getClientHeader, getClientOverview } from "@/db/queries/clients/client-overview";
import { getCourses } from "@/db/queries/clients/client-steps";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { getClientSignals } from "@/db/queries/signals/client-signals";
import { account } from "@/db/schema/identity";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { partnerPerson, yesAlone } from "@/db/testing/partner-inviting";
import type { Actor, ClientActor, StaffActor } from "@/lib/actor";
import type { PartnerForm } from "@/lib/clients/partner-form";
import { consentText } from "@/lib/identity/consent-text";
import { beginCourse } from "../clients/begin-course";
import { mergeRecords } from "../clients/merge-records";
import { saveConnectionCheck } from "../connection/save-check";
import { considerSignal } from "../signals/consider-signal";
import { invitePartner } from "./invite-partner";
import { keepPartnerTalk } from "./keep-partner-talk";

const pool = testPool();
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>) => withScope(pool, actor, testNow, run);

async function invited(
  more: Partial<PartnerForm>,
  by?: (practice: { owner: StaffActor; colleague: StaffActor }) => StaffActor,
) {
  const practice = await mintPractice(pool);
  const { clientId } = await mintClient(pool, practice);
  await as(practice.therapist, (scope) => keepPartnerTalk(scope, { ...yesAlone, id: randomUUID(), clientId }));
  const actor = by?.(practice) ?? practice.therapist;
  const chosen = more.therapistId === "colleague" ? { ...more, therapistId: practice.colleague.accountId } : more;
  const { person } = await as(actor, (scope) => invitePartner(scope, { ...partnerPerson(), clientId, ...chosen }));
  await as(practice.system, ({ tx }) =>
    tx.update(account).set({ passwordHash: "set" }).where(eq(account.id, person.accountId)),
  );
  const teo: ClientActor = {
    ...{ kind: "client", role: "client", practiceId: practice.practiceId, ...person, sessionId: randomUUID() },
    ...{ name: "Teo Lind", zone: "Europe/London", consentVersion: consentText.version },
  };
  return { practice, teo };
}

describe("a partner who accompanies", () => {
  it("has a portal and no weeks: nothing is due, and the caseload lists them as here", async () => {
    const { practice, teo } = await invited({ weeks: "none" });
    const { therapist } = practice;
    const header = await as(therapist, (scope) => getClientHeader(scope, teo.clientId));
    expect(header).toMatchObject({ enrolment: null, isGone: false, therapistId: therapist.accountId });
    expect(await as(therapist, (scope) => getCourses(scope, teo.clientId))).toEqual([]);
    await as(teo, (scope) => saveConnectionCheck(scope, { id: randomUUID(), score: 6, note: null }));
    const today = await as(teo, getPortalToday);
    expect(today.ground).toMatchObject({ enrolment: null, standing: null });
    const facts = (await as(therapist, getCaseloadFacts)).find(({ clientId }) => clientId === teo.clientId);
    expect(facts).toMatchObject({ name: "Teo Lind", startDate: null });
    const { rows } = await as(practice.system, ({ tx }) =>
      tx.$client.query("select stage from caseload_row where client_id = $1 limit 1", [teo.clientId]),
    );
    expect(rows).toEqual([{ stage: "during" }]);
  });

  it("is told of and decided about as anybody is: a fall in connection is counted from the day of their record", async () => {
    const { practice, teo } = await invited({ weeks: "none" });
    const { therapist } = practice;
    const day = (n: number) => new Date(testNow.getTime() + n * 86_400_000);
    for (let n = 0; n < 35; n++)
      await withScope(pool, teo, day(n), (scope) =>
        saveConnectionCheck(scope, { id: randomUUID(), score: n < 14 ? (n % 2 === 0 ? 7 : 8) : 2, note: null }),
      );
    const asTherapist = <T>(run: (scope: Scope<StaffActor>) => Promise<T>) => withScope(pool, therapist, day(35), run);
    const found = await asTherapist((scope) => getClientSignals(scope, teo.clientId));
    expect(found.signals.map(({ kind }) => kind)).toContain("connection-review");
    const form = {
      id: randomUUID(),
      clientId: teo.clientId,
      kind: "connection-review" as const,
      lens: "life" as const,
    };
    await asTherapist((scope) => considerSignal(scope, { ...form, note: "A loss in the family." }));
    const after = await asTherapist((scope) => getClientSignals(scope, teo.clientId));
    expect(after.considered).toMatchObject([{ lens: "life", connection: 2, note: "A loss in the family." }]);
    const overview = await asTherapist((scope) => getClientOverview(scope, teo.clientId));
    expect(overview.header.countsFrom).toBe(overview.checks[0]?.date);
  });

  it("can begin weeks later, as anybody does", async () => {
    const { practice, teo } = await invited({ weeks: "none" });
    const course = { id: randomUUID(), clientId: teo.clientId, startDate: "2026-11-30", reason: "He wants his own." };
    await as(practice.therapist, (scope) => beginCourse(scope, course));
    await as(practice.therapist, (scope) => beginCourse(scope, course));
    expect(await as(practice.therapist, (scope) => getCourses(scope, teo.clientId))).toMatchObject([
      { startDate: "2026-11-30" },
    ]);
  });

  it("has another therapist where the owner chose one, and nobody else may choose", async () => {
    await expect(invited({ weeks: "own", therapistId: "colleague" })).rejects.toMatchObject({ name: "Forbidden" });
    const { practice, teo } = await invited({ weeks: "own", therapistId: "colleague" }, ({ owner }) => owner);
    const header = await as(practice.colleague, (scope) => getClientHeader(scope, teo.clientId));
    expect(header).toMatchObject({ therapistId: practice.colleague.accountId, enrolment: expect.anything() });
  });

  it("is no second record of anybody while the invitation waits", async () => {
    const { practice, teo } = await invited({ weeks: "none" });
    const { therapist } = practice;
    const other = await mintClient(pool, practice, { name: "Teo Lind" });
    const form = { id: randomUUID(), clientId: teo.clientId, intoId: other.clientId, reason: "One person." };
    const sent = (hash: string | null) =>
      as(practice.system, ({ tx }) =>
        tx.update(account).set({ passwordHash: hash }).where(eq(account.id, teo.accountId)),
      );
    await sent(null);
    await expect(as(therapist, (scope) => mergeRecords(scope, form))).rejects.toThrow(/invited as a partner/);
    await sent("set");
    await as(therapist, (scope) => mergeRecords(scope, form));
  });
});
