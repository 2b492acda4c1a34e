import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getOwnPeople } from "@/db/queries/clients/own-people";
import { getOwnTransfer, getTransfers } from "@/db/queries/clients/transfers";
import { getWhoHasWhom } from "@/db/queries/clients/who-has-whom";
import { listColleagues } from "@/db/queries/identity/colleagues";
import { couple } from "@/db/schema/clients";
import { outboxLetter } from "@/db/schema/outbox";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { dataOf } from "@/db/testing/signals";
import { auditOf } from "@/db/testing/tenancy";
import type { Actor } from "@/lib/actor";
import { decideAccess } from "../identity/decide-access";
import { endSupervision } from "../identity/supervise";
import { decideUntold } from "../safety/name-untold";
import { sayNotSafe } from "../safety/say-not-safe";
import { transferClients } from "./transfer-clients";

const pool = testPool();
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, at = testNow) =>
  withScope(pool, actor, at, run);
const daysLater = (days: number) => new Date(testNow.getTime() + days * 86_400_000);

async function home() {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice);
  const noor = await mintClient(pool, practice, { name: "Noor" });
  await as(practice.system, ({ tx }) =>
    tx.$client.query("update account set password_hash = 'x' where id = $1", [ines.accountId]),
  );
  const give = (ids: string[], to = practice.colleague.accountId) =>
    as(practice.owner, (scope) => transferClients(scope, { "clients[]": ids, toId: to, reason: "Alma leaves." }));
  return { practice, ines, noor, give };
}

const reached = async (actor: MintedPractice["owner"]) => (await as(actor, getCaseloadFacts)).map(({ name }) => name);

describe("handing clients over", () => {
  it("moves one or all, with who, when and why; both are told, and the client reads who it is now", async () => {
    const { practice, ines, noor, give } = await home();
    const { owner, therapist, colleague, system } = practice;
    expect(await give([ines.clientId])).toBe(1);
    expect([await reached(therapist), await reached(colleague)]).toEqual([["Noor"], ["Ines"]]);
    expect(await as(colleague, (scope) => getTransfers(scope, ines.clientId))).toMatchObject([
      { from: therapist.name, to: colleague.name, reason: "Alma leaves.", by: owner.name },
    ]);
    expect(await as(therapist, (scope) => getTransfers(scope, ines.clientId))).toEqual([]);
    expect(await as(ines, getOwnPeople)).toMatchObject({ therapistName: colleague.name });
    expect(await as(ines, getOwnTransfer)).toEqual({ from: therapist.name, to: colleague.name });
    expect(await as(ines, getOwnTransfer, daysLater(15))).toBeNull();
    const letters = await as(system, ({ tx }) => tx.select().from(outboxLetter));
    const about = letters.map(({ accountId, aboutKind }) => [aboutKind, accountId]);
    expect(about).toEqual(
      expect.arrayContaining([
        ["handed-over", therapist.accountId],
        ["handed-over", colleague.accountId],
        ["new-therapist", ines.accountId],
      ]),
    );
    expect(await give([ines.clientId, noor.clientId])).toBe(1);
    expect(await reached(therapist)).toEqual([]);
    // Who has not come yet is written to by nobody: they meet whoever invites them.
    const later = await as(system, ({ tx }) => tx.select().from(outboxLetter));
    expect(later.filter(({ accountId }) => accountId === noor.accountId)).toEqual([]);
    const said = (await auditOf(pool, system)).filter(({ action }) => action === "clients.transferred");
    expect(said.map((row) => row.client_id).sort()).toEqual([ines.clientId, noor.clientId].sort());
  });

  it("takes what is open along: an event is whoever takes over's", async () => {
    const { practice, ines, give } = await home();
    await as(ines, (scope) => sayNotSafe(scope, {}));
    await give([ines.clientId]);
    const [fact] = await as(practice.colleague, getCaseloadFacts);
    expect(dataOf(fact, "safety-event")).toMatchObject({ count: 1 });
  });

  it("is the owner's, goes to somebody who can sign in, and to nobody who is never to be told", async () => {
    const { practice, ines, give } = await home();
    const { owner, therapist, supervisor, colleague } = practice;
    const form = { "clients[]": [ines.clientId], toId: colleague.accountId, reason: "Mine" };
    for (const one of [therapist, supervisor, colleague])
      await expect(as(one, (scope) => transferClients(scope, form))).rejects.toMatchObject({ name: "Forbidden" });
    const foreign = await mintPractice(pool);
    await expect(as(foreign.owner, (scope) => transferClients(scope, form))).rejects.toMatchObject({
      name: "NotFound",
    });
    await expect(give([ines.clientId], foreign.owner.accountId)).rejects.toMatchObject({ name: "NotFound" });
    await expect(give([ines.clientId], ines.accountId)).rejects.toMatchObject({ name: "NotFound" });
    await as(therapist, (scope) =>
      decideUntold(scope, { clientId: ines.clientId, accountId: colleague.accountId, decision: "named" }),
    );
    await expect(give([ines.clientId])).rejects.toMatchObject({ message: expect.stringContaining("never to be told") });
    await as(owner, (scope) =>
      decideAccess(scope, { accountId: colleague.accountId, decision: "withdrawn", reason: "x" }),
    );
    await expect(give([ines.clientId])).rejects.toMatchObject({ name: "NotFound" });
  });

  it("hands two who are linked over together, with the lead", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    const give = (ids: string[]) =>
      as(practice.owner, (scope) =>
        transferClients(scope, { "clients[]": ids, toId: practice.colleague.accountId, reason: "Alma leaves." }),
      );
    await expect(give([ines.clientId])).rejects.toMatchObject({ message: expect.stringContaining("together") });
    await give([ines.clientId, dario.clientId]);
    const [link] = await as(practice.system, ({ tx }) => tx.select().from(couple).where(eq(couple.id, coupleId)));
    expect(link?.leadId).toBe(practice.colleague.accountId);
  });
});

describe("a therapist who leaves", () => {
  it("goes once each client has somebody, in the same moment", async () => {
    const { practice } = await home();
    const { owner, therapist, colleague } = practice;
    const leave = (successorId: string) =>
      as(owner, (scope) =>
        decideAccess(scope, { accountId: therapist.accountId, decision: "withdrawn", reason: "Left.", successorId }),
      );
    await expect(leave("")).rejects.toMatchObject({ message: expect.stringContaining("has 2 clients") });
    expect(await reached(therapist)).toHaveLength(2);
    await leave(colleague.accountId);
    expect(await reached(colleague)).toHaveLength(2);
    const { colleagues } = await as(owner, listColleagues);
    const of = (id: string) => colleagues.find(({ accountId }) => accountId === id);
    expect(of(therapist.accountId)).toMatchObject({ state: "withdrawn", clients: 0 });
    expect(of(colleague.accountId)).toMatchObject({ clients: 2 });
  });

  it("whose client the owner is never to be told of goes all the same: that one is found, and handed over, after that", async () => {
    const { practice, ines, noor } = await home();
    const { owner, therapist, colleague } = practice;
    await as(therapist, (scope) =>
      decideUntold(scope, { clientId: ines.clientId, accountId: owner.accountId, decision: "named" }),
    );
    await as(owner, (scope) =>
      decideAccess(scope, {
        ...{ accountId: therapist.accountId, decision: "withdrawn", reason: "Left." },
        successorId: colleague.accountId,
      }),
    );
    expect(await reached(colleague)).toEqual(["Noor"]);
    const { clients } = await as(owner, getWhoHasWhom);
    expect(clients.map(({ clientId }) => clientId).sort()).toEqual([ines.clientId, noor.clientId].sort());
    const form = { "clients[]": [ines.clientId], toId: colleague.accountId, reason: "Left." };
    await as(owner, (scope) => transferClients(scope, form));
    expect((await reached(colleague)).sort()).toEqual(["Ines", "Noor"]);
  });

  it("cannot be their own successor", async () => {
    const { practice } = await home();
    const { accountId } = practice.therapist;
    const form = { accountId, decision: "withdrawn" as const, reason: "Left.", successorId: accountId };
    await expect(as(practice.owner, (scope) => decideAccess(scope, form))).rejects.toMatchObject({ name: "Refused" });
  });
});

describe("who reads whom", () => {
  it("is the owner's view of the practice, and nobody else's", async () => {
    const { practice, ines } = await home();
    const { staff, clients } = await as(practice.owner, getWhoHasWhom);
    expect(staff).toHaveLength(4);
    expect(clients.find(({ clientId }) => clientId === ines.clientId)).toMatchObject({
      ...{ therapistId: practice.therapist.accountId, link: null, untold: [] },
    });
    await expect(as(practice.therapist, getWhoHasWhom)).rejects.toMatchObject({ name: "Forbidden" });
  });

  it("ends for a supervisor with the supervision, and with the hand-over", async () => {
    const { practice, ines, give } = await home();
    const { owner, supervisor } = practice;
    expect(await reached(supervisor)).toHaveLength(2);
    await give([ines.clientId]);
    expect(await reached(supervisor)).toEqual(["Noor"]);
    const { supervisions } = await as(owner, listColleagues);
    for (const { supervisionId } of supervisions) await as(owner, (scope) => endSupervision(scope, { supervisionId }));
    expect(await reached(supervisor)).toEqual([]);
  });
});
