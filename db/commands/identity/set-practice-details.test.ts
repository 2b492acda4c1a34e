import { beforeEach, describe, expect, it } from "vitest";
import { setWorkingHours } from "@/db/commands/absence/set-absence";
import { setPracticeLetters } from "@/db/commands/letters/set-practice-letters";
import { getOwnTherapist } from "@/db/queries/absence/absences";
import { getPracticeDetails } from "@/db/queries/identity/practice-details";
import { getSetUpList } from "@/db/queries/identity/set-up-list";
import { type Scope, withScope } from "@/db/scope";
import { adminUrl, testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { Actor, StaffActor } from "@/lib/actor";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import type { WorkingHours } from "@/lib/identity/working-hours";
import { withClient } from "@/runtime/roles";
import { putSetUpAway } from "./put-set-up-away";
import { setPracticeDetails, setPracticeHours } from "./set-practice-details";

const pool = testPool();
const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000);
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, at = testNow) =>
  withScope(pool, actor, at, run);
const weekdays = (from: string, to: string): WorkingHours =>
  Array.from({ length: 7 }, (_, day) => (day < 5 ? { from, to } : null));
const none: WorkingHours = Array.from({ length: 7 }, () => null);

let practice: MintedPractice;
beforeEach(async () => {
  practice = await mintPractice(pool);
});
const read = () => as(practice.owner, getPracticeDetails);
const actions = async () =>
  (await auditOf(pool, practice.owner)).filter(({ action }) => /practice-changed|set-up/.test(action));

describe("what a practice says of itself", () => {
  it("is changed by its owner, with who changed what, and not where nothing changes", async () => {
    const before = await read();
    expect(before.changes).toEqual([]);
    const name = "Evening house";
    await as(
      practice.owner,
      (scope) => setPracticeDetails(scope, { practiceName: name, zone: "Europe/Berlin" }),
      minutes(1),
    );
    await as(
      practice.owner,
      (scope) => setPracticeDetails(scope, { practiceName: name, zone: "Europe/Berlin" }),
      minutes(2),
    );
    await as(practice.owner, (scope) => setPracticeHours(scope, { hours: weekdays("09:00", "17:00") }), minutes(3));
    const after = await read();
    expect(after).toMatchObject({ name, zone: "Europe/Berlin", hours: weekdays("09:00", "17:00") });
    expect(after.changes.map(({ said }) => said)).toEqual([
      ["Hours: Monday to Friday 09:00–17:00"],
      [`Name: ${name}`, "Time zone: Europe/Berlin"],
    ]);
    expect(after.changes[0]).toMatchObject({ at: minutes(3) });
    expect(await actions()).toHaveLength(2);
    expect((await actions())[0]).toMatchObject({ actor_id: practice.owner.accountId });
  });

  it("is nobody else’s to change or to read, and no other practice’s", async () => {
    const other = await mintPractice(pool);
    for (const actor of [practice.therapist, practice.supervisor] as StaffActor[]) {
      await expect(as(actor, getPracticeDetails)).rejects.toThrow(Forbidden);
      await expect(as(actor, getSetUpList)).rejects.toThrow(Forbidden);
      await expect(as(actor, (scope) => setPracticeHours(scope, { hours: none }))).rejects.toThrow(Forbidden);
      await expect(as(actor, (scope) => putSetUpAway(scope, "put-away"))).rejects.toThrow(Forbidden);
    }
    await as(practice.owner, (scope) => setPracticeDetails(scope, { practiceName: "Evening house", zone: "UTC" }));
    expect((await as(other.owner, getPracticeDetails)).name).not.toBe("Evening house");
  });

  it("takes no name that tells whose letters a client gets", async () => {
    await as(practice.owner, (scope) => setPracticeLetters(scope, { sender: "Harbour", replyTo: null }));
    const rename = (practiceName: string) =>
      as(practice.owner, (scope) => setPracticeDetails(scope, { practiceName, zone: "UTC" }));
    await expect(rename("Harbour rooms")).rejects.toThrow(Refused);
    await rename("Evening house");
    expect((await read()).name).toBe("Evening house");
  });

  it("tells clients the practice’s hours where their therapist gave none, on the practice’s clock", async () => {
    const client = await mintClient(pool, practice, {});
    const told = () => as(client, getOwnTherapist);
    expect((await told()).hours).toBeNull();
    await as(practice.owner, (scope) =>
      setPracticeDetails(scope, { practiceName: "Evening house", zone: "Asia/Tokyo" }),
    );
    await as(practice.owner, (scope) => setPracticeHours(scope, { hours: weekdays("09:00", "17:00") }), minutes(1));
    expect(await told()).toMatchObject({ hours: weekdays("09:00", "17:00"), zone: "Asia/Tokyo" });
    await as(practice.therapist, (scope) => setWorkingHours(scope, { hours: weekdays("10:00", "12:00") }), minutes(2));
    expect(await told()).toMatchObject({ hours: weekdays("10:00", "12:00"), zone: practice.therapist.zone });
    await as(practice.owner, (scope) => setPracticeHours(scope, { hours: none }), minutes(3));
    expect((await read()).hours).toBeNull();
  });
});

describe("the set-up list", () => {
  const list = async () => {
    const found = await as(practice.owner, getSetUpList);
    if (!found) throw new Error("no list");
    return found;
  };

  it("ticks itself by what is there", async () => {
    expect((await list()).facts).toMatchObject({ numbers: false, hours: false, firstClient: false });
    await as(practice.owner, (scope) => setPracticeHours(scope, { hours: weekdays("09:00", "17:00") }));
    expect((await list()).facts.hours).toBe(true);
    await as(practice.owner, (scope) => setPracticeHours(scope, { hours: none }), minutes(1));
    expect((await list()).facts.hours).toBe(false);
    await as(practice.owner, (scope) => setWorkingHours(scope, { hours: weekdays("09:00", "12:00") }), minutes(2));
    expect((await list()).facts.hours).toBe(true);
    await mintClient(pool, practice, {});
    expect((await list()).facts.firstClient).toBe(true);
    const other = await mintPractice(pool);
    expect((await as(other.owner, getSetUpList))?.facts.firstClient).toBe(false);
  });

  it("counts a colleague only while their access stands", async () => {
    expect((await list()).facts.colleagues).toBe(true);
    await withClient(adminUrl(), (admin) =>
      admin.query(
        `insert into access_decision (practice_id, id, account_id, decision, decided_by, decided_at)
         select practice_id, gen_random_uuid(), id, 'withdrawn', $2, $3 from account
          where practice_id = $1 and id <> $2 and role <> 'client'`,
        [practice.practiceId, practice.owner.accountId, testNow],
      ),
    );
    expect((await list()).facts.colleagues).toBe(false);
  });

  it("is put away and taken out again, once each, and told who did", async () => {
    const move = (decision: "put-away" | "taken-out", at: Date) =>
      as(practice.owner, (scope) => putSetUpAway(scope, decision), at);
    await move("taken-out", minutes(1));
    expect((await list()).isPutAway).toBe(false);
    await move("put-away", minutes(2));
    await move("put-away", minutes(3));
    expect((await list()).isPutAway).toBe(true);
    await move("taken-out", minutes(4));
    expect((await list()).isPutAway).toBe(false);
    expect((await actions()).map(({ action }) => action)).toEqual([
      "identity.set-up-put-away",
      "identity.set-up-taken-out",
    ]);
  });

  it("is none in a sample practice", async () => {
    await withClient(adminUrl(), (admin) =>
      admin.query("update practice set is_sample = true where practice_id = $1", [practice.practiceId]),
    );
    expect(await as(practice.owner, getSetUpList)).toBeNull();
    await expect(as(practice.owner, (scope) => putSetUpAway(scope, "put-away"))).rejects.toThrow(NotFound);
  });
});
