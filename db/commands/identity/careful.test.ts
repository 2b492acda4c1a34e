import { describe, expect, it } from "vitest";
import { getOwnWords } from "@/db/queries/identity/own-words";
import { type Scope, withScope } from "@/db/scope";
import { actorOf, goodPassword, limitSecret, mintPerson, peoplePool, signedIn } from "@/db/testing/people";
import type { ClientActor } from "@/lib/actor";
import { chooseCareful, openOwnWords } from "./careful";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

async function ground() {
  const person = await mintPerson(pool, now, { role: "client" });
  const enter = async (): Promise<ClientActor> => {
    const actor = await actorOf(pool, await signedIn(pool, person, now), now);
    if (actor.kind !== "client") throw new Error("expected a client");
    return actor;
  };
  const as = <T>(actor: ClientActor, run: (scope: Scope<ClientActor>) => Promise<T>, at = now) =>
    withScope(pool, actor, at, run);
  const [phone, tablet] = [await enter(), await enter()];
  const choose = (careful: "yes" | "no", password = goodPassword) =>
    as(phone, (scope) => chooseCareful(scope, { careful, password }, limitSecret));
  const open = (password = goodPassword, at = now) =>
    as(phone, (scope) => openOwnWords(scope, { password }, limitSecret), at);
  const isLocked = async (actor: ClientActor, at = now) => (await as(actor, getOwnWords, at)).areLocked;
  return { phone, tablet, choose, open, isLocked };
}

describe("being careful with one's words", () => {
  it("is off for everybody, and neither on nor off without the password", async () => {
    const { phone, tablet, choose, isLocked } = await ground();
    expect(await isLocked(phone)).toBe(false);
    expect(await choose("yes", "not it")).toMatchObject({ problem: expect.any(String) });
    expect(await isLocked(phone)).toBe(false);
    await choose("yes");
    expect([await isLocked(phone), await isLocked(tablet)]).toEqual([true, true]);
    expect(await choose("no", "not it")).toMatchObject({ problem: expect.any(String) });
    expect(await isLocked(phone)).toBe(true);
    await choose("no");
    expect(await isLocked(phone)).toBe(false);
  });

  it("opens words for five minutes, in the sign-in that gave the password alone", async () => {
    const { phone, tablet, choose, open, isLocked } = await ground();
    await choose("yes");
    expect(await open("not it")).toMatchObject({ problem: expect.any(String) });
    expect(await isLocked(phone)).toBe(true);
    expect(await open()).toEqual({ proved: true });
    expect([await isLocked(phone), await isLocked(tablet)]).toEqual([false, true]);
    expect(await isLocked(phone, minutesLater(4.9))).toBe(false);
    expect(await isLocked(phone, minutesLater(5))).toBe(true);
    await choose("yes");
    expect(await isLocked(phone)).toBe(true);
  });
});
