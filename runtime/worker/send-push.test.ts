import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { mintToken, tokenHash } from "@/db/commands/identity/one-time-token";
import { openSessionFor } from "@/db/commands/identity/open-session";
import { revokeSessions } from "@/db/commands/identity/revoke-sessions";
import { chooseLetters } from "@/db/commands/letters/choose-letters";
import { chooseReminders } from "@/db/commands/letters/choose-reminders";
import { endPushWhereLeft, turnPushOff, turnPushOn } from "@/db/commands/letters/push-here";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { connect } from "@/db/connect";
import { hashPassword } from "@/db/password";
import { ownPush } from "@/db/queries/letters/own-push";
import { account } from "@/db/schema/identity";
import { pushNote, pushSubscription } from "@/db/schema/push";
import { withScope } from "@/db/scope";
import { testPool, workerUrl } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { goodPassword } from "@/db/testing/people";
import { pushService } from "@/db/testing/push-service";
import type { ClientActor } from "@/lib/actor";
import { type LetterKind, letterKinds } from "@/lib/messages/letter-kinds";
import { isPushed } from "@/lib/messages/push-rule";
import { reminderForm } from "@/lib/messages/reminder-form";
import { makePushKeys } from "@/runtime/secrets";
import { isOpenInternet, openPushPost } from "./push-post";
import { practicesWithPush, sendPush } from "./send-push";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 4, onIdleError: () => undefined });
const keys = makePushKeys();
const service = await pushService(() => keys.publicKey);
const complaints: unknown[] = [];
const contact = "mailto:practice@nearer.example";
const complain = (error: unknown) => complaints.push(error);
const post = openPushPost({ keys, contact, testOrigin: service.origin, complain });
afterAll(async () => {
  await workers.end();
  await service.close();
});

const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const limitSecret = "a secret of thirty-two characters";
const hash = hashPassword(goodPassword);

async function person(practice: MintedPractice, name = "Ines") {
  const client = await mintClient(pool, practice, { name });
  await withScope(pool, practice.system, testNow, async ({ tx }) =>
    tx
      .update(account)
      .set({ passwordHash: await hash })
      .where(eq(account.id, client.accountId)),
  );
  return client;
}

/** Turns notes on in one browser; answers where they arrive. */
async function turnOn(client: ClientActor, deviceMark = mintToken(), password = goodPassword) {
  const browser = service.browser();
  const here = { limitSecret: `${limitSecret}${randomUUID()}`, device: "Chrome on Android", deviceMark };
  const proof = await withScope(pool, client, testNow, (scope) =>
    turnPushOn(scope, { password, ...browser }, { ...here, testOrigin: service.origin }),
  );
  return { proof, deviceMark, path: new URL(browser.address).pathname };
}

async function withNotes() {
  const practice = await mintPractice(pool);
  const client = await person(practice);
  const device = await turnOn(client);
  const write = (kind: LetterKind = "message", at = testNow) =>
    withScope(pool, practice.system, at, (scope) =>
      queueLetter(scope, { accountId: client.accountId, about: { kind, id: randomUUID() } }),
    );
  const send = (at = testNow) => sendPush(workers, practice.system, post, () => at);
  const arrived = () => service.arrived.filter(({ path }) => path === device.path);
  const live = () => withScope(pool, client, testNow, (scope) => ownPush(scope, device.deviceMark));
  return { practice, client, device, write, send, arrived, live };
}

describe("a note on a device", () => {
  it("says one word, to the browser alone, signed for its service", async () => {
    const { practice, write, send, arrived } = await withNotes();
    await write();
    expect(await practicesWithPush(workers, testNow)).toContain(practice.practiceId);
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    expect(arrived()).toMatchObject([
      { text: "Nearer", audience: service.origin, contact, headers: { topic: "nearer" } },
    ]);
    expect(service.faults).toEqual([]);
  });

  it("is never about a check, an event or a sign-in, and says the same of everything else", async () => {
    const { write, send, arrived } = await withNotes();
    for (const kind of letterKinds.filter((one) => !isPushed(one))) await write(kind);
    expect(await send()).toBe(0);
    const others = letterKinds.filter(isPushed);
    for (const kind of others) await write(kind);
    expect(await send()).toBe(others.length);
    expect(
      new Set(arrived().map(({ text, headers }) => `${text} ${headers["content-length"]} ${headers.ttl}`)).size,
    ).toBe(1);
  });

  it("comes to nobody who did not turn it on, and only after the password", async () => {
    const practice = await mintPractice(pool);
    const client = await person(practice);
    expect((await turnOn(client, mintToken(), "not this one")).proof).toHaveProperty("problem");
    await withScope(pool, practice.system, testNow, (scope) =>
      queueLetter(scope, { accountId: client.accountId, about: { kind: "message", id: randomUUID() } }),
    );
    expect(await sendPush(workers, practice.system, post, () => testNow)).toBe(0);
  });

  it("also comes to who wants no letters: they are two choices", async () => {
    const { client, write, send } = await withNotes();
    await withScope(pool, client, testNow, (scope) => chooseLetters(scope, { letters: "no" }));
    expect(await write()).toBe("unwanted");
    expect(await send()).toBe(1);
  });

  it("goes once, however many workers look", async () => {
    const { write, send, arrived } = await withNotes();
    await write();
    await Promise.all([1, 2, 3].map(() => send()));
    expect(arrived()).toHaveLength(1);
  });

  it("goes again after a worker that died, and not before its claim ran out", async () => {
    const { practice, write, send, arrived } = await withNotes();
    await write();
    const died = sendPush(
      workers,
      practice.system,
      () => Promise.reject(new Error("killed")),
      () => testNow,
    );
    await expect(died).rejects.toThrow("killed");
    expect(await send(later(0.5))).toBe(0);
    expect(await send(later(1))).toBe(1);
    expect(arrived()).toHaveLength(1);
  });

  it("waits for the end of the quiet hours, and is nothing any more after a day", async () => {
    const { client, write, send } = await withNotes();
    const quiet = reminderForm.parse({ quietFrom: "9", quietTo: "12" });
    await withScope(pool, client, testNow, (scope) => chooseReminders(scope, quiet));
    await write();
    expect(await send()).toBe(0);
    expect(await send(later(119))).toBe(0);
    expect(await send(later(120))).toBe(1);
    await write("check-hour");
    expect(await send(later(24 * 60 + 120))).toBe(0);
  });
});

describe("notes end", () => {
  it("where the browser gave its address up, and are tried again where its service fails", async () => {
    const { write, send, live } = await withNotes();
    service.answerWith(503);
    await write();
    expect(await send()).toBe(0);
    expect(await live()).toHaveLength(1);
    service.answerWith(302);
    expect(await send(later(1))).toBe(0);
    expect(service.faults).toEqual([]);
    service.answerWith(410);
    expect(await send(later(30))).toBe(0);
    expect(await live()).toEqual([]);
    service.answerWith(201);
    expect(await write()).toBe("queued");
    expect(await send(later(40))).toBe(0);
  });

  it("with leaving, with another person's sign-in there, and with turning off; not with one's own", async () => {
    const { practice, client, device, live } = await withNotes();
    const other = await person(practice, "Noa");
    const signIn = ({ accountId }: ClientActor, deviceMark: string) =>
      withScope(pool, practice.system, testNow, (scope) =>
        openSessionFor(
          scope,
          { accountId, role: "client", email: "x@client.example" },
          { device: "Chrome on Android", deviceMark, hasFactor: false },
        ),
      );
    await signIn(client, device.deviceMark);
    expect(await live()).toMatchObject([{ isHere: true }]);
    await signIn(other, device.deviceMark);
    expect(await live()).toEqual([]);
    await turnOn(client, device.deviceMark);
    await endPushWhereLeft(pool, device.deviceMark, testNow);
    expect(await live()).toEqual([]);
    await turnOn(client, device.deviceMark);
    const [own] = await live();
    await expect(withScope(pool, other, testNow, (scope) => turnPushOff(scope, own?.id ?? ""))).rejects.toThrow();
    await withScope(pool, client, testNow, (scope) => turnPushOff(scope, own?.id ?? ""));
    expect(await live()).toEqual([]);
  });

  it("of whoever had them on before in the same browser: one device, one account", async () => {
    const { practice, device, live, write, send } = await withNotes();
    const other = await person(practice, "Noa");
    await write();
    await turnOn(other, device.deviceMark);
    expect(await live()).toEqual([]);
    expect(await send()).toBe(0);
  });

  it("on the other devices with a new password", async () => {
    const { practice, client, live } = await withNotes();
    await withScope(pool, practice.system, testNow, (scope) => revokeSessions(scope, client.accountId, "password"));
    expect(await live()).toEqual([]);
  });

  it("in every state as rows, which the worker tidies", async () => {
    const { practice, device } = await withNotes();
    await endPushWhereLeft(pool, device.deviceMark, testNow);
    const rows = await withScope(pool, practice.system, testNow, ({ tx }) =>
      tx
        .select({ why: pushSubscription.endedFor })
        .from(pushSubscription)
        .where(eq(pushSubscription.markHash, tokenHash(device.deviceMark))),
    );
    expect(rows).toEqual([{ why: "left" }]);
    expect(await withScope(pool, practice.system, testNow, ({ tx }) => tx.select().from(pushNote))).toEqual([]);
  });
});

describe("an address that is called", () => {
  it("is one of the open internet also once its name was looked up", async () => {
    for (const inside of [
      "127.0.0.1",
      "10.0.0.7",
      "169.254.169.254",
      "192.168.1.1",
      "::1",
      "fd00::1",
      "::ffff:10.0.0.7",
      "0.0.0.0",
    ])
      expect(isOpenInternet(inside), inside).toBe(false);
    for (const outside of ["142.250.74.10", "2a00:1450:4001::200e"])
      expect(isOpenInternet(outside), outside).toBe(true);
    const browser = service.browser();
    const strict = openPushPost({ keys, contact, complain });
    expect(await strict(browser)).toBe("gone");
    expect(service.arrived.filter(({ path }) => browser.address.endsWith(path))).toEqual([]);
  });
});
