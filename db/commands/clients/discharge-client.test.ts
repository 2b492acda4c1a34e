import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { getClientSteps } from "@/db/queries/clients/client-steps";
import { getOwnGoodbye, getOwnStanding, listDischarged } from "@/db/queries/clients/standing";
import { viewLink } from "@/db/queries/identity/link";
import { assessment, assessmentWithdrawal, assignment } from "@/db/schema/assessments";
import { account } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import { type Scope, withScope } from "@/db/scope";
import { withdrawalOfSitting } from "@/db/sitting-joins";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { mintClient, mintPractice, testNow, testToday } from "@/db/testing/mint";
import { decide } from "@/db/testing/protocol";
import { auditOf } from "@/db/testing/tenancy";
import type { Actor } from "@/lib/actor";
import { assignForm } from "@/lib/assessments/assign-form";
import { assignInstruments } from "../assessments/assign";
import { createInvitation } from "../identity/create-invitation";
import { findPerson } from "../identity/person";
import { askSafetyCheck } from "../safety/ask-check";
import { sayNotSafe } from "../safety/say-not-safe";
import { closeEvent } from "../safety/take-step";
import { beginCourse } from "./begin-course";
import { dischargeClient, returnClient } from "./discharge-client";

const pool = testPool();
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, at = testNow) =>
  withScope(pool, actor, at, run);

async function home({ accepted = true } = {}) {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice);
  const { clientId } = ines;
  if (accepted)
    await as(practice.system, ({ tx }) =>
      tx.update(account).set({ passwordHash: "set" }).where(eq(account.id, ines.accountId)),
    );
  const form = {
    ...{ id: randomUUID(), clientId, reason: "The ten weeks are over.", goodbye: "Write whenever you like, Ines." },
    ...{ portal: "readable" as const, readableUntil: "2026-12-21" },
  };
  const discharge = (more: Partial<Parameters<typeof dischargeClient>[1]> = {}) =>
    as(practice.therapist, (scope) => dischargeClient(scope, { ...form, ...more }));
  const comeBack = () =>
    as(practice.therapist, (scope) => returnClient(scope, { id: randomUUID(), clientId, reason: "She asked." }));
  const entry = () => as(practice.system, (scope) => findPerson(scope, ines.accountId));
  return { practice, ines, clientId, form, discharge, comeBack, entry };
}

describe("a discharge", () => {
  it("ends the weeks and everything that waits, and keeps why, until when and the goodbye", async () => {
    const { practice, ines, clientId, form, discharge } = await home();
    const { therapist, system } = practice;
    await discharge();
    await discharge();
    expect(await as(therapist, (scope) => getClientSteps(scope, clientId))).toMatchObject([
      { kind: "discharged", reason: form.reason, goodbye: form.goodbye, readableUntil: "2026-12-21" },
    ]);
    const waiting = await as(system, ({ tx }) =>
      tx
        .select({ id: assessment.id })
        .from(assessment)
        .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
        .where(and(eq(assessment.clientId, clientId), isNull(assessment.submittedAt), isNull(assessmentWithdrawal.id))),
    );
    expect(waiting).toEqual([]);
    const rules = await as(system, ({ tx }) =>
      tx
        .select()
        .from(assignment)
        .where(and(eq(assignment.clientId, clientId), isNull(assignment.endedAt))),
    );
    expect(rules).toEqual([]);
    const letters = await as(system, ({ tx }) =>
      tx
        .select()
        .from(outboxLetter)
        .where(and(eq(outboxLetter.accountId, ines.accountId), isNull(outboxLetter.setAsideAt))),
    );
    expect(letters.map(({ aboutKind }) => aboutKind)).toEqual(["goodbye"]);
    expect(await as(ines, getOwnGoodbye)).toMatchObject({ words: form.goodbye, by: therapist.name });
    const said = (await auditOf(pool, system)).filter(({ action }) => action === "clients.discharged");
    expect(said).toHaveLength(1);
    const { rows } = await as(system, ({ tx }) => tx.$client.query("select client_step::text as row from client_step"));
    expect(JSON.stringify(rows)).not.toMatch(/ten weeks|whenever/);
  });

  it("takes them off the caseload and into the archive, where nothing is asked of them", async () => {
    const { practice, clientId, discharge, comeBack } = await home();
    const { therapist, colleague } = practice;
    await discharge();
    expect(await as(therapist, getCaseloadFacts)).toEqual([]);
    expect(await as(therapist, listDischarged)).toMatchObject([{ clientId, name: "Ines" }]);
    expect(await as(colleague, listDischarged)).toEqual([]);
    expect(await as(therapist, (scope) => getClientHeader(scope, clientId))).toMatchObject({ isGone: true });
    const refused = { name: "Refused", message: expect.stringContaining("Take them back into care") };
    const course = { id: randomUUID(), clientId, startDate: "2026-12-07", reason: "Again." };
    await expect(as(therapist, (scope) => beginCourse(scope, course))).rejects.toMatchObject(refused);
    await expect(as(therapist, (scope) => askSafetyCheck(scope, { clientId }))).rejects.toMatchObject(refused);
    await expect(decide(pool, therapist, clientId, { kind: "end", followUps: false })).rejects.toMatchObject(refused);
    await comeBack();
    expect(await as(therapist, getCaseloadFacts)).toHaveLength(1);
    expect(await as(therapist, listDischarged)).toEqual([]);
    await as(therapist, (scope) => beginCourse(scope, course));
  });

  it("refuses an assessment for them too", async () => {
    const { practice, clientId, discharge } = await home();
    const [version] = await as(practice.system, ({ tx }) =>
      tx.$client.query("select id from instrument_version where key = 'five-dimensions'").then(({ rows }) => rows),
    );
    await discharge();
    const form = assignForm.parse({
      ...{ id: randomUUID(), "clients[]": [clientId], "instruments[]": [version.id], when: "now" },
    });
    await expect(as(practice.therapist, (scope) => assignInstruments(scope, form))).rejects.toThrow(/discharged/);
  });

  it("closes the portal at once where that is chosen, and for somebody who never came", async () => {
    const closed = await home();
    await closed.discharge({ portal: "closed", goodbye: null, readableUntil: "" });
    expect(await closed.entry()).toMatchObject({ hasAccess: false });
    await closed.comeBack();
    expect(await closed.entry()).toMatchObject({ hasAccess: true });
    expect(await as(closed.ines, getOwnStanding)).toEqual({ is: "here" });
    const never = await home({ accepted: false });
    const { token } = await as(never.practice.therapist, (scope) =>
      createInvitation(scope, { accountId: never.ines.accountId }),
    );
    await never.discharge();
    expect(await viewLink(pool, token, "invitation", testNow)).toBeUndefined();
    expect(await never.entry()).toMatchObject({ hasAccess: false });
    await expect(
      as(never.practice.therapist, (scope) => createInvitation(scope, { accountId: never.ines.accountId })),
    ).rejects.toMatchObject({ name: "Refused" });
  });

  it("waits for an open event; the button works on, and brings them back to the top of the list", async () => {
    const { practice, ines, clientId, discharge } = await home();
    const { therapist } = practice;
    const first = await as(ines, (scope) => sayNotSafe(scope, {}));
    await expect(discharge()).rejects.toMatchObject({ message: expect.stringContaining("event about safety is open") });
    await as(therapist, (scope) => closeEvent(scope, { eventId: first.eventId, note: "We spoke; she is safe." }));
    await discharge();
    expect(await as(therapist, getCaseloadFacts)).toEqual([]);
    await as(ines, (scope) => sayNotSafe(scope, {}));
    const [fact] = await as(therapist, getCaseloadFacts);
    expect(fact).toMatchObject({
      clientId,
      signals: expect.arrayContaining([expect.objectContaining({ kind: "safety-event" })]),
    });
  });

  it("ends a link first, and takes a day between today and a year from now", async () => {
    const { practice, ines } = await linkedCouple(pool);
    const form = {
      ...{ id: randomUUID(), clientId: ines.clientId, reason: "Over.", goodbye: "Be well." },
      ...{ portal: "readable" as const, readableUntil: "2026-12-21" },
    };
    await expect(as(practice.therapist, (scope) => dischargeClient(scope, form))).rejects.toThrow(/End the link/);
    const alone = await home();
    for (const readableUntil of ["2026-11-22", "2028-01-01"])
      await expect(alone.discharge({ readableUntil })).rejects.toMatchObject({
        fields: { readableUntil: expect.any(String) },
      });
    await alone.discharge({ readableUntil: testToday });
  });
});
