import { randomBytes, randomUUID } from "node:crypto";
import type { Pool } from "pg";

export const goodPassword = "otter candle viaduct plum";
export type Person = { practiceId: string; accountId: string; email: string };
export type Visit = { result: "in" | "wait" | "refused"; ms: number };
type Try = { email: string; password: string; address: string; mark?: string | undefined };

/** A mark that this account signed in with before, as its browser keeps it. */
export async function knowDevice(
  pool: Pool,
  { practiceId, accountId }: Person,
  hash: (mark: string) => Buffer,
): Promise<string> {
  const mark = randomBytes(32).toString("base64url");
  await pool.query(
    `insert into known_device (practice_id, id, account_id, mark_hash, first_seen_at, last_seen_at)
     values ($1, $2, $3, $4, now(), now())`,
    [practiceId, randomUUID(), accountId, hash(mark)],
  );
  return mark;
}

/** The forms of the doors, sent as a browser without script sends them. */
export async function openDoor(url: string) {
  const post = async (
    path: string,
    words: Record<string, string>,
    { address, mark }: Pick<Try, "address" | "mark">,
  ) => {
    const headers: Record<string, string> = {
      origin: url,
      "sec-fetch-site": "same-origin",
      "x-forwarded-for": address,
    };
    if (mark) headers.cookie = `nearer-device=${mark}`;
    const form = new FormData();
    for (const [name, value] of await hidden(path)) form.append(name, value);
    for (const [name, value] of Object.entries(words)) form.set(name, value);
    return fetch(new URL(path, url), { method: "POST", headers, body: form, redirect: "manual" });
  };
  const pages = new Map<string, [string, string][]>();
  const hidden = async (path: string) => {
    const kept = pages.get(path);
    if (kept) return kept;
    const page = await (await fetch(new URL(path, url))).text();
    const fields = [...page.matchAll(/<input type="hidden"([^>]*)>/g)].map(([, rest = ""]): [string, string] => [
      unescaped(/name="([^"]*)"/.exec(rest)?.[1] ?? ""),
      unescaped(/value="([^"]*)"/.exec(rest)?.[1] ?? ""),
    ]);
    pages.set(path, fields);
    return fields;
  };
  const signIn = async ({ email, password, ...caller }: Try): Promise<Visit> => {
    const began = performance.now();
    const answer = await post("/sign-in", { email, password }, caller);
    const words = await answer.text();
    const ms = performance.now() - began;
    const isIn = answer.headers.getSetCookie().some((cookie) => cookie.startsWith("nearer-session="));
    return { result: isIn ? "in" : words.includes("There were several tries") ? "wait" : "refused", ms };
  };
  return {
    signIn,
    /** Asks for a link, opens it, sets a new password, and signs in in the browser that did. */
    async byLetter(email: string, address: string, letter: () => string | undefined): Promise<Visit> {
      const began = performance.now();
      await post("/forgotten-password", { email }, { address });
      let path: string | undefined;
      while (!path && performance.now() - began < 60_000) {
        path = /\/reset-password\/[A-Za-z0-9_-]{43}/.exec((letter() ?? "").replace(/=\r?\n/g, ""))?.[0];
        if (!path) await new Promise((resolve) => setTimeout(resolve, 100));
      }
      if (!path) return { result: "wait", ms: performance.now() - began };
      const password = "lantern gravel oboe thirteen";
      const answer = await post(path, { password }, { address });
      const cookie = answer.headers.getSetCookie().find((one) => one.startsWith("nearer-device="));
      const mark = cookie?.slice("nearer-device=".length).split(";")[0];
      const { result } = await signIn({ email, password, address, mark });
      return { result, ms: performance.now() - began };
    },
  };
}

const unescaped = (words: string): string =>
  words.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
