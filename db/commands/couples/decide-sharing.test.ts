import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { releaseDimensions } from "@/db/commands/assessments/release-dimensions";
import { withdrawConsent } from "@/db/commands/clients/agree-to-consent";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { getOwnSharing, getSharePreview } from "@/db/queries/own-sharing";
import { getTogether } from "@/db/queries/together";
import { shareDecision } from "@/db/schema/couples";
import { exerciseAttempt } from "@/db/schema/exercises";
import { enrolment } from "@/db/schema/protocol";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { minutesLater as at, type LinkedCouple, linkedCouple } from "@/db/testing/linked-couple";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openSafetyEvent } from "@/db/testing/open-gate";
import { ending } from "@/db/testing/talked-alone";
import { auditOf } from "@/db/testing/tenancy";
import type { Actor, ClientActor } from "@/lib/domain/actor";
import type { ShareItem } from "@/lib/domain/couples/share-items";
import { Forbidden, Refused } from "@/lib/domain/errors";
import { waitingSentence } from "@/lib/domain/safety/waiting-sentence";
import { decideSharing } from "./decide-sharing";
import { endCouple } from "./end-couple";

const pool = testPool();
const aWeek = 7 * 24 * 60;
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);
const decide = (who: ClientActor, coupleId: string, decision: "shared" | "withdrawn", items: ShareItem[], minute = 1) =>
  as(who, (scope) => decideSharing(scope, { coupleId, decision, "items[]": items }), at(minute));
const seenBy = (who: ClientActor, minute = 60) => as(who, getTogether, at(minute));
const nothing = { fromPartner: null, picture: null };
const closed = new Refused(waitingSentence("A"));

describe("sharing", () => {
  it("shows the partner what was chosen and nothing besides, until it is withdrawn, and then it is gone at once", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    expect(await seenBy(dario)).toEqual(nothing);
    await decide(ines, coupleId, "shared", ["emotional-now", "social-now", "social-wished"]);
    expect(await seenBy(dario)).toEqual({
      picture: null,
      fromPartner: {
        name: "Ines",
        view: {
          connection: [],
          practice: [],
          dimensions: {
            date: "2026-11-23",
            rows: [
              { dimension: "emotional", now: 36, wished: null },
              { dimension: "social", now: 48, wished: 56 },
            ],
          },
        },
      },
    });
    expect(await seenBy(ines)).toEqual(nothing);
    const read = (await auditOf(pool, practice.owner)).filter(({ action }) => action === "couples.shared-read");
    expect(read).toEqual([{ action: "couples.shared-read", client_id: ines.clientId, actor_id: dario.accountId }]);
    await decide(ines, coupleId, "withdrawn", ["emotional-now"], 2);
    expect(JSON.stringify(await seenBy(dario))).not.toContain("emotional");
    await decide(ines, coupleId, "withdrawn", ["social-now", "social-wished"], 3);
    expect(await seenBy(dario)).toEqual(nothing);
    const kept = (await auditOf(pool, practice.owner)).filter(({ action }) =>
      /^couples\.(shared|withdrawn)$/.test(action),
    );
    expect(kept).toHaveLength(6);
    expect(new Set(kept.map((row) => row.actor_id))).toEqual(new Set([ines.accountId]));
  });

  it("is kept as decisions that nobody can change, and read back as a ledger", async () => {
    const { ines, coupleId, practice } = await linkedCouple(pool);
    await decide(ines, coupleId, "shared", ["emotional-now"]);
    await decide(ines, coupleId, "shared", ["emotional-now", "sexual-now"], 2);
    await decide(ines, coupleId, "withdrawn", ["emotional-now"], 3);
    await decide(ines, coupleId, "withdrawn", ["emotional-now"], 4);
    const own = await as(ines, getOwnSharing, at(5));
    expect(own.ledger).toEqual([
      { item: "sexual-now", sharedAt: at(2), withdrawnAt: null, to: "Dario" },
      { item: "emotional-now", sharedAt: at(1), withdrawnAt: at(3), to: "Dario" },
    ]);
    expect(own.standing).toEqual([{ item: "sexual-now", since: at(2) }]);
    expect(own.choices).not.toContain("sexual-now");
    expect(own.choices).toHaveLength(11);
    const tamper = as(practice.system, ({ tx }) =>
      tx.update(shareDecision).set({ decision: "shared" }).where(eq(shareDecision.clientId, ines.clientId)),
    );
    await expect(tamper).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("shows a partner no score before its owner may see it, and the preview says what is not there yet", async () => {
    const { practice, ines, dario, coupleId, inesSitting } = await linkedCouple(pool);
    const chosen: ShareItem[] = ["connection-weeks", "emotional-now", "sexual-now"];
    const before = await as(ines, (scope) => getSharePreview(scope, chosen), at(1));
    expect(before).toMatchObject({ notYet: ["connection-weeks", "sexual-now"], couple: { partnerName: "Dario" } });
    await decide(ines, coupleId, "shared", chosen);
    expect((await seenBy(dario)).fromPartner?.view).toEqual(before?.view);
    await as(
      practice.therapist,
      (scope) => releaseDimensions(scope, { assessmentId: inesSitting, decision: "withdrawn" }),
      at(2),
    );
    expect(await seenBy(dario)).toEqual(nothing);
  });

  it("shows weeks that are over, never a day, a word or a plan", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    const check = (score: number, note: string | null, now: Date) =>
      as(ines, (scope) => saveConnectionCheck(scope, { id: randomUUID(), score, note }), now);
    await check(4, "He shouted again.", new Date("2026-11-02T19:00:00Z"));
    await check(7, null, new Date("2026-11-04T19:00:00Z"));
    await check(2, "One bad day.", new Date("2026-11-11T19:00:00Z"));
    await check(9, null, new Date("2026-11-23T09:00:00Z"));
    await as(practice.system, async ({ tx }) => {
      const [own] = await tx.select({ id: enrolment.id }).from(enrolment).where(eq(enrolment.clientId, ines.clientId));
      const attempt = { practiceId: ines.practiceId, clientId: ines.clientId, enrolmentId: own?.id ?? "" };
      await tx.insert(exerciseAttempt).values(
        (["done", "tried", "skipped"] as const).map((outcome, i) => ({
          ...attempt,
          id: randomUUID(),
          exerciseKey: "one-real-feeling",
          localDate: `2026-11-0${i + 2}`,
          outcome,
          skipReason: outcome === "skipped" ? "too-close" : null,
          recordedAt: testNow,
        })),
      );
    });
    await decide(ines, coupleId, "shared", ["connection-weeks", "practice-days"]);
    const { fromPartner } = await seenBy(dario);
    expect(fromPartner?.view).toEqual({
      connection: [
        { week: 1, score: 5.5 },
        { week: 2, score: null },
        { week: 3, score: null },
      ],
      practice: [{ week: 1, days: 2 }],
      dimensions: null,
    });
  });
});

describe("sharing is closed with one sentence", () => {
  const all: ShareItem[] = ["emotional-now"];

  it("while joint steps are closed, which no decision does before the practice week ends; stopping stays possible", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    await decide(ines, coupleId, "shared", all);
    await as(
      practice.therapist,
      (scope) => raiseGate(scope, { clientId: dario.clientId, kind: "concern", reason: "Something he said." }),
      at(2),
    );
    expect((await seenBy(dario)).fromPartner).not.toBeNull();
    expect(await seenBy(dario, aWeek)).toEqual(nothing);
    expect(await as(ines, getOwnSharing, at(aWeek))).toMatchObject({
      isOpen: false,
      choices: [],
      standing: [{ item: all[0] }],
    });
    expect(await as(ines, (scope) => getSharePreview(scope, all), at(aWeek))).toBeNull();
    await expect(decide(ines, coupleId, "shared", ["social-now"], aWeek)).rejects.toEqual(closed);
    await decide(ines, coupleId, "withdrawn", all, aWeek + 1);
    expect((await as(ines, getOwnSharing, at(aWeek + 2))).standing).toEqual([]);
  });

  it("for a link that ended, for another link than the one looked at, for nobody's and for a foreign one", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    const other = await linkedCouple(pool);
    await decide(ines, coupleId, "shared", all);
    for (const id of [randomUUID(), other.coupleId])
      await expect(decide(ines, id, "shared", all)).rejects.toEqual(closed);
    const bystander = await mintClient(pool, practice, { name: "Ada" });
    await expect(decide(bystander, coupleId, "shared", all)).rejects.toEqual(closed);
    expect(await seenBy(bystander)).toEqual(nothing);
    await as(practice.therapist, (scope) => endCouple(scope, { coupleId, ...ending }), at(2));
    expect(await seenBy(dario)).toEqual(nothing);
    await expect(decide(ines, coupleId, "shared", all, 3)).rejects.toEqual(closed);
    await decide(ines, coupleId, "withdrawn", all, 3);
    const own = await as(ines, getOwnSharing, at(4));
    expect(own).toMatchObject({ couple: null, isOpen: false, standing: [], choices: [] });
    expect(own.ledger).toEqual([{ item: "emotional-now", sharedAt: at(1), withdrawnAt: at(2), to: "Dario" }]);
  });

  it("while its owner has taken back the agreement to use the portal", async () => {
    const { ines, dario, coupleId } = await linkedCouple(pool);
    await decide(ines, coupleId, "shared", all);
    expect((await seenBy(dario)).fromPartner).not.toBeNull();
    await as(ines, withdrawConsent, at(2));
    expect(await seenBy(dario)).toEqual(nothing);
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

describe("the partner wall", () => {
  /** All that Dario's pages about the two are made of. */
  const seen = async ({ dario }: LinkedCouple) => [
    await seenBy(dario),
    await as(dario, getOwnSharing, at(60)),
    await as(dario, (scope) => getSharePreview(scope, ["emotional-now"]), at(60)),
  ];

  it("gives the same answer whether or not the other shared, withdrew, wrote or felt unsafe", async () => {
    const pair = await linkedCouple(pool);
    const { practice, ines, coupleId } = pair;
    const before = await seen(pair);
    await decide(ines, coupleId, "shared", ["emotional-now", "connection-weeks"], 1);
    expect(await seen(pair)).not.toEqual(before);
    await decide(ines, coupleId, "withdrawn", ["emotional-now", "connection-weeks"], 2);
    await as(ines, (scope) => saveConnectionCheck(scope, { id: randomUUID(), score: 2, note: "Alone." }), at(3));
    await openSafetyEvent(pool, practice, ines, at(4));
    expect(await seen(pair)).toEqual(before);
  });

  it("says the same for a gate that was never asked and for a stop", async () => {
    const pair = await linkedCouple(pool, { gates: false });
    const unscreened = await seen(pair);
    await as(pair.practice.therapist, (scope) =>
      raiseGate(scope, { clientId: pair.ines.clientId, kind: "stop", reason: "What she told me alone." }),
    );
    expect(await seen(pair)).toEqual(unscreened);
  });
});
