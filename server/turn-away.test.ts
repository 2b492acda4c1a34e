import { NextRequest } from "next/server";
import { describe, expect, it, vi } from "vitest";
import { mintPerson, peoplePool, signedIn } from "@/db/testing/people";
import { crowdWords } from "@/lib/identity/crowd";

const now = new Date("2026-11-23T10:00:00Z");
vi.mock("./env", () => ({ env: () => ({ isHttps: false }) }));
vi.mock("./database", () => ({ database: () => peoplePool() }));
vi.mock("./clock", () => ({ now: () => now }));
const { bringsTooMuch, turnAway } = await import("./turn-away");

const address = "http://127.0.0.1:3000/sign-in";

/** A form of so many fields, as a browser sends it. */
async function sent(fields: number, headers: Record<string, string> = {}): Promise<NextRequest> {
  const form = new FormData();
  for (let at = 0; at < fields; at += 1) form.append(`f${at}`, "some words");
  const whole = new Response(form);
  const type = whole.headers.get("content-type") ?? "";
  const body = await whole.arrayBuffer();
  const length = String(body.byteLength);
  return new NextRequest(address, {
    method: "POST",
    body,
    headers: { "content-type": type, "content-length": length, ...headers },
  });
}

describe("a form of 15,000 fields", () => {
  it("is turned away unread from whoever is not signed in, and let through from whoever is", async () => {
    expect(await bringsTooMuch(await sent(15_000))).toBe(true);
    expect(await bringsTooMuch(await sent(15_000, { cookie: "nearer-session=made-up" }))).toBe(true);
    expect(await bringsTooMuch(await sent(20))).toBe(false);
    const session = await signedIn(peoplePool(), await mintPerson(peoplePool(), now, { role: "client" }), now);
    expect(await bringsTooMuch(await sent(15_000, { cookie: `nearer-session=${session.token}` }))).toBe(false);
  });

  it("is too large as well where it does not say how long it is", async () => {
    const unsaid = new NextRequest(address, { method: "POST", headers: { "transfer-encoding": "chunked" } });
    expect(await bringsTooMuch(unsaid)).toBe(true);
    expect(await bringsTooMuch(new NextRequest(address, { method: "POST" }))).toBe(false);
    expect(await bringsTooMuch(new NextRequest(address))).toBe(false);
  });
});

describe("an answer to somebody who is turned away", () => {
  const answer = { status: 503, words: crowdWords, headers: { "retry-after": "4" }, again: 4 } as const;

  it("is a page that tries again by itself, or the bare words where a script asked", async () => {
    const page = await turnAway(new NextRequest(address), answer);
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "4"]);
    expect(await page.text()).toMatch(/http-equiv="refresh" content="4"><p>Nearer has a great deal to do/);
    const script = await turnAway(await sent(3, { "next-action": "x" }), answer);
    expect([script.headers.get("content-type"), await script.text()]).toEqual(["text/plain", crowdWords]);
    expect(await (await turnAway(await sent(3), answer)).text()).not.toContain("refresh");
  });
});
