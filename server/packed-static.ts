import "server-only";
import { existsSync, readdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";

const prefix = "/_next/static/";
const types: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
};

/** The addresses of scripts and styles that were packed when the application was built (runtime/pack-static.ts). */
export function packedIn(dir: string): ReadonlySet<string> {
  if (!existsSync(dir)) return new Set();
  const names = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".br"));
  return new Set(names.map((name) => prefix + name.slice(0, -3).split(path.sep).join("/")));
}

/** Has Next send the packed file where there is one and the reader takes it: same path, headers and caching as its plain one. */
export function sendPacked(packed: ReadonlySet<string>, request: IncomingMessage, response: ServerResponse): void {
  const { method, url = "", headers } = request;
  if ((method !== "GET" && method !== "HEAD") || !url.startsWith(prefix)) return;
  const [address = "", query] = url.split("?");
  const type = types[path.extname(address)];
  if (!type || !packed.has(address)) return;
  response.setHeader("vary", "accept-encoding");
  if (!/\bbr\b/.test(headers["accept-encoding"] ?? "")) return;
  response.setHeader("content-encoding", "br");
  response.setHeader("content-type", type);
  request.url = query === undefined ? `${address}.br` : `${address}.br?${query}`;
}
