import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { remindSeveral } from "@/db/commands/assessments/remind-several";
import { sayAddressSafety } from "@/db/commands/letters/say-address";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getSeveral } from "@/db/queries/caseload/several";
import { type Scope, withScope } from "@/db/scope";
import { versionOf } from "@/db/testing/assigning";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { lettersOf } from "@/db/testing/open-event";
import { kindsOf } from "@/db/testing/signals";
import { auditOf } from "@/db/testing/tenancy";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { assignForm } from "@/lib/assessments/assign-form";
import { whyNotReminded } from "@/lib/caseload/several";
import { lookAtSignals } from "@/runtime/worker/look-at-signals";
import { sendMessage } from "./send-message";
import { writeToSeveral } from "./write-to-several";

const pool = testPool();
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>, at = testNow) =>
  withScope(pool, actor, at, run);

let practice: MintedPractice;
let here: ClientActor;
let unsafe: ClientActor;
let invited: ClientActor;
let foreign: ClientActor;
const idsOf = (...people: ClientActor[]) => people.map(({ clientId }) => clientId);

/** One whom letters reach, one whose address was called unsafe, one who has not come yet, and a colleague's. */
beforeEach(async () => {
  practice = await mintPractice(pool);
  here = await mintClient(pool, practice, { name: "Tobias Renner" });
  unsafe = await mintClient(pool, practice, { name: "Unsafe" });
  invited = await mintClient(pool, practice, { name: "Tobias Renner" });
  foreign = await mintClient(pool, practice, { name: "Foreign", therapist: practice.colleague });
  await as(practice.owner, ({ tx }) =>
    tx.$client.query("update account set password_hash = 'x' where id = any($1)", [[here.accountId, unsafe.accountId]]),
  );
  await as(practice.therapist, (scope) => sayAddressSafety(scope, { clientId: unsafe.clientId, answer: "unsafe" }));
  const instrument = await versionOf(pool, practice, "distance-moves");
  const form = { id: randomUUID(), "clients[]": idsOf(here, unsafe, invited), "instruments[]": [instrument] };
  await as(practice.therapist, (scope) => assignInstruments(scope, assignForm.parse({ ...form, when: "now" })));
});

const remind = (people: readonly string[], at = testNow, actor = practice.therapist) =>
  as(actor, (scope) => remindSeveral(scope, { "clients[]": [...people] }), at);
const asked = async () => (await lettersOf(pool, practice)).filter((one) => one.aboutKind === "asked-again");

describe("a reminder to several", () => {
  it("goes once a day to whoever it can reach, and names the others with the reason", async () => {
    const people = await as(practice.therapist, (scope) =>
      getSeveral(scope, idsOf(here, unsafe, invited, foreign), "change"),
    );
    // A colleague's is as absent as nobody; two of one name have records of their own.
    expect(people).toHaveLength(3);
    expect(new Set(people.map(({ recordNumber }) => recordNumber)).size).toBe(3);
    expect(people.filter((one) => !whyNotReminded(one)).map(({ id }) => id)).toEqual([here.clientId]);
    const done = await remind(idsOf(here, unsafe, invited));
    expect(done.reached.map(({ id }) => id)).toEqual([here.clientId]);
    expect(done.left.map(({ person, why }) => [person.id, why])).toEqual(
      expect.arrayContaining([
        [unsafe.clientId, expect.stringMatching(/not called safe/)],
        [invited.clientId, expect.stringMatching(/not here yet/)],
      ]),
    );
    expect(await asked()).toMatchObject([{ accountId: here.accountId }]);
    const again = await remind(idsOf(here), later(60));
    expect(again.left).toMatchObject([{ why: expect.stringMatching(/today already/) }]);
    expect(await asked()).toHaveLength(1);
    const told = (await auditOf(pool, practice.system)).filter(({ action }) => action === "assessments.reminded");
    expect(told).toMatchObject([{ client_id: here.clientId, actor_id: practice.therapist.accountId }]);
  });

  it("is all or nothing: with somebody out of reach nobody is reminded", async () => {
    await expect(remind(idsOf(here, foreign))).rejects.toThrow();
    await expect(remind(idsOf(here), testNow, practice.supervisor)).rejects.toThrow();
    expect(await asked()).toEqual([]);
  });
});

describe("the same words to several", () => {
  const form = (people: readonly ClientActor[], body = "We are closed on Friday.", id = randomUUID()) => ({
    ...{ id, "clients[]": idsOf(...people), body },
  });
  const messages = () =>
    as(practice.owner, async ({ tx }) => {
      const { rows } = await tx.$client.query<{ client_id: string }>(
        "select client_id from message where is_to_several order by client_id",
      );
      return rows.map(({ client_id }) => client_id);
    });

  it("reach each in their own thread, once, whatever letters they get; not who has not come", async () => {
    const sent = form([here, unsafe, invited]);
    for (const at of [testNow, later(1)]) {
      const done = await as(practice.therapist, (scope) => writeToSeveral(scope, sent), at);
      expect(done.reached.map(({ id }) => id).sort()).toEqual(idsOf(here, unsafe).sort());
      expect(done.left.map(({ person }) => person.id)).toEqual([invited.clientId]);
    }
    expect(await messages()).toEqual(idsOf(here, unsafe).sort());
    const other = { ...sent, body: "Other words." };
    await expect(as(practice.therapist, (scope) => writeToSeveral(scope, other), later(2))).rejects.toThrow(/arrived/);
    const told = (await auditOf(pool, practice.system)).filter(
      ({ action }) => action === "messages.written-to-several",
    );
    expect(told).toHaveLength(2);
    const letters = (await lettersOf(pool, practice)).filter(({ aboutKind }) => aboutKind === "message");
    expect(letters.filter(({ setAsideAt }) => setAsideAt === null)).toMatchObject([{ accountId: here.accountId }]);
  });

  it("answer nobody: what a client wrote before stays unread and on the list", async () => {
    await withScope(pool, here, testNow, (scope) => sendMessage(scope, { id: randomUUID(), body: "Are you there?" }));
    const kinds = async (at: Date) => {
      const facts = await as(practice.therapist, (scope) => getCaseloadFacts(scope, idsOf(here)), at);
      return kindsOf(facts[0]);
    };
    await lookAtSignals(pool, practice.system, later(5));
    expect(await kinds(later(5))).toContain("message");
    await as(practice.therapist, (scope) => writeToSeveral(scope, form([here])), later(10));
    expect(await kinds(later(15))).toContain("message");
  });

  it("go to nobody where one is out of reach", async () => {
    await expect(as(practice.therapist, (scope) => writeToSeveral(scope, form([here, foreign])))).rejects.toThrow();
    expect(await messages()).toEqual([]);
  });
});
