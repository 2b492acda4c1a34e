import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { acknowledgeEvent, closeEvent, escalateEvent } from "@/db/commands/safety/take-step";
import { getSafetyPanel } from "@/db/queries/safety/safety";
import { getSafetyHistory } from "@/db/queries/safety/safety-history";
import { auditEntry } from "@/db/schema/audit";
import { safetyEventAnswer } from "@/db/schema/safety";
import { testPool } from "@/db/testing/database";
import { phqSitting } from "@/db/testing/phq-sitting";
import { safetyGround } from "@/db/testing/safety-ground";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { escalateOverdue } from "@/runtime/worker/escalate";

const pool = testPool();
const { as, later } = safetyGround(pool);

const save = (person: ClientActor, assessmentId: string, itemId: string, value: string) =>
  as(person, (scope) => saveAnswer(scope, { assessmentId, itemId, form: "now", value }));
const panelOf = (actor: StaffActor, { clientId }: ClientActor) =>
  as(actor, (scope) => getSafetyPanel(scope, clientId)).then(({ openEvents: [one] }) => one);

describe("what was said in a draft", () => {
  it("stands with its event for whoever has the turn, and for nobody who only reads the client", async () => {
    const { minted, person, id } = await phqSitting(pool);
    await save(person, id, "9", "2");
    const said = { instrument: "PHQ-9", question: "Trial line 9", answer: "Trial line 3", standing: "not-sent" };
    const event = await panelOf(minted.therapist, person);
    expect(event?.said).toMatchObject([{ ...said, assessmentId: id }]);
    expect((await panelOf(minted.supervisor, person))?.said).toBeNull();
    expect((await panelOf(minted.owner, person))?.said).toBeNull();
    await as(minted.therapist, (scope) => escalateEvent(scope, { eventId: event?.id ?? "", to: "supervisor" }));
    expect((await panelOf(minted.supervisor, person))?.said).toMatchObject([said]);
    await as(minted.owner, (scope) => acknowledgeEvent(scope, { eventId: event?.id ?? "" }));
    expect((await panelOf(minted.owner, person))?.said).toMatchObject([said]);
  });

  it("stays when it is taken back, once for each answer however often it is saved, and when the event is over", async () => {
    const { minted, person, id } = await phqSitting(pool);
    await Promise.all([1, 2, 3].map(() => save(person, id, "9", "1")));
    await save(person, id, "9", "3");
    await save(person, id, "9", "0");
    const event = await panelOf(minted.therapist, person);
    expect(event?.said?.map(({ answer, standing }) => [answer, standing])).toEqual([
      ["Trial line 2", "taken-back"],
      ["Trial line 4", "taken-back"],
    ]);
    await as(minted.therapist, (scope) => closeEvent(scope, { eventId: event?.id ?? "", note: "We talked." }));
    const history = await as(minted.supervisor, (scope) => getSafetyHistory(scope, person.clientId));
    expect(history.events[0]?.said).toHaveLength(2);
  });

  it("makes “I am on it” run out in two hours, where a press of the button has twelve", async () => {
    const { minted, person, id } = await phqSitting(pool);
    await save(person, id, "9", "2");
    const event = await panelOf(minted.therapist, person);
    await as(minted.therapist, (scope) => acknowledgeEvent(scope, { eventId: event?.id ?? "" }), later(1));
    expect(await escalateOverdue(pool, minted.system, later(120))).toBe(0);
    expect(await escalateOverdue(pool, minted.system, later(121))).toBe(1);
    const { eventId } = await as(person, (scope) => sayNotSafe(scope, {}), later(130));
    await as(minted.therapist, (scope) => acknowledgeEvent(scope, { eventId }), later(131));
    const { openEvents } = await as(minted.therapist, (scope) => getSafetyPanel(scope, person.clientId), later(132));
    expect(openEvents.find((one) => one.id === eventId)?.standing.nextAt).toEqual(later(131 + 720));
  });

  it("is sealed, and opening it is recorded with its event", async () => {
    const { minted, person, id } = await phqSitting(pool);
    await save(person, id, "9", "2");
    await panelOf(minted.supervisor, person);
    const trail = () =>
      as(minted.system, ({ tx }) =>
        tx
          .select({ actorId: auditEntry.actorId, clientId: auditEntry.clientId })
          .from(auditEntry)
          .where(and(eq(auditEntry.practiceId, minted.practiceId), eq(auditEntry.action, "safety.answers-read"))),
      );
    expect(await trail()).toEqual([]);
    await panelOf(minted.therapist, person);
    expect(await trail()).toEqual([{ actorId: minted.therapist.accountId, clientId: person.clientId }]);
    const rows = await as(minted.system, ({ tx }) => tx.select().from(safetyEventAnswer));
    expect(JSON.stringify(rows)).not.toMatch(/Trial|PHQ|self-harm/);
  });
});
