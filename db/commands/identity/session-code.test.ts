import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { unreadChanges } from "@/db/queries/identity/credential-changes";
import { getFactorSetup } from "@/db/queries/identity/own-account";
import { auditEntry } from "@/db/schema/audit";
import { account } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import { onTheMachine } from "@/db/testing/on-the-machine";
import {
  anotherPassword,
  asPerson,
  asStaff,
  codeAt,
  goodPassword,
  later,
  limitSecret,
  mintPerson,
  newCaller,
  peoplePool,
  signedIn,
  stateOf,
  withFactor,
} from "@/db/testing/people";
import type { SystemActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { withScope } from "../../scope";
import { changePassword } from "./change-password";
import { confirmFactor } from "./confirm-factor";
import type { OpenedSession } from "./open-session";
import { markChangesRead } from "./read-changes";
import { setUpFactor } from "./remove-factor";
import { makeSessionCode, redeemSessionCode } from "./session-code";
import { signInWithPassword } from "./sign-in";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");
const phone = { deviceMark: undefined };

async function ground() {
  const owner = await mintPerson(pool, now);
  const { practiceId } = owner;
  const therapist = await mintPerson(pool, now, { practiceId, role: "therapist" });
  const client = await mintPerson(pool, now, { practiceId, role: "client", therapistId: therapist.accountId });
  const ofTherapist = (await withFactor(pool, therapist, now)).session;
  const make = (by: OpenedSession, accountId = client.accountId, password = goodPassword) =>
    asStaff(pool, by, now, (scope) => makeSessionCode(scope, { accountId, password }, limitSecret));
  const code = async () => {
    const made = await make(ofTherapist);
    if ("problem" in made) throw new Error(made.problem);
    return made.proved;
  };
  const system: SystemActor = { kind: "system", role: "system", practiceId };
  const read = <T>(run: Parameters<typeof withScope<SystemActor, T>>[3]) => withScope(pool, system, now, run);
  const enter = async (password: string, deviceMark?: string) => {
    const answer = await signInWithPassword(
      pool,
      { email: client.email, password },
      { ...newCaller(), deviceMark },
      now,
    );
    if (answer.result !== "session") throw new Error(`expected a session, got ${answer.result}`);
    return answer.session;
  };
  return { owner, practiceId, therapist, client, ofTherapist, make, code, read, enter };
}

describe("a one-time code made in the session", () => {
  it("ends every sign-in, sets a new password once, and says at the next sign-in who made it", async () => {
    const { client, code, read, enter } = await ground();
    const before = await signedIn(pool, client, now);
    const given = await code();
    expect(await stateOf(pool, before, now)).toBe("revoked");
    await redeemSessionCode(pool, { code: given.toUpperCase(), password: anotherPassword }, phone, now);
    await expect(redeemSessionCode(pool, { code: given, password: goodPassword }, phone, now)).rejects.toThrow(Refused);
    const session = await enter(anotherPassword);
    expect(session.hasNews).toBe(true);
    const told = await asPerson(pool, session, now, unreadChanges);
    expect(new Set(told.map(({ kind, by }) => `${kind} ${by}`))).toEqual(
      new Set(["password-by-code null", "code-made Alma Keller"]),
    );
    await asPerson(pool, session, now, (scope) => markChangesRead(scope, now));
    expect((await enter(anotherPassword, session.deviceMark)).hasNews).toBe(false);
    const actions = await read(({ tx }) => tx.select({ action: auditEntry.action }).from(auditEntry));
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["identity.code-made", "identity.password-set-by-code", "identity.changes-read"]),
    );
  });

  it("is the practice’s word until the person chooses a password of their own", async () => {
    const { client, code, enter, read } = await ground();
    const byCode = () =>
      read(async ({ tx }) => {
        const [row] = await tx
          .select({ byCode: account.passwordByCode })
          .from(account)
          .where(eq(account.id, client.accountId));
        return row?.byCode;
      });
    expect(await byCode()).toBe(false);
    await redeemSessionCode(pool, { code: await code(), password: anotherPassword }, phone, now);
    expect(await byCode()).toBe(true);
    const session = await enter(anotherPassword);
    const change = { current: anotherPassword, password: goodPassword };
    await asPerson(pool, session, now, (scope) => changePassword(scope, change, limitSecret));
    expect(await byCode()).toBe(false);
  });

  it("works for half an hour, and not where somebody of the practice signs in", async () => {
    const { ofTherapist, client, code } = await ground();
    const given = await code();
    const input = { code: given, password: anotherPassword };
    await expect(redeemSessionCode(pool, input, phone, later(now, 1800))).rejects.toThrow(Refused);
    await expect(redeemSessionCode(pool, input, { deviceMark: ofTherapist.deviceMark }, now)).rejects.toThrow(
      "your own phone",
    );
    const theirs = await signedIn(pool, client, now);
    await redeemSessionCode(pool, input, { deviceMark: theirs.deviceMark }, now);
  });

  it("is made with one's own password, for one's own clients alone, and only the newest works", async () => {
    const { owner, practiceId, therapist, client, ofTherapist, make, code } = await ground();
    const other = await mintPerson(pool, now, { practiceId, role: "therapist" });
    const ofOther = (await withFactor(pool, other, now)).session;
    expect(await make(ofTherapist, client.accountId, "not hers")).toMatchObject({ problem: expect.any(String) });
    await expect(make(ofOther)).rejects.toThrow(NotFound);
    for (const { accountId } of [owner, therapist])
      await expect(make(ofTherapist, accountId)).rejects.toThrow(NotFound);
    const [first, second] = [await code(), await code()];
    await expect(redeemSessionCode(pool, { code: first, password: anotherPassword }, phone, now)).rejects.toThrow(
      Refused,
    );
    await redeemSessionCode(pool, { code: second, password: anotherPassword }, phone, now);
  });

  it("comes from the machine too, for anybody, and is told", async () => {
    const { therapist, ofTherapist } = await ground();
    expect(onTheMachine("--admin", "code", "nobody@people.example")).toMatchObject({ status: 1 });
    const { status, stdout } = onTheMachine("--admin", "code", therapist.email);
    expect(status).toBe(0);
    expect(await stateOf(pool, ofTherapist, now)).toBe("revoked");
    const input = { code: stdout.split("\n")[0] ?? "", password: anotherPassword };
    await redeemSessionCode(pool, input, phone, new Date());
  }, 20_000);
});

describe("a change of how somebody signs in", () => {
  it("is told each time, at the next sign-in and by letter", async () => {
    const { client, read } = await ground();
    const session = await signedIn(pool, client, now);
    const own = <T>(run: Parameters<typeof asPerson<T>>[3]) => asPerson(pool, session, now, run);
    await own((scope) => changePassword(scope, { current: goodPassword, password: anotherPassword }, limitSecret));
    await own((scope) => setUpFactor(scope, { password: anotherPassword }, limitSecret));
    await own(async (scope) => {
      const setup = await getFactorSetup(scope);
      await confirmFactor(scope, setup.state === "waiting" ? codeAt(setup.key, now) : "", limitSecret);
    });
    const kinds = (await own(unreadChanges)).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["factor-added", "password-changed"]);
    const letters = await read(({ tx }) =>
      tx.select().from(outboxLetter).where(eq(outboxLetter.accountId, client.accountId)),
    );
    expect(letters.filter(({ aboutKind }) => aboutKind === "credentials")).toHaveLength(2);
  });

  it("that comes after the page was made is told the next time", async () => {
    const { client } = await ground();
    const session = await signedIn(pool, client, now);
    const at = later(now, 60);
    await asPerson(pool, session, at, (scope) =>
      changePassword(scope, { current: goodPassword, password: anotherPassword }, limitSecret),
    );
    await asPerson(pool, session, at, (scope) => markChangesRead(scope, now));
    expect(await asPerson(pool, session, at, unreadChanges)).toHaveLength(1);
  });
});
