import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { releaseDimensions } from "@/db/commands/assessments/release-dimensions";
import { withdrawConsent } from "@/db/commands/clients/agree-to-consent";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { getOwnSharing, getSharePreview } from "@/db/queries/couples/own-sharing";
import { getTogether } from "@/db/queries/couples/together";
import { consent } from "@/db/schema/clients";
import { shareDecision } from "@/db/schema/couples";
import { exerciseAttempt } from "@/db/schema/exercises";
import { enrolment } from "@/db/schema/protocol";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { minutesLater as at, type LinkedCouple, linkedCouple } from "@/db/testing/linked-couple";
import { testNow } from "@/db/testing/mint";
import { openSafetyEvent } from "@/db/testing/open-gate";
import { auditOf } from "@/db/testing/tenancy";
import type { Actor, ClientActor } from "@/lib/actor";
import { keptItemWords, type ShareItem } from "@/lib/couples/share-items";
import { consentText } from "@/lib/identity/consent-text";
import { decideSharing } from "./decide-sharing";

const pool = testPool();
const aWeek = 7 * 24 * 60;
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);
const decide = (who: ClientActor, coupleId: string, decision: "shared" | "withdrawn", items: ShareItem[], minute = 1) =>
  as(who, (scope) => decideSharing(scope, { coupleId, decision, "items[]": items }), at(minute));
const seenBy = (who: ClientActor, minute = aWeek) => as(who, getTogether, at(minute));
const nothing = { fromPartner: null, picture: null };

describe("sharing", () => {
  it("shows the partner what was chosen from the next practice week, and stops with the one after", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    await decide(ines, coupleId, "shared", ["emotional", "social"]);
    expect(await seenBy(dario, 60)).toEqual(nothing);
    const own = await as(ines, getOwnSharing, at(60));
    expect(own.states).toEqual([
      { item: "emotional", isChosen: true, isShown: false, since: at(1) },
      { item: "social", isChosen: true, isShown: false, since: at(1) },
    ]);
    expect(own.couple?.changesAt).toEqual(new Date("2026-11-29T00:00:00Z"));
    const view = {
      connection: [],
      practice: [],
      dimensions: {
        date: "2026-11-23",
        rows: [
          { dimension: "emotional", now: 36, wished: 76, gap: 40 },
          { dimension: "social", now: 48, wished: 56, gap: 8 },
        ],
      },
    };
    expect(await seenBy(dario)).toEqual({ picture: null, fromPartner: { name: "Ines", view } });
    expect(await seenBy(ines)).toEqual(nothing);
    const read = (await auditOf(pool, practice.owner)).filter(({ action }) => action === "couples.shared-read");
    expect(read).toEqual([{ action: "couples.shared-read", client_id: ines.clientId, actor_id: dario.accountId }]);
    await decide(ines, coupleId, "withdrawn", ["emotional", "social"], aWeek + 2);
    expect((await seenBy(dario, aWeek + 3)).fromPartner?.view).toEqual(view);
    expect((await as(ines, getOwnSharing, at(aWeek + 3))).states).toMatchObject([
      { item: "emotional", isChosen: false, isShown: true },
      { item: "social", isChosen: false, isShown: true },
    ]);
    expect(await seenBy(dario, 2 * aWeek)).toEqual(nothing);
    const kept = (await auditOf(pool, practice.owner)).filter(({ action }) =>
      /^couples\.(shared|withdrawn)$/.test(action),
    );
    expect(kept).toHaveLength(4);
    expect(new Set(kept.map((row) => row.actor_id))).toEqual(new Set([ines.accountId]));
  });

  it("never shows the sexual dimension by one person's choice", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    const sitting = await sitDimensions(pool, practice, ines, { emotional: [30, 60], sexual: [44, 72] }, at(2));
    await as(practice.therapist, (scope) => releaseDimensions(scope, { assessmentId: sitting, decision: "released" }));
    await decide(ines, coupleId, "shared", ["emotional", "sexual"], 3);
    expect(JSON.stringify(await seenBy(dario))).not.toContain("sexual");
    expect((await as(ines, getOwnSharing, at(aWeek))).view.dimensions?.rows.map((row) => row.dimension)).toEqual([
      "emotional",
    ]);
    expect((await as(dario, (scope) => getSharePreview(scope, ["sexual"]), at(aWeek)))?.view.dimensions).toBeNull();
  });

  it("of before arrives as pairs and never more open: one side alone is nothing, what was stopped stays stopped", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    const kept = (item: string, decision: "shared" | "withdrawn", decidedAt: Date) => ({
      ...{ practiceId: ines.practiceId, id: randomUUID(), coupleId, clientId: ines.clientId },
      ...{ item, decision, decidedBy: ines.accountId, decidedAt, heldAtOnce: true },
    });
    const earlier = new Date("2026-11-20T10:00:00Z");
    await as(practice.system, async ({ tx }) => {
      const sides = ["emotional-now", "social-now", "social-wished", "sexual-now", "sexual-wished", "practice-days"];
      await tx.insert(shareDecision).values(sides.map((item) => kept(item, "shared", earlier)));
      await tx.insert(shareDecision).values(kept("practice-days", "withdrawn", at(-60)));
      const agreed = { document: "portal", version: consentText.version, decision: "agreed" as const };
      const { practiceId, clientId } = ines;
      await tx.insert(consent).values({ practiceId, id: randomUUID(), clientId, ...agreed, decidedAt: earlier });
    });
    expect((await seenBy(dario, 0)).fromPartner?.view).toMatchObject({
      practice: [],
      dimensions: { rows: [{ dimension: "social", now: 48, wished: 56, gap: 8 }] },
    });
    const own = await as(ines, getOwnSharing, at(0));
    expect(own.states.map(({ item, isChosen, isShown }) => [item, isChosen, isShown])).toEqual([
      ["social", true, true],
      ["sexual", true, true],
    ]);
    expect(own.ledger.map(({ item }) => keptItemWords(item))).toContain("Emotional, now");
    await decide(ines, coupleId, "withdrawn", ["social"], 5);
    expect((await as(ines, getOwnSharing, at(9))).states).toMatchObject([{ item: "social", isChosen: false }, {}]);
    expect((await as(ines, getOwnSharing, at(9))).ledger.filter(({ withdrawnAt }) => withdrawnAt)).toHaveLength(3);
    expect(await seenBy(dario)).toEqual(nothing);
  });

  it("of somebody who took their agreement back stops where a week begins, and at once where that was the rule", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    const sitting = await sitDimensions(pool, practice, ines, { emotional: [30, 60] }, at(2));
    await as(practice.therapist, (scope) => releaseDimensions(scope, { assessmentId: sitting, decision: "released" }));
    await decide(ines, coupleId, "shared", ["emotional"], 3);
    await as(ines, withdrawConsent, at(aWeek + 5));
    const shown = await seenBy(dario, aWeek + 10);
    expect(shown.fromPartner?.view.dimensions?.rows).toHaveLength(1);
    expect(await seenBy(dario, 2 * aWeek)).toEqual(nothing);
    const { practiceId, clientId } = ines;
    const earlier = {
      document: "portal",
      version: consentText.version,
      decision: "withdrawn",
      heldAtOnce: true,
    } as const;
    await as(practice.system, ({ tx }) =>
      tx.insert(consent).values({ practiceId, id: randomUUID(), clientId, ...earlier, decidedAt: at(aWeek + 6) }),
    );
    expect(await seenBy(dario, aWeek + 10)).toEqual(nothing);
  });

  it("is kept as decisions that nobody can change, and read back as a ledger", async () => {
    const { ines, coupleId, practice } = await linkedCouple(pool);
    await decide(ines, coupleId, "shared", ["emotional"]);
    await decide(ines, coupleId, "shared", ["emotional", "sexual"], 2);
    await decide(ines, coupleId, "withdrawn", ["emotional"], 3);
    await decide(ines, coupleId, "withdrawn", ["emotional"], 4);
    const own = await as(ines, getOwnSharing, at(5));
    expect(own.ledger).toEqual([
      { item: "sexual", sharedAt: at(2), withdrawnAt: null, to: "Dario" },
      { item: "emotional", sharedAt: at(1), withdrawnAt: at(3), to: "Dario" },
    ]);
    expect(own.states).toEqual([{ item: "sexual", isChosen: true, isShown: false, since: at(2) }]);
    expect(own.choices).not.toContain("sexual");
    expect(own.choices).toHaveLength(6);
    const tamper = as(practice.system, ({ tx }) =>
      tx.update(shareDecision).set({ decision: "shared" }).where(eq(shareDecision.clientId, ines.clientId)),
    );
    await expect(tamper).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("shows a partner no score before its owner may see it, and the preview says what is not there yet", async () => {
    const { practice, ines, dario, coupleId, inesSitting } = await linkedCouple(pool);
    const chosen: ShareItem[] = ["connection-weeks", "emotional", "sexual"];
    const before = await as(ines, (scope) => getSharePreview(scope, chosen), at(1));
    expect(before).toMatchObject({ notYet: ["connection-weeks"], couple: { partnerName: "Dario" } });
    await decide(ines, coupleId, "shared", chosen);
    expect((await seenBy(dario)).fromPartner?.view).toEqual(before?.view);
    await as(
      practice.therapist,
      (scope) => releaseDimensions(scope, { assessmentId: inesSitting, decision: "withdrawn" }),
      at(aWeek + 2),
    );
    expect(await seenBy(dario, aWeek + 3)).toEqual(nothing);
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
        { week: 4, score: null },
      ],
      practice: [{ week: 1, days: 2 }],
      dimensions: null,
    });
  });
});

describe("the partner wall", () => {
  /** All that Dario's pages about the two are made of. */
  const seen = async ({ dario }: LinkedCouple, minute = 60) => [
    await seenBy(dario, minute),
    await as(dario, getOwnSharing, at(minute)),
    await as(dario, (scope) => getSharePreview(scope, ["emotional"]), at(minute)),
  ];

  it("gives the same answer whether or not the other shared, withdrew, wrote or felt unsafe", async () => {
    const pair = await linkedCouple(pool);
    const { practice, ines, coupleId } = pair;
    const before = await seen(pair);
    await decide(ines, coupleId, "shared", ["emotional", "connection-weeks"], 1);
    expect(await seen(pair)).toEqual(before);
    expect(await seen(pair, aWeek)).not.toEqual(before);
    await decide(ines, coupleId, "withdrawn", ["emotional", "connection-weeks"], 2);
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
