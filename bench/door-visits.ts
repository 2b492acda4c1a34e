import { setTimeout as sleep } from "node:timers/promises";

export const goodPassword = "otter candle viaduct plum";
/** `busy`: sent on without being looked at. `device`: what the browser keeps of it. */
export type Visit = { result: "in" | "wait" | "refused" | "busy"; ms: number; device?: string | undefined };
type Try = { email: string; password: string; address: string; device?: string | undefined };
/** How long a person tries again who is sent on, in milliseconds. */
const patience = 60_000;

/** The forms of the doors, sent as a browser without script sends them. */
export async function openDoor(url: string) {
  const post = async (
    path: string,
    words: Record<string, string>,
    { address, device }: Pick<Try, "address" | "device">,
  ) => {
    const headers: Record<string, string> = {
      origin: url,
      "sec-fetch-site": "same-origin",
      "x-forwarded-for": address,
    };
    if (device) headers.cookie = `nearer-device=${device}`;
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
    if (cookie(answer, "nearer-session")) return { result: "in", ms, device: cookie(answer, "nearer-device") };
    if (answer.status === 503) return { result: "busy", ms };
    return { result: words.includes("There were several tries") ? "wait" : "refused", ms };
  };
  /** What a person does who is asked to come again in a few seconds. */
  const patiently = async <T>(visit: () => Promise<T>, isBusy: (answer: T) => boolean): Promise<T> => {
    const began = performance.now();
    for (;;) {
      const answer = await visit();
      if (!isBusy(answer) || performance.now() - began > patience) return answer;
      await sleep(crowdSeconds * 1000);
    }
  };
  const arrive = async (words: Try): Promise<Visit> => {
    const began = performance.now();
    const visit = await patiently(
      () => signIn(words),
      ({ result }) => result === "busy",
    );
    return { ...visit, ms: performance.now() - began };
  };
  return {
    signIn,
    arrive,
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
