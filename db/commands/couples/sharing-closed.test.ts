import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withdrawConsent } from "@/db/commands/clients/agree-to-consent";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { getOwnPeople } from "@/db/queries/clients/own-people";
import { getCouple } from "@/db/queries/couples/couple";
import { getOwnSharing, getSharePreview } from "@/db/queries/couples/own-sharing";
import { getTogether } from "@/db/queries/couples/together";
import { shareDecision } from "@/db/schema/couples";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { minutesLater as at, linkedCouple } from "@/db/testing/linked-couple";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import { ending } from "@/db/testing/talked-alone";
import type { Actor, ClientActor } from "@/lib/actor";
import type { ShareItem } from "@/lib/couples/share-items";
import { Forbidden, Refused } from "@/lib/errors";
import { waitingSentence } from "@/lib/safety/waiting-sentence";
import { decideSharing } from "./decide-sharing";
import { endCouple } from "./end-couple";
import { linkCouple } from "./link-couple";

const pool = testPool();
const aWeek = 7 * 24 * 60;
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);
const decide = (who: ClientActor, coupleId: string, decision: "shared" | "withdrawn", items: ShareItem[], minute = 1) =>
  as(who, (scope) => decideSharing(scope, { coupleId, decision, "items[]": items }), at(minute));
const seenBy = (who: ClientActor, minute = aWeek) => as(who, getTogether, at(minute));
const nothing = { fromPartner: null, picture: null };
const closed = new Refused(waitingSentence("A"));

describe("sharing is closed with one sentence", () => {
  const all: ShareItem[] = ["emotional"];

  it("while joint steps are closed, which no decision does before the practice week ends; stopping stays possible", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    await decide(ines, coupleId, "shared", all);
    await as(
      practice.therapist,
      (scope) => raiseGate(scope, { clientId: dario.clientId, kind: "concern", reason: "Something he said." }),
      at(aWeek + 2),
    );
    expect((await seenBy(dario, aWeek + 3)).fromPartner).not.toBeNull();
    expect(await seenBy(dario, 2 * aWeek)).toEqual(nothing);
    expect(await as(ines, getOwnSharing, at(2 * aWeek))).toMatchObject({
      isOpen: false,
      choices: [],
      states: [{ item: all[0], isChosen: true }],
    });
    expect(await as(ines, (scope) => getSharePreview(scope, all), at(2 * aWeek))).toBeNull();
    await expect(decide(ines, coupleId, "shared", ["social"], 2 * aWeek)).rejects.toEqual(closed);
    await decide(ines, coupleId, "withdrawn", all, 2 * aWeek + 1);
    expect((await as(ines, getOwnSharing, at(2 * aWeek + 2))).states).toMatchObject([{ isChosen: false }]);
    expect((await as(ines, getOwnSharing, at(3 * aWeek))).states).toEqual([]);
  });

  it("for another link than the one looked at, for nobody's and for a foreign one", async () => {
    const { practice, ines, coupleId } = await linkedCouple(pool);
    const other = await linkedCouple(pool);
    for (const id of [randomUUID(), other.coupleId])
      await expect(decide(ines, id, "shared", all)).rejects.toEqual(closed);
    const bystander = await mintClient(pool, practice, { name: "Ada" });
    await expect(decide(bystander, coupleId, "shared", all)).rejects.toEqual(closed);
    expect(await seenBy(bystander)).toEqual(nothing);
    // Stopping is never refused: where there is nothing to stop, nothing is kept and nothing is said.
    for (const id of [randomUUID(), other.coupleId])
      await expect(decide(ines, id, "withdrawn", all)).resolves.toBeUndefined();
    await expect(decide(bystander, coupleId, "withdrawn", all)).resolves.toBeUndefined();
    expect(await as(practice.system, ({ tx }) => tx.select().from(shareDecision))).toEqual([]);
  });

  it("for a link that ended: data stop at once, the pages read as in own steps until the agreed day, then no name is left", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    await decide(ines, coupleId, "shared", all);
    const closedPages = async (minute: number) => ({
      sharing: await as(ines, getOwnSharing, at(minute)),
      people: await as(ines, getOwnPeople, at(minute)),
    });
    await as(practice.therapist, (scope) => endCouple(scope, { coupleId, ...ending }), at(aWeek - 60));
    expect(await seenBy(dario, aWeek)).toEqual(nothing);
    await expect(decide(ines, coupleId, "shared", ["social"], aWeek)).rejects.toEqual(closed);
    const between = await closedPages(aWeek);
    expect(between.people.partnerName).toBe("Dario");
    expect(between.sharing).toMatchObject({
      couple: { id: coupleId, partnerName: "Dario" },
      isOpen: false,
      states: [{ item: "emotional", isChosen: true }],
      ledger: [{ item: "emotional", sharedAt: at(1), withdrawnAt: null, to: "Dario" }],
    });
    const after = await closedPages(2 * aWeek);
    expect(after.people.partnerName).toBeNull();
    expect(after.sharing).toMatchObject({ couple: null, isOpen: false, states: [], choices: [] });
    expect(after.sharing.ledger).toEqual([
      { item: "emotional", sharedAt: at(1), withdrawnAt: new Date("2026-12-01T00:00:00Z"), to: null },
    ]);
  });

  it("with the practice week after its owner took back the agreement to use the portal", async () => {
    const { ines, dario, coupleId } = await linkedCouple(pool);
    await decide(ines, coupleId, "shared", all);
    await as(ines, withdrawConsent, at(aWeek));
    expect((await seenBy(dario, aWeek + 1)).fromPartner).not.toBeNull();
    expect(await seenBy(dario, 2 * aWeek)).toEqual(nothing);
  });

  it("before the link counts: a page shows no name and no link in the week in which it was made", async () => {
    const practice = await mintPractice(pool);
    const people = [await mintClient(pool, practice), await mintClient(pool, practice, { name: "Dario" })] as const;
    for (const person of people) await openGate(pool, practice, person);
    const { coupleId } = await as(
      practice.therapist,
      (scope) => linkCouple(scope, { clientId: people[0].clientId, partnerId: people[1].clientId }),
      at(5),
    );
    expect((await as(people[0], getOwnPeople, at(60))).partnerName).toBeNull();
    expect((await as(people[0], getOwnSharing, at(60))).couple).toBeNull();
    await expect(decide(people[0], coupleId, "shared", all, 60)).rejects.toThrow(Refused);
    expect((await as(practice.therapist, (scope) => getCouple(scope, coupleId), at(60))).isOpen).toBe(false);
    expect((await as(people[0], getOwnPeople, at(aWeek))).partnerName).toBe("Dario");
    expect((await as(people[0], getOwnSharing, at(aWeek))).isOpen).toBe(true);
  });

  it("for staff, who decide nothing here", async () => {
    const { practice, coupleId } = await linkedCouple(pool);
    const posing = { ...practice.therapist, clientId: randomUUID() } as unknown as ClientActor;
    await expect(decide(posing, coupleId, "shared", all)).rejects.toThrow(Forbidden);
    const stranger = await mintPractice(pool);
    const foreign = await as(stranger.owner, ({ tx }) => tx.select().from(shareDecision));
    expect(foreign).toEqual([]);
  });
});
