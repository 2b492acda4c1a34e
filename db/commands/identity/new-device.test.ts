import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { unreadChanges } from "@/db/queries/identity/credential-changes";
import { addressSafety } from "@/db/schema/address-safety";
import { outboxLetter } from "@/db/schema/outbox";
import { withScope } from "@/db/scope";
import {
  asPerson,
  goodPassword,
  later,
  type MintedPerson,
  mintPerson,
  newCaller,
  peoplePool,
} from "@/db/testing/people";
import type { SystemActor } from "@/lib/actor";
import { foldNewDevices } from "@/lib/identity/new-device";
import { tokenHash } from "./one-time-token";
import type { OpenedSession } from "./open-session";
import { markChangesRead } from "./read-changes";
import { signInWithPassword } from "./sign-in";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");

async function ground(given?: MintedPerson) {
  const person = given ?? (await mintPerson(pool, now, { role: "client" }));
  const { practiceId, accountId, email } = person;
  const system: SystemActor = { kind: "system", role: "system", practiceId };
  const enter = async (deviceMark?: string, at = now, device = "Chrome on Android") => {
    const caller = { ...newCaller(), deviceMark, device };
    const answer = await signInWithPassword(pool, { email, password: goodPassword }, caller, at);
    if (answer.result !== "session") throw new Error(`expected a session, got ${answer.result}`);
    return answer.session;
  };
  const toldOf = (session: OpenedSession) => asPerson(pool, session, now, unreadChanges);
  const told = (session: OpenedSession) => toldOf(session).then((all) => all.map(({ kind }) => kind));
  const read = (session: OpenedSession) => asPerson(pool, session, now, (scope) => markChangesRead(scope, now));
  const letters = () =>
    withScope(pool, system, now, ({ tx }) =>
      tx
        .select({ setAsideAt: outboxLetter.setAsideAt })
        .from(outboxLetter)
        .where(and(eq(outboxLetter.practiceId, practiceId), eq(outboxLetter.accountId, accountId))),
    );
  const say = (answer: "safe" | "unsafe", saidAt = later(now, 1)) =>
    withScope(pool, system, now, ({ tx }) =>
      tx.insert(addressSafety).values({
        practiceId,
        id: randomUUID(),
        accountId,
        addressHash: tokenHash(email),
        answer,
        saidTo: accountId,
        saidAt,
      }),
    );
  return { person, enter, told, toldOf, read, letters, say };
}

describe("a sign-in in a browser that never signed in before", () => {
  it("is told in every other browser until it is read there, and never in the new one", async () => {
    const { enter, told, read } = await ground();
    const tablet = await enter();
    expect([tablet.hasNews, await told(tablet)]).toEqual([false, []]);
    const stranger = await enter();
    expect([stranger.hasNews, await told(stranger)]).toEqual([false, []]);
    await read(stranger);
    const again = await enter(stranger.deviceMark);
    expect([again.hasNews, await told(again)]).toEqual([false, []]);
    const back = await enter(tablet.deviceMark);
    expect([back.hasNews, await told(back)]).toEqual([true, ["new-device"]]);
    await read(back);
    expect((await enter(tablet.deviceMark)).hasNews).toBe(false);
  });

  it("is told of one new browser in another, and one at least is left for the owner to read", async () => {
    const { enter, told, read } = await ground();
    const tablet = await enter();
    await enter();
    const second = await enter();
    await read(second);
    expect(await told(await enter(tablet.deviceMark))).toEqual(["new-device"]);
  });

  it("brings a letter where letters may go, none for the first browser of all, and none where the address is not safe", async () => {
    const { enter, letters } = await ground();
    const first = await enter();
    await enter(first.deviceMark, later(now, 60));
    expect(await letters()).toEqual([]);
    await enter();
    expect(await letters()).toEqual([{ setAsideAt: null }]);
    const unsafe = await ground();
    await unsafe.say("unsafe");
    await unsafe.enter();
    await unsafe.enter(undefined, later(now, 2));
    expect(await unsafe.letters()).toEqual([{ setAsideAt: later(now, 2) }]);
  });
});

const days = (count: number) => later(now, count * 86_400);

describe("a client who clears their browser each time", () => {
  it("gets one letter a week for one kind of device, and is told in the pages each time", async () => {
    const { enter, letters, toldOf } = await ground();
    for (let day = 0; day < 15; day += 1) await enter(undefined, days(day));
    // Of the first browser of all there is none; then on days 1, 8 and, a week after that, none before day 15.
    expect(await letters()).toHaveLength(2);
    const here = await enter(undefined, days(15));
    expect(await letters()).toHaveLength(3);
    const told = await toldOf(here);
    expect(told).toHaveLength(14);
    expect(foldNewDevices(told)).toMatchObject([{ kind: "new-device", device: "Chrome on Android", times: 14 }]);
  });

  it("gets a letter at once about another kind of device, whatever was written about their own", async () => {
    const { enter, letters } = await ground();
    await enter();
    await enter(undefined, days(1));
    await enter(undefined, days(2), "Firefox on Windows");
    await enter(undefined, days(3), "Firefox on Windows");
    await enter(undefined, days(3));
    expect(await letters()).toHaveLength(2);
  });

  it("gets the letter that could not go before, once their address is safe", async () => {
    const { enter, letters, say } = await ground();
    await enter();
    await say("unsafe");
    await enter(undefined, days(1));
    await say("safe", days(2));
    await enter(undefined, days(3));
    await enter(undefined, days(4));
    expect((await letters()).filter(({ setAsideAt }) => setAsideAt === null)).toHaveLength(1);
  });

  it("is not spared as one of the staff, who see other people’s records", async () => {
    const { enter, letters } = await ground(await mintPerson(pool, now, { role: "owner" }));
    await enter();
    await enter(undefined, days(1));
    await enter(undefined, days(2));
    expect(await letters()).toHaveLength(2);
  });
});
