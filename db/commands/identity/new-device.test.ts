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
  const enter = async (deviceMark?: string, at = now) => {
    const caller = { ...newCaller(), deviceMark };
    const answer = await signInWithPassword(pool, { email, password: goodPassword }, caller, at);
    if (answer.result !== "session") throw new Error(`expected a session, got ${answer.result}`);
    return answer.session;
  };
  const told = (session: OpenedSession) =>
    asPerson(pool, session, now, unreadChanges).then((all) => all.map(({ kind }) => kind));
  const read = (session: OpenedSession) => asPerson(pool, session, now, (scope) => markChangesRead(scope, now));
  const letters = () =>
    withScope(pool, system, now, ({ tx }) =>
      tx
        .select({ setAsideAt: outboxLetter.setAsideAt })
        .from(outboxLetter)
        .where(and(eq(outboxLetter.practiceId, practiceId), eq(outboxLetter.accountId, accountId))),
    );
  const say = (answer: "unsafe") =>
    withScope(pool, system, now, ({ tx }) =>
      tx.insert(addressSafety).values({
        practiceId,
        id: randomUUID(),
        accountId,
        addressHash: tokenHash(email),
        answer,
        saidTo: accountId,
        saidAt: later(now, 1),
      }),
    );
  return { person, enter, told, read, letters, say };
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
