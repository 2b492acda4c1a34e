import { NextRequest } from "next/server";
import { describe, expect, it, vi } from "vitest";
import { mintPerson, peoplePool, signedIn } from "@/db/testing/people";
import { crowdWords } from "@/lib/identity/crowd";

const now = new Date("2026-11-23T10:00:00Z");
vi.mock("./env", () => ({ env: () => ({ isHttps: false }) }));
let looked = 0;
vi.mock("./database", () => ({
  database: () => {
    looked += 1;
    return peoplePool();
  },
}));
vi.mock("./clock", () => ({ now: () => now }));
const { bringsTooMuch, turnAway } = await import("./turn-away");

const address = "http://127.0.0.1:3000/sign-in";

/** A form of so many fields, as a browser sends it. */
async function sent(fields: number, headers: Record<string, string> = {}, words = "some words"): Promise<NextRequest> {
  const form = new FormData();
  for (let at = 0; at < fields; at += 1) form.append(`f${at}`, words);
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

/** Which of its bytes were asked for is how a test sees that nobody read it. */
function unread(request: NextRequest): NextRequest {
  Object.defineProperty(request, "body", {
    get: () => {
      throw new Error("The body was read.");
    },
  });
  return request;
}

describe("a form of 15,000 fields", () => {
  it("is turned away by what it says of itself, unread and without a statement, also with a sign-in", async () => {
    looked = 0;
    expect(await bringsTooMuch(unread(await sent(15_000)))).toBe(true);
    expect(await bringsTooMuch(unread(await sent(15_000, { cookie: "nearer-session=made-up" })))).toBe(true);
    expect(await bringsTooMuch(unread(await sent(700, {}, "x".repeat(100))))).toBe(true);
    expect(await bringsTooMuch(unread(await sent(20)))).toBe(false);
    expect(looked).toBe(0);
  });

  it("is counted and not parsed where it is small enough for somebody who is signed in, and nobody is looked up", async () => {
    looked = 0;
    const thin = Buffer.from(`${"--a\r\ncontent-disposition:form-data;name=b\r\n\r\n\r\n".repeat(15_000)}--a--\r\n`);
    const headers = { cookie: "nearer-session=made-up", "content-type": "multipart/form-data; boundary=a" };
    const form = new NextRequest(address, {
      method: "POST",
      body: thin,
      headers: { ...headers, "content-length": String(thin.byteLength) },
    });
    expect(thin.byteLength).toBeLessThan(1024 * 1024);
    expect(await bringsTooMuch(form)).toBe(true);
    expect(looked).toBe(0);
  });

  it("is looked at closer where it is long and has no more fields than ours: only whoever is signed in sends it", async () => {
    const long = "x".repeat(10_000);
    looked = 0;
    expect(await bringsTooMuch(await sent(20, { cookie: "nearer-session=made-up" }, long))).toBe(true);
    expect(looked).toBe(1);
    const session = await signedIn(peoplePool(), await mintPerson(peoplePool(), now, { role: "client" }), now);
    const own = await sent(20, { cookie: `other=1; nearer-session=${session.token}` }, long);
    expect(await bringsTooMuch(own)).toBe(false);
  });

  it("is too large as well where it does not say how long it is", async () => {
    const unsaid = new NextRequest(address, { method: "POST", headers: { "transfer-encoding": "chunked" } });
    expect(await bringsTooMuch(unsaid)).toBe(true);
    expect(await bringsTooMuch(new NextRequest(address, { method: "POST" }))).toBe(false);
    expect(await bringsTooMuch(new NextRequest(address))).toBe(false);
  });
});

describe("an answer to somebody who is turned away", () => {
  const answer = { status: 503, words: crowdWords, to: "/sign-in", headers: { "retry-after": "4" }, again: 4 } as const;

  it("is a page that tries again by itself, or the bare words where a script asked", async () => {
    const page = await turnAway(new NextRequest(address), answer);
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "4"]);
    const asked = await page.text();
    expect(asked).toContain('http-equiv="refresh" content="4"');
    expect(asked).toContain(`<h1>One moment</h1><p>${crowdWords}</p><a class="btn" href="/sign-in">Try again</a>`);
    const script = await turnAway(await sent(3, { "next-action": "x" }), answer);
    expect([script.headers.get("content-type"), await script.text()]).toEqual(["text/plain", crowdWords]);
    const brought = await (await turnAway(await sent(3), answer)).text();
    expect(brought).not.toContain("refresh");
    expect(brought).toContain("Nothing of what you sent was read");
  });

  it("is the same for everybody: a cookie, an address and a form leave nothing on it", async () => {
    const headers = { cookie: "nearer-session=one; nearer-device=two", "accept-language": "de" };
    const known = await turnAway(new NextRequest(`${address}?why=left`, { headers }), answer);
    expect(await known.text()).toBe(await (await turnAway(new NextRequest(address), answer)).text());
  });
});
