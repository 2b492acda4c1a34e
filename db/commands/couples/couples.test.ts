import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { getCaseloadDetails } from "@/db/queries/caseload/caseload-details";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { getCouple, getLinkChoices } from "@/db/queries/couples/couple";
import { getShownToTwo } from "@/db/queries/couples/shown-to-two";
import { getSafetyPanel } from "@/db/queries/safety/safety";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { minutesLater as at, type LinkedCouple, linkedCouple } from "@/db/testing/linked-couple";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import { ending } from "@/db/testing/talked-alone";
import { auditOf } from "@/db/testing/tenancy";
import type { Actor, ClientActor, StaffActor } from "@/lib/actor";
import type { ShareItem } from "@/lib/couples/share-items";
import { Forbidden, NotFound } from "@/lib/errors";
import { decideSharing } from "./decide-sharing";
import { endCouple } from "./end-couple";
import { linkCouple } from "./link-couple";

const pool = testPool();
const aWeek = 7 * 24 * 60;
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);
const decide = (who: ClientActor, coupleId: string, decision: "shared" | "withdrawn", items: ShareItem[], minute = 1) =>
  as(who, (scope) => decideSharing(scope, { coupleId, decision, "items[]": items }), at(minute));
const emotional: ShareItem[] = ["emotional"];
/** Both share the emotional dimension; Ines shares the social one as well. */
async function sharing(): Promise<LinkedCouple> {
  const pair = await linkedCouple(pool);
  await decide(pair.ines, pair.coupleId, "shared", [...emotional, "social"]);
  await decide(pair.dario, pair.coupleId, "shared", [...emotional, "connection-weeks"]);
  return pair;
}

describe("a couple, for staff", () => {
  it("stands side by side with what each shares; the private side is there for the therapist", async () => {
    const pair = await sharing();
    const { practice, coupleId, ines, dario } = pair;
    const view = await as(practice.therapist, (scope) => getCouple(scope, coupleId), at(aWeek));
    expect(view).toMatchObject({ isOpen: true, mayChange: true, linkedBy: practice.therapist.name, release: null });
    expect(view.first.header.name).toBe("Ines");
    expect(view.second.sitting?.scores).toContainEqual({ scaleKey: "social", form: "now", score: 60 });
    expect(view.second.shares).toEqual(["connection-weeks", ...emotional]);
    expect(view.releasable).toMatchObject({
      items: emotional,
      rows: [{ dimension: "emotional", first: { now: 36, wished: 76 }, second: { now: 52, wished: 72 } }],
    });
    const read = (await auditOf(pool, practice.owner)).filter(({ action }) => action === "couples.chart-read");
    expect(read.map((row) => row.client_id).sort()).toEqual([ines.clientId, dario.clientId].sort());
  });

  it("calls each of the two so that they are told apart", async () => {
    const { practice, coupleId, ines, dario } = await linkedCouple(pool);
    const called = async () => {
      const { first, second } = await as(practice.therapist, (scope) => getCouple(scope, coupleId));
      const { initials } = await as(practice.therapist, (scope) => getShownToTwo(scope, coupleId));
      return [first.calledName, second.calledName, ...initials];
    };
    expect(await called()).toEqual(["Ines", "Dario", "I", "D"]);
    await as(practice.system, ({ tx }) =>
      tx.execute(`update account set name = case id when '${ines.accountId}' then 'Sam Keller' else 'Sam Kohl' end
        where id in ('${ines.accountId}', '${dario.accountId}')`),
    );
    expect(await called()).toEqual(["Sam Keller", "Sam Kohl", "SKe", "SKo"]);
  });

  it("is there for who reaches both, and not there for anybody else", async () => {
    const { practice, coupleId, ines } = await sharing();
    const open = (actor: StaffActor, id = coupleId) => as(actor, (scope) => getCouple(scope, id));
    expect(await open(practice.owner)).toMatchObject({ mayChange: true });
    expect(await open(practice.supervisor)).toMatchObject({ mayChange: false });
    await expect(open(practice.colleague)).rejects.toThrow(NotFound);
    await expect(open(practice.owner, randomUUID())).rejects.toThrow(NotFound);
    await expect(open((await mintPractice(pool)).owner)).rejects.toThrow(NotFound);
    await expect(open(ines as unknown as StaffActor)).rejects.toThrow(Forbidden);
  });

  it("is not there for the therapist of only one of the two, whose client page does not lead to it", async () => {
    const practice = await mintPractice(pool);
    const ines = await mintClient(pool, practice);
    const dario = await mintClient(pool, practice, { name: "Dario", therapist: practice.colleague });
    const link = (actor: StaffActor) =>
      as(actor, (scope) => linkCouple(scope, { clientId: ines.clientId, partnerId: dario.clientId }));
    for (const actor of [practice.therapist, practice.colleague, practice.supervisor])
      await expect(link(actor)).rejects.toThrow(NotFound);
    for (const person of [ines, dario]) await openGate(pool, practice, person);
    const { coupleId } = await link(practice.owner);
    for (const actor of [practice.therapist, practice.colleague, practice.supervisor]) {
      await expect(as(actor, (scope) => getCouple(scope, coupleId))).rejects.toThrow(NotFound);
      await expect(as(actor, (scope) => endCouple(scope, { coupleId, ...ending }))).rejects.toThrow(NotFound);
    }
    const partner = async (actor: StaffActor) =>
      (await as(actor, (scope) => getClientHeader(scope, ines.clientId))).partner;
    expect(await partner(practice.therapist)).toBeNull();
    expect(await partner(practice.owner)).toMatchObject({ coupleId });
    expect((await as(practice.therapist, (scope) => getLinkChoices(scope, ines.clientId))).couple).toBeNull();
    const caseload = await as(practice.therapist, (scope) => getCaseloadDetails(scope, [ines.clientId]));
    expect(caseload.get(ines.clientId)).toMatchObject({ partnerName: null, coupleId: null });
    const panel = await as(practice.therapist, (scope) => getSafetyPanel(scope, ines.clientId), at(9));
    expect(panel).toMatchObject({ partner: null });
    await as(practice.owner, (scope) => endCouple(scope, { coupleId, ...ending }), at(9));
    expect((await as(practice.therapist, (scope) => getLinkChoices(scope, ines.clientId))).ended).toEqual([]);
    expect((await as(practice.owner, (scope) => getLinkChoices(scope, ines.clientId))).ended).toHaveLength(1);
  });

  it("has no charts while joint steps are closed", async () => {
    const { practice, coupleId, dario } = await sharing();
    await as(practice.therapist, (scope) =>
      raiseGate(scope, { clientId: dario.clientId, kind: "stop", reason: "What he told me." }),
    );
    const view = await as(practice.therapist, (scope) => getCouple(scope, coupleId), at(aWeek));
    expect(view).toMatchObject({ isOpen: false, releasable: null, first: { sitting: null, weeks: [] } });
    expect(view.second).toMatchObject({ sitting: null, weeks: [] });
  });
});

describe("linking", () => {
  it("is once for each person, by somebody responsible for both, and ends with author and time", async () => {
    const practice = await mintPractice(pool);
    const people = await Promise.all(["Ines", "Dario", "Ada"].map((name) => mintClient(pool, practice, { name })));
    const [ines, dario, ada] = people.map(({ clientId }) => clientId) as [string, string, string];
    const link = (clientId: string, partnerId: string, actor: StaffActor = practice.therapist) =>
      as(actor, (scope) => linkCouple(scope, { clientId, partnerId }));
    await expect(link(ines, dario)).rejects.toThrow("only when both are clear");
    for (const person of people) await openGate(pool, practice, person);
    const { coupleId } = await link(ines, dario);
    expect(await link(dario, ines)).toEqual({ coupleId });
    for (const [one, other] of [
      [ada, dario],
      [dario, ada],
      [ada, ines],
      [ines, ada],
    ] as const)
      await expect(link(one, other)).rejects.toThrow("linked with somebody else");
    await expect(link(ada, ada)).rejects.toThrow(NotFound);
    await expect(link(ada, randomUUID())).rejects.toThrow(NotFound);
    await expect(link(ada, dario, (await mintPractice(pool)).owner)).rejects.toThrow(NotFound);
    await expect(link(ada, dario, people[0] as unknown as StaffActor)).rejects.toThrow(Forbidden);
    const choices = (id: string) => as(practice.therapist, (scope) => getLinkChoices(scope, id), at(9));
    expect(await choices(ada)).toEqual({ couple: null, ended: [], people: [] });
    expect((await choices(ines)).couple).toMatchObject({ id: coupleId, partnerName: "Dario" });
    await expect(as(practice.supervisor, (scope) => endCouple(scope, { coupleId, ...ending }))).rejects.toThrow(
      NotFound,
    );
    await as(practice.therapist, (scope) => endCouple(scope, { coupleId, ...ending }), at(3));
    await expect(as(practice.therapist, (scope) => endCouple(scope, { coupleId, ...ending }), at(4))).rejects.toThrow(
      NotFound,
    );
    await expect(as(practice.owner, (scope) => getCouple(scope, coupleId))).rejects.toThrow(NotFound);
    expect(await choices(ines)).toMatchObject({
      couple: null,
      ended: [{ partnerName: "Dario", endedAt: at(3), endedBy: practice.therapist.name }],
      people: [{ name: "Ada" }, { name: "Dario" }],
    });
    await expect(link(ada, dario)).rejects.toThrow("only when both are clear");
    const audits = (await auditOf(pool, practice.owner)).filter(({ action }) =>
      /^couples\.(linked|ended)$/.test(action),
    );
    expect(audits.map(({ action }) => action)).toEqual([
      "couples.linked",
      "couples.linked",
      "couples.ended",
      "couples.ended",
    ]);
  });

  it("of two at once with one person, happens once", async () => {
    const practice = await mintPractice(pool);
    const people = await Promise.all(["Ines", "Dario", "Ada"].map((name) => mintClient(pool, practice, { name })));
    const [ines, dario, ada] = people.map(({ clientId }) => clientId) as [string, string, string];
    for (const person of people) await openGate(pool, practice, person);
    const results = await Promise.allSettled([
      as(practice.owner, (scope) => linkCouple(scope, { clientId: ines, partnerId: dario })),
      as(practice.owner, (scope) => linkCouple(scope, { clientId: ada, partnerId: ines })),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
