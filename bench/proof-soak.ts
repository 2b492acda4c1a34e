import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { startPractice } from "@/e2e/practice-server";
import { houseOf } from "./processes";
import { mintRegulars, mixture } from "./regulars";
import { type Outcome, openTraffic, percentile } from "./traffic";
import { askedFor, loadOfMachine, openVerdict } from "./verdict";

/**
 * Twenty minutes of an ordinary day on the production build, twenty requests a second, one in five of them broken off by whoever
 * asked: what the heap holds does not grow, no handle and no connection stays, and nobody waits for the process. `npm run proof
 * soak 3` takes three minutes. Nothing leaves 127.0.0.1.
 */
const minutes = Number(askedFor()[0] ?? 20);
const perSecond = 20;
const clients = 60;
/** What a thousand requests may leave behind, in bytes: below what two looks at a heap that is still differ by. */
const mostPerThousand = 256 * 1024;
const quietMs = 20_000;

type Look = { at: number; pid: number; p99: number; max: number; wholeP99: number } & Record<
  "heapUsed" | "external" | "rss" | "fds" | "sockets",
  number
>;

const { check, tell, end } = openVerdict();
const figures = path.resolve(import.meta.dirname, "../.test/proof-soak-figures");
rmSync(figures, { recursive: true, force: true });
mkdirSync(figures, { recursive: true });
const probe = pathToFileURL(path.join(import.meta.dirname, "soak-probe.mjs"));
probe.searchParams.set("to", figures);
const { NODE_OPTIONS = "" } = process.env;
process.env.NODE_OPTIONS = `${NODE_OPTIONS} --import=${probe.href}`.trim();
const server = await startPractice("proof-soak", { isDurable: true });
// What is started after it is none of this part's.
process.env.NODE_OPTIONS = NODE_OPTIONS;
const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
const looksOf = (kind: "application" | "worker"): Look[] =>
  readFileSync(path.join(figures, `${kind}.jsonl`), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line): Look => JSON.parse(line));
const connections = async () => {
  const { rows } = await pool.query<{ count: number }>(
    "select count(*)::int as count from pg_stat_activity where application_name like 'nearer%'",
  );
  return rows[0]?.count ?? 0;
};

/** By how much y grows for one of x: the straight line nearest to all points. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (of: (point: readonly [number, number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean(([at]) => at), mean(([, value]) => value)];
  const across = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  return points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0) / across;
}

const mb = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(1)} MB`;
const most = (looks: readonly Look[], of: "fds" | "sockets") => Math.max(...looks.map((look) => look[of]));

try {
  const errand = mixture(await mintRegulars(pool, server.url, clients));
  const before = houseOf(server.pid);
  const ends = new Map<Outcome["ended"], number>();
  const times: number[] = [];
  const wrong: Outcome[] = [];
  let asked = 0;
  const traffic = openTraffic({
    perSecond,
    errand,
    // One in five, of another kind each time, somewhere between the first byte and the last.
    hangsUp: (n) => (n % 5 === Math.floor(n / 10) % 5 ? (n * 7) % 120 : undefined),
    keep: (one) => {
      asked += 1;
      ends.set(one.ended, (ends.get(one.ended) ?? 0) + 1);
      if (one.ended === "answered") times.push(one.ms);
      else if (one.ended !== "aborted" && wrong.length < 20) wrong.push(one);
      return false;
    },
  });
  const began = Date.now();
  const held: number[] = [];
  while (Date.now() - began < minutes * 60_000) {
    await sleep(10_000);
    held.push(await connections());
  }
  await traffic.stop();
  const ended = Date.now();
  await sleep(quietMs);
  const after = houseOf(server.pid);
  tell(
    `${minutes} minutes, ${asked} requests: ${[...ends].map(([how, many]) => `${many} ${how}`).join(", ")}; ${loadOfMachine()}`,
  );
  tell(
    `answered in ${percentile(times, 0.5).toFixed(0)} ms in the middle, p95 ${percentile(times, 0.95).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms`,
  );
  check(
    wrong.length === 0,
    `everything that was heard out was answered${wrong[0] ? `; the first that was not: ${wrong[0].name}, ${wrong[0].ended}, ${wrong[0].said}` : ""}`,
  );
  check(after.application === before.application && after.worker === before.worker, "neither process ended");
  for (const kind of ["application", "worker"] as const) {
    const all = looksOf(kind).filter(({ at }) => at > began);
    const busy = all.filter(({ at }) => at <= ended);
    // What is kept once and for all is kept in the first third.
    const settled = busy.slice(Math.floor(busy.length / 3));
    const perThousand =
      slope(settled.map(({ at, heapUsed }) => [(at - began) / 1_000, heapUsed] as const)) * (1_000 / perSecond);
    const [first, last] = [settled[0]?.heapUsed ?? Number.NaN, settled.at(-1)?.heapUsed ?? Number.NaN];
    check(
      perThousand <= mostPerThousand,
      `${kind}: the heap after collecting ${mb(first)} after a third, ${mb(last)} at the end, ${(perThousand / 1024).toFixed(0)} KB more for a thousand requests (${Math.round(mostPerThousand / 1024)} at most); all memory ${mb(settled.at(-1)?.rss ?? Number.NaN)}`,
    );
    const half = Math.floor(settled.length / 2);
    const [early, late] = [settled.slice(0, half), settled.slice(half)];
    check(
      most(late, "fds") <= most(early, "fds") + 8,
      `${kind}: file handles ${most(early, "fds")} at most, later ${most(late, "fds")}, and ${all.at(-1)?.fds} once it was quiet`,
    );
    const p99 = busy.at(-1)?.wholeP99 ?? Number.NaN;
    check(
      p99 < 100,
      `${kind}: whoever came waited ${p99.toFixed(1)} ms for the process in ninety-nine of a hundred moments, ${Math.max(...busy.map(({ max }) => max)).toFixed(0)} ms at most`,
    );
  }
  const sockets = looksOf("application").filter(({ at }) => at > ended);
  tell(`sockets of the application once it was quiet: ${sockets.at(-1)?.sockets}`);
  const early = Math.max(...held.slice(0, Math.ceil(held.length / 2)));
  const late = Math.max(...held.slice(Math.ceil(held.length / 2)));
  check(
    late <= early + 2,
    `connections to the database ${early} at most, later ${late}, and ${await connections()} now`,
  );
} finally {
  await pool.end();
  await server.stop();
}
end();
