import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startPractice } from "@/e2e/practice-server";
import { askUntil } from "@/runtime/wait";
import { houseOf, killWhole, postmasterOf } from "./processes";
import { mintRegulars, type Regulars } from "./regulars";
import { counted, type Outcome, oddities, openTraffic, percentile } from "./traffic";
import { askedFor, loadOfMachine, openVerdict } from "./verdict";

/**
 * First every connection to the database is made to wait, under seventeen requests a second: whoever needs one is told within
 * seconds, the rest goes on, and it is over as soon as it is over. Then PostgreSQL is killed ten times with all its processes,
 * under writes (`npm run proof kills 3`: three times): every acknowledged one is there, once. On the production build; nothing leaves 127.0.0.1.
 */
const [kills = 10] = askedFor().map(Number);
const toldWithinMs = 3_000;
const backWithinMs = 5_000;
const healedWithinMs = 60_000;

const { check, tell, end } = openVerdict();
const server = await startPractice("proof-kills", { isDurable: true });
const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 3 });
pool.on("error", () => undefined);
const heard = ({ began, ms }: Outcome) => began + ms;
const slowest = (all: readonly Outcome[]) => Math.round(Math.max(0, ...all.map(({ ms }) => ms)));

async function full(regulars: Regulars): Promise<void> {
  const holder = await pool.connect();
  await holder.query("begin");
  await holder.query("lock table client in access exclusive mode");
  const held = performance.now();
  const pages = openTraffic({ perSecond: 12, errand: (n) => regulars.today(n) });
  const health = { name: "health", ask: { url: `${server.url}/api/health` } };
  const rest = openTraffic({ perSecond: 5, errand: (n) => (n % 2 ? regulars.signIn() : health) });
  await sleep(8_000);
  await holder.query("rollback");
  holder.release();
  const freed = performance.now();
  await sleep(10_000);
  await pages.stop();
  await rest.stop();
  const during = pages.outcomes.filter((one) => one.began > held + 1_000 && one.began < freed - toldWithinMs);
  const busy = during.filter(({ ended }) => ended === "busy");
  tell(`all connections wait: ${counted(pages.outcomes)} of Today; ${loadOfMachine()}`);
  check(
    busy.length > 0 &&
      percentile(
        busy.map(({ ms }) => ms),
        0.95,
      ) <= toldWithinMs,
    `${busy.length} of ${during.length} were told to come again, within ${Math.round(
      percentile(
        busy.map(({ ms }) => ms),
        0.95,
      ),
    )} ms (p95)`,
  );
  const wrong = rest.outcomes.filter(({ ended }) => ended !== "answered");
  check(
    wrong.length === 0,
    `the sign-in and health went on: ${counted(rest.outcomes)}, the slowest in ${slowest(rest.outcomes)} ms`,
  );
  for (const line of oddities(wrong)) tell(line);
  const last = Math.max(freed, ...pages.outcomes.filter(({ ended }) => ended !== "answered").map(heard));
  check(
    last - freed <= backWithinMs,
    `${((last - freed) / 1_000).toFixed(1)} s after it was over nobody was sent away any more`,
  );
}

async function killed(regulars: Regulars): Promise<void> {
  const house = houseOf(server.pid);
  const sent = new Set<string>();
  const traffic = openTraffic({
    perSecond: 20,
    errand: (n) => {
      const id = randomUUID();
      sent.add(id);
      return regulars.message(n, id);
    },
  });
  const waits: number[] = [];
  for (let i = 0; i < kills; i += 1) {
    await sleep(2_500);
    const at = performance.now();
    killWhole(postmasterOf(server.dir));
    const isBack = () => traffic.outcomes.some((one) => one.began > at && one.ended === "answered") || null;
    await askUntil(async () => isBack(), healedWithinMs);
    waits.push((performance.now() - at) / 1_000);
  }
  await sleep(2_000);
  await traffic.stop();
  const { outcomes } = traffic;
  const { rows } = await pool.query<{ id: string; count: number }>(
    "select subject_id as id, count(*)::int as count from audit_entry where action = 'messages.sent' group by 1",
  );
  const effects = new Map(rows.map(({ id, count }) => [id, count]));
  const there = new Set((await pool.query<{ id: string }>("select id from message")).rows.map(({ id }) => id));
  const acknowledged = outcomes.filter(({ ended }) => ended === "answered");
  const lost = acknowledged.filter(({ id = "" }) => !there.has(id));
  tell(`${kills} kills under ${outcomes.length} writes: ${counted(outcomes)}`);
  for (const line of oddities(outcomes)) tell(line);
  check(lost.length === 0, `${acknowledged.length} were acknowledged, ${lost.length} of them are lost`);
  const twice = outcomes.filter(({ id = "" }) => (effects.get(id) ?? 0) !== (there.has(id) ? 1 : 0));
  check(twice.length === 0, "what is there is in the record of access once, and what is not there is not");
  check(
    Math.max(...waits) * 1_000 < healedWithinMs,
    `each time it was back without a hand: after ${percentile(waits, 0.5).toFixed(1)} s in the middle, ${Math.max(...waits).toFixed(1)} s at most`,
  );
  const now = houseOf(server.pid);
  check(
    now.application === house.application && now.worker === house.worker,
    `neither the application nor the worker ended (${house.application} and ${house.worker}, now ${now.application} and ${now.worker})`,
  );
}

try {
  const regulars = await mintRegulars(pool, server.url, 40);
  await full(regulars);
  await killed(regulars);
} finally {
  await pool.end();
  await server.stop();
}
end();
