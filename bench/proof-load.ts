import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startPractice } from "@/e2e/practice-server";
import { monthAgo, settled } from "./beside-floor";
import { mintCrowd } from "./crowd";
import { mintRegulars, mixture, type Regulars } from "./regulars";
import { counted, type Outcome, oddities, openTraffic, percentile } from "./traffic";
import { askedFor, loadOfMachine, openVerdict } from "./verdict";

/**
 * The reference: fifty practices of a thousand clients each, who come once a day for a dozen requests, a fifth of them in the
 * busiest hour: ten a second on a peak minute with room for Monday. Three times that for two minutes, then twenty times that for
 * ten seconds. `npm run proof load 5000` fills in fewer clients. Nothing leaves 127.0.0.1.
 */
const clients = Number(askedFor()[0] ?? 50_000);
const perPractice = 1_000;
const peak = 10;
const steadyMs = 120_000;
const spikeMs = 10_000;
const limits = { p95: 500, p99: 1_500, wrong: 0.001, recovery: 60_000 };

const { check, tell, end } = openVerdict();
const server = await startPractice("proof-load", { isDurable: true });
const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 4 });

/** Of the requests of these milliseconds. */
const inWindow = (all: readonly Outcome[], from: number, to: number) =>
  all.filter(({ began }) => began >= from && began < to);
const isWrong = ({ ended }: Outcome) => ended !== "answered";
const p = (all: readonly Outcome[], part: number) =>
  Math.round(
    percentile(
      all.map(({ ms }) => ms),
      part,
    ),
  );

async function steady(regulars: Regulars): Promise<void> {
  const traffic = openTraffic({ perSecond: peak * 3, errand: mixture(regulars) });
  await sleep(steadyMs);
  await traffic.stop();
  const all = traffic.outcomes;
  tell(
    `${peak * 3} a second for ${steadyMs / 1_000} s: ${counted(all)}, ${p(all, 0.5)} ms in the middle; ${loadOfMachine()}`,
  );
  for (const name of new Set(all.map((one) => one.name))) {
    const own = all.filter((one) => one.name === name);
    tell(`${name}: ${p(own, 0.5)} ms in the middle, p95 ${p(own, 0.95)} ms, p99 ${p(own, 0.99)} ms`);
  }
  check(p(all, 0.95) < limits.p95, `p95 ${p(all, 0.95)} ms, below ${limits.p95}`);
  check(p(all, 0.99) < limits.p99, `p99 ${p(all, 0.99)} ms, below ${limits.p99}`);
  const wrong = all.filter(isWrong);
  check(wrong.length < all.length * limits.wrong, `${wrong.length} of ${all.length} were not answered`);
  for (const line of oddities(wrong)) tell(line);
}

async function spike(regulars: Regulars): Promise<void> {
  const calm = openTraffic({ perSecond: peak, errand: mixture(regulars) });
  await sleep(5_000);
  const crowd = openTraffic({ perSecond: peak * 19, errand: mixture(regulars) });
  await sleep(spikeMs);
  const over = performance.now();
  await crowd.stop();
  await sleep(Math.max(0, limits.recovery + 10_000 - (performance.now() - over)));
  await calm.stop();
  const all = [...calm.outcomes, ...crowd.outcomes];
  const during = all.filter(({ began }) => began >= over - spikeMs && began < over);
  tell(`${peak * 20} a second for ${spikeMs / 1_000} s: ${counted(during)}; p95 ${p(during, 0.95)} ms`);
  // The first five seconds after it from which on everybody is served as before.
  const windows = Array.from({ length: limits.recovery / 5_000 + 2 }, (_, i) => ({
    after: i * 5,
    all: inWindow(calm.outcomes, over + i * 5_000, over + (i + 1) * 5_000),
  }));
  const isCalm = ({ all }: (typeof windows)[number]) => p(all, 0.95) < limits.p95 && !all.some(isWrong);
  const lastBad = windows.findLastIndex((window) => !isCalm(window));
  const seconds = (lastBad + 1) * 5;
  check(
    seconds * 1_000 < limits.recovery,
    `${seconds} s after it everybody was served as before (p95 below ${limits.p95} ms, nobody refused)`,
  );
  const broken = during.filter(({ ended }) => ended === "broken" || ended === "failed");
  check(broken.length === 0, `whoever could not be served then was told to come again, all but ${broken.length}`);
  for (const line of oddities(broken)) tell(line);
}

try {
  const began = Date.now();
  for (let filled = 0; filled < clients; filled += perPractice)
    await mintCrowd(pool, Math.min(perPractice, clients - filled), monthAgo(), new Date());
  const regulars = await mintRegulars(pool, server.url, 200);
  await settled(pool);
  const { rows } = await pool.query<{ rows: string; bytes: string }>(
    "select sum(n_live_tup)::text as rows, pg_database_size(current_database())::text as bytes from pg_stat_user_tables",
  );
  tell(
    `${clients.toLocaleString("en-GB")} clients, ${Number(rows[0]?.rows).toLocaleString("en-GB")} rows, ${Math.round(Number(rows[0]?.bytes) / 1024 ** 2)} MB, filled in ${Math.round((Date.now() - began) / 1_000)} s`,
  );
  // The first answer to each page is not what people wait for afterwards.
  const warm = openTraffic({ perSecond: 10, errand: mixture(regulars) });
  await sleep(10_000);
  await warm.stop();
  await steady(regulars);
  await spike(regulars);
} finally {
  await pool.end();
  await server.stop();
}
end();
