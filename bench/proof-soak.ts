import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { startPractice } from "@/e2e/practice-server";
import { houseOf } from "./processes";
import { mintRegulars, mixture } from "./regulars";
import { type Outcome, oddities, openTraffic, percentile } from "./traffic";
import { askedFor, loadOfMachine, openVerdict } from "./verdict";

/**
 * Twenty minutes of an ordinary day on the production build, twenty requests a second, one in five of them broken off by whoever
 * asked: what the heap holds does not grow, no handle and no connection stays, and nobody waits for the process. `npm run proof
 * soak 3` takes three minutes, `soak 3 10` at ten requests a second. Nothing leaves 127.0.0.1.
 */
const [minutes = 20, perSecond = 20] = askedFor().map(Number);
const clients = 60;
/** Before anything counts: each page is drawn for the first time once. */
const warmUpMs = 60_000;
/** By how many bytes the heap may grow in the second half: as much as two looks at one that is still differ by. */
const mostGrowth = 6 * 1024 ** 2;
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

try {
  const errand = mixture(await mintRegulars(pool, server.url, clients));
  const before = houseOf(server.pid);
  const ends = new Map<Outcome["ended"], number>();
  const times: number[] = [];
  const wrong: Outcome[] = [];
  let asked = 0;
  let isCounting = false;
  const traffic = openTraffic({
    perSecond,
    errand,
    // One in five, of another kind each time, somewhere between the first byte and the last.
    hangsUp: (n) => (n % 5 === Math.floor(n / 10) % 5 ? (n * 7) % 120 : undefined),
    keep: (one) => {
      if (!isCounting) return false;
      asked += 1;
      ends.set(one.ended, (ends.get(one.ended) ?? 0) + 1);
      if (one.ended === "answered") times.push(one.ms);
      else if (one.ended !== "aborted") wrong.push(one);
      return false;
    },
  });
  await sleep(warmUpMs);
  writeFileSync(path.join(figures, "begun"), "");
  isCounting = true;
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
  check(wrong.length === 0, `everything that was heard out was answered, all but ${wrong.length}`);
  for (const line of oddities(wrong)) tell(line);
  check(after.application === before.application && after.worker === before.worker, "neither process ended");
  for (const kind of ["application", "worker"] as const) {
    const all = looksOf(kind).filter(({ at }) => at > began);
    const busy = all.filter(({ at }) => at <= ended);
    const settled = busy.slice(Math.floor(busy.length / 2));
    const [first, last] = [settled[0], settled.at(-1)];
    const perMs = slope(settled.map(({ at, heapUsed }) => [at - began, heapUsed] as const));
    const growth = perMs * ((last?.at ?? 0) - (first?.at ?? 0));
    check(
      growth <= mostGrowth,
      `${kind}: the heap after collecting ${mb(first?.heapUsed ?? 0)} at half-time, ${mb(last?.heapUsed ?? 0)} at the end; the line through all looks between rises by ${mb(growth)} (${mb(mostGrowth)} at most); all memory ${mb(last?.rss ?? 0)}`,
    );
    const [early, late] = [busy.slice(0, busy.length - settled.length), settled];
    // How many come at once changes; what is never given back raises the least of them.
    const least = (looks: readonly Look[]) => Math.min(...looks.map(({ fds }) => fds));
    const quiet = all.at(-1)?.fds ?? Number.NaN;
    check(
      Math.max(least(late), quiet) <= least(early) + 4,
      `${kind}: file handles ${least(early)} at least, later ${least(late)}, ${Math.max(...busy.map(({ fds }) => fds))} at most, and ${quiet} once it was quiet`,
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
