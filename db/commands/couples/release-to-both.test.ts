import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { currentRelease } from "@/db/queries/couples/couple-release";
import { getTogether } from "@/db/queries/couples/together";
import { coupleRelease } from "@/db/schema/couples";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { minutesLater as at, type LinkedCouple, linkedCouple } from "@/db/testing/linked-couple";
import { mintPractice, testNow } from "@/db/testing/mint";
import { ending } from "@/db/testing/talked-alone";
import { auditOf } from "@/db/testing/tenancy";
import type { Actor, ClientActor, StaffActor } from "@/lib/actor";
import type { ShareItem } from "@/lib/couples/share-items";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { decideSharing } from "./decide-sharing";
import { endCouple } from "./end-couple";
import { releaseToBoth, takeReleaseBack } from "./release-to-both";

const pool = testPool();
const aWeek = 7 * 24 * 60;
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);
const decide = (who: ClientActor, coupleId: string, decision: "shared" | "withdrawn", items: ShareItem[], minute = 1) =>
  as(who, (scope) => decideSharing(scope, { coupleId, decision, "items[]": items }), at(minute));
const pictures = ({ ines, dario }: LinkedCouple, minute = aWeek + 60) =>
  Promise.all([ines, dario].map(async (who) => (await as(who, getTogether, at(minute))).picture));

const emotional: ShareItem[] = ["emotional"];
const words = "These are your answers side by side. We look at them together.";

/** Both share the emotional dimension; Ines shares the social one as well. */
async function sharing(): Promise<LinkedCouple> {
  const pair = await linkedCouple(pool);
  await decide(pair.ines, pair.coupleId, "shared", [...emotional, "social"]);
  await decide(pair.dario, pair.coupleId, "shared", [...emotional, "connection-weeks"]);
  return pair;
}

const release = (
  { practice, coupleId, inesSitting, darioSitting }: LinkedCouple,
  change = {},
  actor = practice.therapist,
  minute = aWeek,
) =>
  as(
    actor,
    (scope) =>
      releaseToBoth(scope, {
        id: randomUUID(),
        coupleId,
        firstAssessmentId: inesSitting,
        secondAssessmentId: darioSitting,
        "items[]": emotional,
        words,
        ...change,
      }),
    at(minute),
  );

describe("a release to both", () => {
  it("shows both the same picture of what both share, and nothing else", async () => {
    const pair = await sharing();
    expect(await pictures(pair)).toEqual([null, null]);
    await release(pair);
    const [forInes, forDario] = await pictures(pair);
    expect(forInes).toEqual(forDario);
    expect(forInes).toEqual({
      firstName: "Ines",
      secondName: "Dario",
      words,
      rows: [
        { dimension: "emotional", first: { now: 36, wished: 76, gap: 40 }, second: { now: 52, wished: 72, gap: 20 } },
      ],
    });
    const sealed = await as(pair.practice.system, ({ tx }) => tx.select().from(coupleRelease));
    expect(JSON.stringify(sealed)).not.toContain("side by side");
  });

  it("loses with the next week what either stops sharing, and holds what it was released with", async () => {
    const pair = await sharing();
    const { ines, dario, coupleId, practice } = pair;
    await release(pair);
    await decide(dario, coupleId, "shared", ["social"], aWeek + 6);
    await sitDimensions(pool, practice, ines, { emotional: [90, 96] }, at(aWeek + 7));
    expect((await pictures(pair))[1]?.rows).toMatchObject([{ dimension: "emotional", first: { now: 36 } }]);
    await decide(ines, coupleId, "withdrawn", ["emotional"], aWeek + 9);
    expect(await pictures(pair)).not.toContain(null);
    expect(await pictures(pair, 2 * aWeek)).toEqual([null, null]);
  });

  it("is gone for both when it is taken back, with the gate, and with the link", async () => {
    const back = await sharing();
    await release(back);
    await as(back.practice.owner, (scope) => takeReleaseBack(scope, back), at(aWeek + 6));
    await as(back.practice.owner, (scope) => takeReleaseBack(scope, back), at(aWeek + 7));
    expect(await pictures(back)).toEqual([null, null]);

    const stopped = await sharing();
    await release(stopped);
    const { practice, ines } = stopped;
    await as(
      practice.therapist,
      (scope) => raiseGate(scope, { clientId: ines.clientId, kind: "stop", reason: "What she told me." }),
      at(aWeek + 6),
    );
    expect(await pictures(stopped)).not.toContain(null);
    expect(await pictures(stopped, 2 * aWeek)).toEqual([null, null]);
    await expect(release(stopped, {}, practice.therapist, 2 * aWeek)).rejects.toThrow("Joint steps are closed");

    const ended = await sharing();
    await release(ended);
    await as(ended.practice.owner, (scope) => endCouple(scope, { coupleId: ended.coupleId, ...ending }), at(aWeek + 6));
    expect(await pictures(ended)).toEqual([null, null]);
  });

  it("stands again where it was taken back and released anew, all in one instant", async () => {
    const pair = await sharing();
    const { practice } = pair;
    const back = () => as(practice.therapist, (scope) => takeReleaseBack(scope, pair), at(aWeek));
    await release(pair);
    await back();
    await release(pair, { words: "Once more, together." });
    expect((await pictures(pair))[0]?.words).toBe("Once more, together.");
    await back();
    expect(await pictures(pair)).toEqual([null, null]);
  });

  it("does not stand where a row of the same instant takes it back", async () => {
    const pair = await sharing();
    const { practice, coupleId } = pair;
    await release(pair);
    const { releasedAt, kept } = await as(practice.system, async ({ tx }) => {
      const [row] = await tx.select().from(coupleRelease);
      if (!row) throw new Error("It was released.");
      const taken = { decision: "withdrawn" as const, items: [], firstAssessmentId: null, secondAssessmentId: null };
      await tx.insert(coupleRelease).values({ ...row, ...taken, id: randomUUID(), wordsSealed: null });
      return { releasedAt: row.decidedAt, kept: await tx.select().from(coupleRelease) };
    });
    expect(kept.map(({ decidedAt }) => decidedAt)).toEqual([releasedAt, releasedAt]);
    expect(await as(practice.therapist, (scope) => currentRelease(scope, coupleId), at(aWeek + 1))).toBeNull();
    expect(await pictures(pair)).toEqual([null, null]);
  });

  it("is refused when it is not what was looked at, and releases once when sent twice", async () => {
    const pair = await sharing();
    await expect(release(pair, { "items[]": [...emotional, "social"] })).rejects.toThrow(Refused);
    await expect(release(pair, { secondAssessmentId: pair.inesSitting })).rejects.toThrow(Refused);
    await decide(pair.dario, pair.coupleId, "withdrawn", ["emotional"], 2);
    await expect(release(pair)).rejects.toThrow("changed while you looked");
    await decide(pair.dario, pair.coupleId, "shared", ["emotional"], 3);
    const id = randomUUID();
    await Promise.all([release(pair, { id }), release(pair, { id })]);
    const rows = await as(pair.practice.system, ({ tx }) => tx.select().from(coupleRelease));
    expect(rows.map(({ decision }) => decision)).toEqual(["released"]);
    const audits = (await auditOf(pool, pair.practice.owner)).filter(({ action }) => action === "couples.released");
    expect(audits).toHaveLength(2);
  });

  it("is an act of who is responsible for both", async () => {
    const pair = await sharing();
    const { practice, ines } = pair;
    const stranger = await mintPractice(pool);
    for (const actor of [practice.colleague, practice.supervisor, stranger.owner]) {
      await expect(release(pair, {}, actor)).rejects.toThrow(NotFound);
      await expect(as(actor, (scope) => takeReleaseBack(scope, pair))).rejects.toThrow(NotFound);
    }
    await expect(release(pair, {}, ines as unknown as StaffActor)).rejects.toThrow(Forbidden);
    await expect(release(pair, { coupleId: randomUUID() })).rejects.toThrow(NotFound);
    await release(pair, {}, practice.owner);
  });
});
