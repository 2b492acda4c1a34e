import { createHmac } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { connect } from "@/db/connect";
import { adminUrl, appUrl } from "@/db/testing/database";
import { mailed } from "@/db/testing/mailed";
import { onTheMachine } from "@/db/testing/on-the-machine";
import { anotherPassword, goodPassword, later, mintPerson, newCaller, passTime, peoplePool } from "@/db/testing/people";
import { withClient } from "@/runtime/roles";
import { requestLink } from "./request-link";
import { resetPassword } from "./reset-password";
import { signInWithPassword } from "./sign-in";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");
const wrong = "not this one at all";

const everyone = (secret: string) =>
  `everyone:${createHmac("sha256", secret).update("everyone|*").digest("base64url")}`;

describe("a browser that signed in before", () => {
  /** Strangers at this account and at others, from as many addresses as there are, until a new browser has to wait. */
  async function flood(email: string, limitSecret: string) {
    for (let round = 0; ; round++) {
      const caller = { ...newCaller(), limitSecret, address: `198.51.100.${round % 250}` };
      if ((await signInWithPassword(pool, { email, password: wrong }, caller, now)).result === "wait") return;
    }
  }

  it("never waits for what others tried, by whatever way; a new one does, and other accounts gain nothing", async () => {
    const person = await mintPerson(pool, now, { role: "client" });
    const other = await mintPerson(pool, now, { role: "client" });
    const caller = newCaller();
    const enter = ({ email }: { email: string }, deviceMark?: string, password = goodPassword) =>
      signInWithPassword(pool, { email, password }, { ...caller, deviceMark }, now);
    const first = await enter(person);
    const mark = first.result === "session" ? first.session.deviceMark : "";
    await flood(person.email, caller.limitSecret);
    expect((await enter(person)).result).toBe("wait");
    expect((await enter(person, `${mark.slice(0, -1)}_`)).result).toBe("wait");
    await flood(other.email, caller.limitSecret);
    expect((await enter(other, mark)).result).toBe("wait");
    for (let round = 0; round < 12; round++) expect((await enter(person, mark)).result).toBe("session");
  }, 30_000);

  it("comes in while a crowd of strangers is still being looked at, of whom the last are told to wait", async () => {
    const person = await mintPerson(pool, now, { role: "client" });
    const caller = newCaller();
    const first = await signInWithPassword(pool, { email: person.email, password: goodPassword }, caller, now);
    const deviceMark = first.result === "session" ? first.session.deviceMark : "";
    const knock = (i: number) =>
      signInWithPassword(
        pool,
        { email: `nobody-${i}@people.example`, password: wrong },
        { ...caller, address: `198.51.100.${i}` },
        now,
      );
    await knock(0);
    let told = 0;
    const crowd = await withClient(adminUrl(), async (admin) => {
      await admin.query("begin");
      await admin.query("select 1 from attempt_limit where key = $1 for update", [everyone(caller.limitSecret)]);
      const knocks = Array.from({ length: 80 }, (_, i) =>
        knock(i + 1).finally(() => {
          told += 1;
        }),
      );
      await vi.waitFor(() => expect(told).toBe(18), { timeout: 20_000 });
      const answer = await signInWithPassword(
        pool,
        { email: person.email, password: goodPassword },
        { ...caller, deviceMark },
        now,
      );
      expect(answer.result).toBe("session");
      expect(told).toBe(18);
      await admin.query("rollback");
      return Promise.all(knocks);
    });
    expect(crowd.filter(({ result }) => result === "wait")).toHaveLength(18);
  }, 30_000);

  it("counts for itself: a guesser on it waits, and its owner elsewhere does not", async () => {
    const person = await mintPerson(pool, now, { role: "client" });
    const caller = newCaller();
    const enter = (deviceMark: string | undefined, password: string) =>
      signInWithPassword(pool, { email: person.email, password }, { ...caller, deviceMark }, now);
    const [tablet, phone] = await Promise.all([enter(undefined, goodPassword), enter(undefined, goodPassword)]);
    if (tablet?.result !== "session" || phone?.result !== "session") throw new Error("expected two sessions");
    expect(tablet.session.deviceMark).not.toBe(phone.session.deviceMark);
    for (let round = 0; round < 10; round++)
      expect((await enter(tablet.session.deviceMark, wrong)).result).toBe("refused");
    expect((await enter(tablet.session.deviceMark, wrong)).result).toBe("wait");
    expect((await enter(phone.session.deviceMark, goodPassword)).result).toBe("session");
    expect((await enter(undefined, goodPassword)).result).toBe("session");
  });

  it("is also one in which a new password was set with a link: who is kept out elsewhere comes in this way", async () => {
    const person = await mintPerson(pool, now, { role: "client" });
    const caller = newCaller();
    const enter = (deviceMark?: string) =>
      signInWithPassword(pool, { email: person.email, password: anotherPassword }, { ...caller, deviceMark }, now);
    await flood(person.email, caller.limitSecret);
    await requestLink(pool, person.email, "password_reset", now);
    const [letter] = await mailed(pool, person.practiceId, now);
    const mark = await resetPassword(pool, { token: letter?.link?.token ?? "", password: anotherPassword }, now);
    await flood(person.email, caller.limitSecret);
    expect((await enter()).result).toBe("wait");
    expect((await enter(mark)).result).toBe("session");
  }, 20_000);

  it("has one mark for whoever uses it", async () => {
    const [one, two] = [await mintPerson(pool, now), await mintPerson(pool, now)];
    const caller = newCaller();
    const enter = ({ email }: { email: string }, deviceMark?: string) =>
      signInWithPassword(pool, { email, password: goodPassword }, { ...caller, deviceMark }, now);
    const first = await enter(one);
    const mark = first.result === "session" ? first.session.deviceMark : "";
    const second = await enter(two, mark);
    expect(second).toMatchObject({ result: "session", session: { deviceMark: mark } });
  });
});

describe("the count of tries", () => {
  it("keeps nobody waiting who comes at the same moment as forty others, all with the right password", async () => {
    const { limitSecret } = newCaller();
    const people = await Promise.all(Array.from({ length: 40 }, () => mintPerson(pool, now, { role: "client" })));
    const caller = { ...newCaller(), limitSecret };
    const answers = await Promise.all(
      people.map(({ email }) => signInWithPassword(pool, { email, password: goodPassword }, caller, now)),
    );
    expect(answers.every(({ result }) => result === "session")).toBe(true);
  }, 20_000);

  it("believes the database's clock alone, and forgets a clock that was a day ahead", async () => {
    const person = await mintPerson(pool, now, { role: "client" });
    const caller = newCaller();
    const enter = (at: Date) => signInWithPassword(pool, { email: person.email, password: goodPassword }, caller, at);
    expect((await enter(later(now, 86_400))).result).toBe("session");
    expect((await enter(now)).result).toBe("session");
    await withClient(adminUrl(), (admin) =>
      admin.query(
        `update attempt_limit set last_failure_at = now() + interval '1 day', failures = 300,
           open_again_at = now() + interval '1 day' where key = $1`,
        [everyone(caller.limitSecret)],
      ),
    );
    const answer = await enter(now);
    expect(answer.result === "wait" && answer.seconds).toBeLessThanOrEqual(5);
    await passTime(6);
    expect((await enter(now)).result).toBe("session");
  });

  it("is one for two instances that look at the same database", async () => {
    const person = await mintPerson(pool, now, { role: "client" });
    const caller = newCaller();
    const instances = [pool, connect({ url: appUrl(), max: 4, onIdleError: () => undefined })];
    const answers: string[] = [];
    for (let i = 0; i < 24; i++) {
      const instance = instances[i % 2] ?? pool;
      answers.push((await signInWithPassword(instance, { email: person.email, password: wrong }, caller, now)).result);
    }
    await instances[1]?.end();
    expect(answers.filter((answer) => answer === "refused").length).toBe(5);
    expect(new Set(answers.slice(5))).toEqual(new Set(["wait"]));
  });

  it("is forgotten soon after the longest attack, and at once by the operator", async () => {
    const person = await mintPerson(pool, now, { role: "client" });
    const caller = newCaller();
    const enter = (password: string) => signInWithPassword(pool, { email: person.email, password }, caller, now);
    for (let round = 0; round < 40; round++) {
      await enter(wrong);
      await passTime(300);
    }
    await passTime(3600);
    for (let round = 0; round < 4; round++) expect((await enter(wrong)).result).toBe("refused");
    while ((await enter(wrong)).result !== "wait");
    expect(onTheMachine("--admin", "limits")).toMatchObject({
      status: 0,
      stderr: "",
      stdout: expect.stringContaining("forgotten"),
    });
    expect((await enter(goodPassword)).result).toBe("session");
  }, 30_000);
});
