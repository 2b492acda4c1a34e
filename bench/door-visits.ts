import { setTimeout as sleep } from "node:timers/promises";
import { crowdSeconds } from "@/lib/identity/crowd";

export const goodPassword = "otter candle viaduct plum";
/** `busy`: sent on without being looked at. `device`: what the browser keeps of it. */
export type Visit = { result: "in" | "wait" | "refused" | "busy"; ms: number; device?: string | undefined };
type From = { address: string; device?: string | undefined };
type Try = From & { email: string; password: string };
/** For how long a person tries again who is sent on, in milliseconds. */
const patience = 60_000;

/** The forms of the doors, sent as a browser without script sends them. */
export async function openDoor(url: string) {
  const pages = new Map<string, [string, string][]>();
  const hidden = async (path: string) => {
    const kept = pages.get(path);
    if (kept) return kept;
    const answer = await patiently(() => fetch(new URL(path, url)));
    const page = await answer.text();
    const fields = [...page.matchAll(/<input type="hidden"([^>]*)>/g)].map(([, rest = ""]): [string, string] => [
      unescaped(/name="([^"]*)"/.exec(rest)?.[1] ?? ""),
      unescaped(/value="([^"]*)"/.exec(rest)?.[1] ?? ""),
    ]);
    if (answer.ok) pages.set(path, fields);
    return fields;
  };
  const post = async (path: string, words: Record<string, string>, { address, device }: From) => {
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
  const visit = async (answer: Response, began: number): Promise<Visit> => {
    const words = await answer.text();
    const ms = performance.now() - began;
    const device = cookie(answer, "nearer-device");
    if (cookie(answer, "nearer-session")) return { result: "in", ms, device };
    if (answer.status === 503) return { result: "busy", ms };
    return { result: words.includes("There were several tries") ? "wait" : "refused", ms };
  };
  const knock = ({ email, password, ...from }: Try) => post("/sign-in", { email, password }, from);
  return {
    /** As somebody does it who has no patience. */
    async signIn(words: Try): Promise<Visit> {
      const began = performance.now();
      return visit(await knock(words), began);
    },
    /** As a person does it: who is asked to come again in a few seconds does. */
    async arrive(words: Try): Promise<Visit> {
      const began = performance.now();
      return visit(await patiently(() => knock(words)), began);
    },
    /** Asks for a link, waits for the letter, opens it, and presses its one button. */
    async byLetter(email: string, address: string, letter: () => string | undefined): Promise<Visit> {
      const began = performance.now();
      await patiently(() => post("/sign-in/link", { email }, { address }));
      let path: string | undefined;
      while (!path && performance.now() - began < patience) {
        path = /\/sign-in\/link\/[A-Za-z0-9_-]{43}/.exec((letter() ?? "").replace(/=\r?\n/g, ""))?.[0];
        if (!path) await sleep(100);
      }
      if (!path) return { result: "wait", ms: performance.now() - began };
      return visit(await post(path, {}, { address }), began);
    },
  };
}

async function patiently(send: () => Promise<Response>): Promise<Response> {
  const began = performance.now();
  for (;;) {
    const answer = await send();
    if (answer.status !== 503 || performance.now() - began > patience) return answer;
    await answer.body?.cancel();
    await sleep(crowdSeconds * 1000);
  }
}

const cookie = (answer: Response, name: string): string | undefined =>
  answer.headers
    .getSetCookie()
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1)
    .split(";")[0];

const unescaped = (words: string): string =>
  words.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
