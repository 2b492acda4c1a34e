import http from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { Ask } from "./load";

/** `id`: by what a write is found in the database afterwards. */
export type Errand = { name: string; ask: Ask; id?: string };
/**
 * `answered`: a page, or a form that was done. `busy`: 503 with the time to wait. `failed`: another status, or a form that was
 * not done. `unreached`: nobody took it. `broken`: taken, and its answer never ended. `aborted`: by the sender.
 */
export type Ended = "answered" | "busy" | "failed" | "unreached" | "broken" | "aborted";
export type Outcome = { name: string; id: string | undefined; began: number; ms: number; ended: Ended; said: string };

const patienceMs = 60_000;

/**
 * Sends one and hears it out, or hangs up after `abortAfterMs`. Never throws: whatever came is the outcome. What met a kept
 * connection as it was being closed is sent once more on a new one, as every browser does.
 */
export async function sendOne(errand: Errand, agent: http.Agent, abortAfterMs?: number): Promise<Outcome> {
  const began = performance.now();
  const first = await sendOnce(errand, agent, abortAfterMs);
  if (first.ended !== "unreached" || !first.said.endsWith(keptOpen)) return first;
  const second = await sendOnce(errand, new http.Agent(), abortAfterMs);
  return { ...second, began, ms: performance.now() - began };
}

const keptOpen = ", kept open";

function sendOnce({ name, ask, id }: Errand, agent: http.Agent, abortAfterMs?: number): Promise<Outcome> {
  const began = performance.now();
  const { url, method = "GET", headers = {}, body } = ask;
  return new Promise((resolve) => {
    let isBegun = false;
    let hasHungUp = false;
    const over = (ended: Ended, said = "") =>
      resolve({ name, id, began, ms: performance.now() - began, ended: hasHungUp ? "aborted" : ended, said });
    const request = http.request(url, { method, headers: { accept: "text/html", ...headers }, agent }, (response) => {
      isBegun = true;
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => over(endOf(response, text, method), `${response.statusCode} ${text.slice(0, 160)}`));
      response.on("error", (error) => over("broken", error.message));
      response.on("aborted", () => over("broken", "ended in the middle"));
    });
    request.on("error", (error) => {
      const { code } = error as NodeJS.ErrnoException;
      // A connection that was kept open and is closed when the next request comes was never taken: a browser sends it anew.
      const wasNotTaken = code === "ECONNREFUSED" || (request.reusedSocket && !isBegun);
      over(wasNotTaken ? "unreached" : "broken", `${code ?? error.message}${request.reusedSocket ? keptOpen : ""}`);
    });
    request.setTimeout(patienceMs, () => request.destroy(new Error("no answer in a minute")));
    if (abortAfterMs !== undefined)
      setTimeout(() => {
        hasHungUp = true;
        request.destroy();
        over("aborted");
      }, abortAfterMs);
    request.end(body);
  });
}

function endOf({ statusCode = 0, headers }: http.IncomingMessage, text: string, method: string): Ended {
  if (statusCode === 503) return "busy";
  if (statusCode !== 200 && statusCode !== 303) return "failed";
  const isDone = method === "GET" || /"status":"done"/.test(text) || "x-action-redirect" in headers;
  return isDone ? "answered" : "failed";
}

export type Traffic = { outcomes: Outcome[]; open: () => number; stop: () => Promise<void> };
type Plan = {
  perSecond: number;
  errand: (n: number) => Errand;
  /** After how many milliseconds the n-th hangs up; nothing where it waits. */
  hangsUp?: (n: number) => number | undefined;
  /** Told of each end. Nothing is kept of it here where it says false. */
  keep?: (outcome: Outcome) => boolean;
};

/** So many a second whatever comes back, as people come: a slow answer keeps nobody else from asking. */
export function openTraffic({ perSecond, errand, hangsUp = () => undefined, keep = () => true }: Plan): Traffic {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 512 });
  const outcomes: Outcome[] = [];
  const open = new Set<Promise<void>>();
  let isOver = false;
  const sending = (async () => {
    const began = performance.now();
    for (let n = 0; !isOver; n += 1) {
      const wait = began + (n * 1_000) / perSecond - performance.now();
      if (wait > 0) await sleep(wait);
      const one: Promise<void> = sendOne(errand(n), agent, hangsUp(n)).then((outcome) => {
        if (keep(outcome)) outcomes.push(outcome);
        open.delete(one);
      });
      open.add(one);
    }
  })();
  return {
    outcomes,
    open: () => open.size,
    stop: async () => {
      isOver = true;
      await sending;
      await Promise.all(open);
      agent.destroy();
    },
  };
}

/** The value below which this part of them lies; not a number of none. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** How many ended in each way. */
export function counted(outcomes: readonly Outcome[]): string {
  const ways = new Map<Ended, number>();
  for (const { ended } of outcomes) ways.set(ended, (ways.get(ended) ?? 0) + 1);
  return [...ways].map(([ended, many]) => `${many} ${ended}`).join(", ");
}

/** What was no answer, each kind once, with how often it came. */
export function oddities(outcomes: readonly Outcome[]): string[] {
  const kinds = new Map<string, number>();
  for (const { name, ended, said } of outcomes) {
    if (ended === "answered" || ended === "aborted") continue;
    const kind = `${name}, ${ended}: ${said.slice(0, ended === "busy" ? 3 : 120)}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return [...kinds].slice(0, 12).map(([kind, many]) => `${many} x ${kind}`);
}
