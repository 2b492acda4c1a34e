import http from "node:http";
import { performance } from "node:perf_hooks";

export type Ask = { url: string; method?: "GET" | "POST"; headers?: Record<string, string>; body?: Buffer | string };
/** What is asked for the n-th time: the same page, or a write of its own. `most`: how often it can be asked at all. */
export type Target = { name: string; ask: (n: number) => Ask; most?: number };
/** `refused`: how many of those that came side by side were turned away or failed. They count for nothing. */
export type Speed = { p50: number; perSecond: number; refused: number };

/** So long a target is asked before it is measured: Node compiles what runs often, and a page is at its speed after hundreds. */
const warmMs = 6_000;
const atOne = 60;
const sideBySide = 16;
const forMs = 4_000;

/** Median milliseconds one at a time, and answers per second with sixteen at once, on connections that stay open. */
export async function speedOf({ ask, most = Number.POSITIVE_INFINITY }: Target): Promise<Speed> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: sideBySide });
  let n = 0;
  const once = async () => {
    const start = performance.now();
    await answered(ask(n++), agent);
    return performance.now() - start;
  };
  try {
    const rounds = Math.min(atOne, Math.floor(most / 3));
    const warmUntil = performance.now() + warmMs;
    while (performance.now() < warmUntil && n < most / 3) await once();
    const taken: number[] = [];
    for (let i = 0; i < rounds; i += 1) taken.push(await once());
    taken.sort((a, b) => a - b);
    const begun = performance.now();
    let done = 0;
    let refused = 0;
    const worker = async () => {
      while (performance.now() - begun < forMs && n < most)
        await once().then(
          () => (done += 1),
          () => (refused += 1),
        );
    };
    await Promise.all(Array.from({ length: sideBySide }, worker));
    const perSecond = (done * 1_000) / (performance.now() - begun);
    return { p50: taken[Math.floor(taken.length / 2)] ?? Number.NaN, perSecond, refused };
  } finally {
    agent.destroy();
  }
}

/** Reads the answer to its end. Anything but a page or a done form is a fault of the bench, and ends it. */
function answered({ url, method = "GET", headers = {}, body }: Ask, agent: http.Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, agent }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => {
        const status = response.statusCode ?? 0;
        const isDone = method === "GET" || /"status":"done"/.test(text) || "x-action-redirect" in response.headers;
        if ((status === 200 || status === 303) && isDone) resolve();
        else reject(new Error(`${method} ${url} was answered with ${status}: ${text.slice(0, 300)}`));
      });
      response.on("error", reject);
    });
    request.on("error", reject);
    request.end(body);
  });
}

/** The table, each line beside the line of the floor that does the like. */
export function say(lines: readonly { name: string; speed: Speed; floor: Speed }[]): void {
  const cell = (value: string, width = 9) => value.padStart(width);
  console.log(
    `${"".padEnd(26)}${["p50 ms", "floor", "ratio", "req/s 16", "floor", "ratio"].map((head) => cell(head)).join("")}`,
  );
  for (const { name, speed, floor } of lines) {
    const figures = [
      speed.p50.toFixed(1),
      floor.p50.toFixed(1),
      `${(speed.p50 / floor.p50).toFixed(1)} x`,
      speed.perSecond.toFixed(0),
      floor.perSecond.toFixed(0),
      `${(floor.perSecond / speed.perSecond).toFixed(1)} x`,
    ];
    const note = speed.refused > 0 ? `   ${speed.refused} of those side by side failed` : "";
    console.log(`${name.padEnd(26)}${figures.map((figure) => cell(figure)).join("")}${note}`);
  }
}
