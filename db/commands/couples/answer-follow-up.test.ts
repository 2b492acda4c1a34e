import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { getLinkFollowUp } from "@/db/queries/couples/link-follow-up";
import { linkFollowUp } from "@/db/schema/link-follow-up";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { minutesLater as at, linkedCouple } from "@/db/testing/linked-couple";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import { ending, talkedAlone } from "@/db/testing/talked-alone";
import { auditOf, itKeepsToItsTenant } from "@/db/testing/tenancy";
import type { StaffActor } from "@/lib/actor";
import type { FollowUpForm } from "@/lib/couples/link-follow-up-form";
import { NotFound, Refused } from "@/lib/errors";
import { clearGate } from "../safety/decide-gate";
import { answerFollowUp } from "./answer-follow-up";
import { endCouple } from "./end-couple";
import { linkCouple } from "./link-couple";

const pool = testPool();
const DAY = 24 * 60;
const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);

async function parted() {
  const couple = await linkedCouple(pool);
  const { practice, coupleId, ines, dario } = couple;
  const { therapist } = practice;
  await as(therapist, (scope) => endCouple(scope, { coupleId, ...ending }));
  const of = (clientId: string) => ({
    read: (now = at(1), actor: StaffActor = therapist) => as(actor, (scope) => getLinkFollowUp(scope, clientId), now),
    answer: (change: Partial<FollowUpForm> = {}, now = at(1), actor: StaffActor = therapist) =>
      as(
        actor,
        (scope) =>
          answerFollowUp(scope, {
            ...{ id: randomUUID(), clientId, coupleId, item: "devices", outcome: "done", reason: null },
            ...change,
          }),
        now,
      ),
  });
  return { ...couple, therapist, forInes: of(ines.clientId), forDario: of(dario.clientId) };
}

describe("after a link ended", () => {
  it("four things are asked about each of the two, for three months and not before", async () => {
    const { practice, ines, coupleId } = await linkedCouple(pool);
    const read = (now: Date) => as(practice.therapist, (scope) => getLinkFollowUp(scope, ines.clientId), now);
    expect(await read(at(1))).toBeNull();
    await as(practice.therapist, (scope) => endCouple(scope, { coupleId, ...ending }), at(2));
    expect(await read(at(3))).toEqual({
      ...{
        coupleId,
        endedOn: "2026-11-23",
        endsOn: "2027-02-23",
        mayChange: true,
        shownOn: "2026-12-01",
        isShown: false,
      },
      items: ["devices", "address", "region", "talk"].map((item) => ({ item, answer: null })),
    });
    expect(await read(at(91 * DAY))).not.toBeNull();
    expect(await read(at(92 * DAY))).toBeNull();
  });

  it("an answer has an author, a time and, set aside, a sealed reason; it can be taken back, and is one person’s", async () => {
    const { practice, therapist, forInes, forDario } = await parted();
    const id = randomUUID();
    await forInes.answer({ id }, at(2));
    await forInes.answer({ id, outcome: "open" }, at(3));
    await expect(forInes.answer({ item: "region", outcome: "set-aside" })).rejects.toThrow(Refused);
    await forInes.answer({ item: "region", outcome: "set-aside", reason: "She lives where she did." }, at(4));
    const items = async (one: typeof forInes) => (await one.read(at(9)))?.items;
    expect(await items(forInes)).toMatchObject([
      { item: "devices", answer: { id, outcome: "done", byName: therapist.name, answeredAt: at(2), reason: null } },
      { item: "address", answer: null },
      { item: "region", answer: { outcome: "set-aside", reason: "She lives where she did." } },
      { item: "talk", answer: null },
    ]);
    expect((await items(forDario))?.every(({ answer }) => answer === null)).toBe(true);
    await forInes.answer({ outcome: "open" }, at(5));
    expect((await items(forInes))?.[0]).toEqual({ item: "devices", answer: null });
    const rows = await as(therapist, ({ tx }) => tx.select().from(linkFollowUp));
    expect(rows).toHaveLength(3);
    expect(rows.map(({ reasonSealed }) => reasonSealed).join()).not.toContain("lives");
    const audits = (await auditOf(pool, practice.system)).filter(({ action }) => action === "couples.followed-up");
    expect(audits).toHaveLength(3);
  });

  it("is asked of their own clinician, who need not reach the other and learns nothing of them", async () => {
    const practice = await mintPractice(pool);
    const ines = await mintClient(pool, practice);
    const dario = await mintClient(pool, practice, { name: "Dario", therapist: practice.colleague });
    for (const person of [ines, dario]) await openGate(pool, practice, person);
    const { coupleId } = await as(practice.owner, (scope) =>
      linkCouple(scope, { clientId: ines.clientId, partnerId: dario.clientId }),
    );
    await as(practice.owner, (scope) => endCouple(scope, { coupleId, ...ending }), at(1));
    const mine = await as(practice.therapist, (scope) => getLinkFollowUp(scope, ines.clientId), at(2));
    expect(JSON.stringify(mine)).not.toMatch(/Dario|live apart/);
    const answer = (actor: StaffActor, clientId: string) =>
      as(
        actor,
        (scope) =>
          answerFollowUp(scope, {
            ...{ id: randomUUID(), clientId, coupleId, item: "talk", outcome: "done", reason: null },
          }),
        at(3),
      );
    await answer(practice.therapist, ines.clientId);
    await answer(practice.colleague, dario.clientId);
    for (const actor of [practice.supervisor, practice.colleague])
      await expect(answer(actor, ines.clientId)).rejects.toThrow(NotFound);
    const read = await as(practice.supervisor, (scope) => getLinkFollowUp(scope, ines.clientId), at(4));
    expect(read?.mayChange).toBe(false);
  });

  it("is not answered for another link, after three months, or while the two are linked again", async () => {
    const { ines, dario, coupleId, forInes, therapist } = await parted();
    await expect(forInes.answer({ coupleId: randomUUID() })).rejects.toThrow(NotFound);
    await expect(forInes.answer({}, at(92 * DAY))).rejects.toThrow(NotFound);
    for (const { clientId } of [ines, dario])
      await as(
        therapist,
        (scope) => clearGate(scope, { clientId, reason: "We talked alone, and she wants it.", talk: talkedAlone }),
        at(9 * DAY),
      );
    await as(
      therapist,
      (scope) => linkCouple(scope, { clientId: ines.clientId, partnerId: dario.clientId }),
      at(10 * DAY),
    );
    expect(await forInes.read(at(10 * DAY))).toBeNull();
    await expect(forInes.answer({ coupleId }, at(10 * DAY))).rejects.toThrow(NotFound);
  });
});

describe("what is asked after a link", () => {
  let minted: { practice: MintedPractice; clientId: string };
  beforeAll(async () => {
    const { practice, ines } = await parted();
    minted = { practice, clientId: ines.clientId };
  });
  itKeepsToItsTenant(
    pool,
    () => minted,
    async (scope, id) => (await getLinkFollowUp(scope, id)) ?? {},
    {
      supervisorMay: true,
    },
  );
});
