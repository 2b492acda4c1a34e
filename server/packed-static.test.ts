import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packStatic } from "@/runtime/pack-static";
import { packedIn, sendPacked } from "./packed-static";

const dir = mkdtempSync(path.join(tmpdir(), "nearer-packed-"));
const script = "export const one = 1;\n".repeat(200);

beforeAll(async () => {
  mkdirSync(path.join(dir, "chunks"));
  writeFileSync(path.join(dir, "chunks", "a.js"), script);
  writeFileSync(path.join(dir, "chunks", "b.woff2"), "a font");
  await packStatic(dir);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function asked(url: string, accept: string | undefined, method = "GET") {
  const request = { method, url, headers: { "accept-encoding": accept } } as unknown as IncomingMessage;
  const response = new ServerResponse(request);
  sendPacked(packedIn(dir), request, response);
  return { url: request.url, ...response.getHeaders() };
}

describe("packed scripts", () => {
  it("hold what the plain ones hold, smaller; fonts are left as they are", () => {
    const packed = readFileSync(path.join(dir, "chunks", "a.js.br"));
    expect(brotliDecompressSync(packed).toString("utf8")).toBe(script);
    expect(packed.byteLength).toBeLessThan(script.length / 10);
    expect([...packedIn(dir)]).toEqual(["/_next/static/chunks/a.js"]);
  });

  it("are sent to whoever takes them, under the same address", () => {
    expect(asked("/_next/static/chunks/a.js?dpl=1", "gzip, deflate, br")).toEqual({
      url: "/_next/static/chunks/a.js.br?dpl=1",
      vary: "accept-encoding",
      "content-encoding": "br",
      "content-type": "application/javascript; charset=UTF-8",
    });
  });

  it("are not sent to whoever does not, and a cache between keeps the two apart", () => {
    expect(asked("/_next/static/chunks/a.js", "gzip")).toEqual({
      url: "/_next/static/chunks/a.js",
      vary: "accept-encoding",
    });
    expect(asked("/_next/static/chunks/a.js", undefined)).toEqual({
      url: "/_next/static/chunks/a.js",
      vary: "accept-encoding",
    });
  });

  it("stand in for nothing else", () => {
    for (const url of [
      "/_next/static/chunks/b.woff2",
      "/_next/static/chunks/none.js",
      "/portal",
      "/_next/static/../a.js",
    ])
      expect(asked(url, "br")).toEqual({ url });
    expect(asked("/_next/static/chunks/a.js", "br", "POST")).toEqual({ url: "/_next/static/chunks/a.js" });
  });
});
