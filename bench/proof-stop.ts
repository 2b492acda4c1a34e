import { randomUUID } from "node:crypto";
import http from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startPractice } from "@/e2e/practice-server";
import { startEmbedded } from "@/runtime/embedded-postgres";
import { endsOf, houseOf, postmasterOf } from "./processes";
import { mintRegulars, mixture } from "./regulars";
import { counted, type Outcome, percentile, sendOne } from "./traffic";
import { loadOfMachine, openVerdict } from "./verdict";

/**
 * SIGTERM to what `npm start` started, under twenty-four connections that stay open and never rest, half of them writing. Nothing
 * that was taken is broken, everything acknowledged is there, and the database ends last. Nothing leaves 127.0.0.1.
 */
const connections = 24;
const longestMs = 30_000;

const { check, tell, end } = openVerdict();
const server = await startPractice("proof-stop", { isDurable: true });
const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
pool.on("error", () => undefined);
let isStopped = false;
try {
  const regulars = await mintRegulars(pool, server.url, connections);
  const looks = mixture(regulars);
  const outcomes: Outcome[] = [];
  let isOver = false;
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const person = async (place: number) => {
    for (let n = place; !isOver; n += connections) {
      const errand = n % 2 ? looks(n) : regulars.message(place, randomUUID());
      const outcome = await sendOne(errand, agent);
      outcomes.push(outcome);
      if (outcome.ended === "unreached") return;
    }
  };
  const people = Promise.all(Array.from({ length: connections }, (_, place) => person(place)));
  await sleep(8_000);
  const pids = { ...houseOf(server.pid), database: postmasterOf(server.dir), supervisor: server.pid };
  await pool.end();
  const asked = performance.now();
  const ending = endsOf(pids, longestMs + 15_000);
  await server.stop();
  isStopped = true;
  const ends = await ending;
  isOver = true;
  await people;
  agent.destroy();

  const open = outcomes.filter(({ began, ms }) => began <= asked && began + ms > asked);
  const after = outcomes.filter(({ began }) => began > asked);
  const broken = outcomes.filter(({ ended }) => ended === "broken");
  const isWrong = ({ ended }: Outcome) => ended === "failed" || ended === "busy";
  const wrong = [...open, ...after].filter(isWrong);
  tell(
    `${outcomes.length} asked in all, ${percentile(
      outcomes.map(({ ms }) => ms),
      0.5,
    ).toFixed(
      0,
    )} ms in the middle, ${outcomes.filter(isWrong).length} were sent away by a full house; ${loadOfMachine()}`,
  );
  check(open.length >= connections / 2, `${open.length} were under way when the stop was asked for: ${counted(open)}`);
  tell(`${after.length} came later: ${counted(after)}`);
  check(
    broken.length === 0,
    `${broken.length} were broken${broken[0] ? `, the first: ${broken[0].name}, ${broken[0].said}` : ""}`,
  );
  check(
    wrong.length === 0,
    `${wrong.length} of those that were taken then or later were refused or failed${wrong[0] ? `: ${wrong[0].name}, ${wrong[0].said}` : ""}`,
  );
  const took = (name: keyof typeof pids) => ((ends[name] ?? Number.NaN) - asked) / 1_000;
  check(
    took("supervisor") <= longestMs / 1_000,
    `ended within 30 s: the application after ${took("application").toFixed(2)} s, the worker ${took("worker").toFixed(2)} s, the database ${took("database").toFixed(2)} s, the supervisor ${took("supervisor").toFixed(2)} s`,
  );
  check(
    took("database") >= Math.max(took("application"), took("worker")),
    "the database ended after everything that writes to it",
  );

  const again = await startEmbedded({ dir: server.dir, named: true, durable: false, say: () => undefined });
  const reader = new pg.Client({ connectionString: again.superuserUrl("nearer") });
  try {
    await reader.connect();
    const { rows } = await reader.query<{ id: string }>("select id from message");
    const there = new Set(rows.map(({ id }) => id));
    const idsOf = (ended: (one: Outcome) => boolean) =>
      outcomes.flatMap((one) => (one.id && ended(one) ? [one.id] : []));
    const acknowledged = idsOf(({ ended }) => ended === "answered");
    const lost = acknowledged.filter((id) => !there.has(id));
    check(lost.length === 0, `${acknowledged.length} writes were acknowledged, ${lost.length} of them are lost`);
    const unheard = idsOf(({ ended }) => ended === "unreached").filter((id) => there.has(id));
    check(unheard.length === 0, `${unheard.length} were written and not answered`);
  } finally {
    await reader.end();
    await again.stop();
  }
} finally {
  if (!isStopped) {
    await pool.end();
    await server.stop();
  }
}
end();
