import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { hashPassword } from "@/db/password";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { lettersTo } from "@/e2e/post-office";
import { openDatabase, startEmbedded } from "@/runtime/embedded-postgres";
import { freePort } from "@/runtime/port";
import { hasProgram } from "./behind-nginx";
import { goodPassword, openDoor } from "./door-visits";
import { startPooled } from "./pooled";
import { houseOf, killWhole, postmasterOf } from "./processes";
import { mintRegulars } from "./regulars";
import { startReplica } from "./replica";
import { counted, type Outcome, oddities, openTraffic, percentile, sendOne } from "./traffic";
import { askedFor, loadOfMachine, openVerdict } from "./verdict";

/**
 * Twenty-five requests a second (two cores draw no more beside two PostgreSQLs), four of ten writes, through PgBouncer to a
 * PostgreSQL that acknowledges nothing that its replica has not. It is killed with all its processes, the replica promoted, the
 * pooler's target moved as docs/RUNNING.md says. No acknowledged row is lost, none is there twice, and the service is back
 * within 30 seconds without a restart of its own.
 * `npm run proof failover 10` asks ten times a second.
 */
const [perSecond = 25] = askedFor().map(Number);
/** Somebody notices, and types. */
const noticedAfterMs = 3_000;
const backWithinMs = 30_000;
/** Who is sent away while nothing answers is told within this. */
const toldWithinMs = 12_000;

if (!hasProgram("pgbouncer")) {
  console.error("PgBouncer is not installed: apt-get install pgbouncer. Nothing was tried.");
  process.exit(1);
}
const { check, tell, end } = openVerdict();
const dir = path.resolve(import.meta.dirname, "../.test/proof-failover");
rmSync(dir, { recursive: true, force: true });
const first = await startEmbedded({ dir, named: true, durable: true, say: () => undefined });
await openDatabase(first, "nearer");
const replica = await startReplica(first, path.join(dir, "replica"), await freePort());
const { passwords } = first.secrets;
const pooled = await startPooled(path.join(dir, "house"), {
  port: first.port,
  logins: { nearer_app: passwords.app, nearer_worker: passwords.worker },
  urlOf: (role) => first.roleUrl(role, "nearer"),
});
const poolOf = (port: number) => {
  const url = new URL(first.superuserUrl("nearer"));
  url.port = String(port);
  const pool = new pg.Pool({ connectionString: url.href, max: 2 });
  pool.on("error", () => undefined);
  return pool;
};
const [before, after] = [poolOf(first.port), poolOf(replica.port)];
try {
  const regulars = await mintRegulars(before, pooled.url, 40);
  const practice = await mintPractice(before, new Date());
  const minted = await mintClient(before, practice, {
    startDate: new Date().toISOString().slice(0, 10),
    now: new Date(),
  });
  const { rows } = await before.query<{ email: string }>(
    "update account set password_hash = $2 where id = $1 returning email",
    [minted.accountId, await hashPassword(goodPassword)],
  );
  const house = houseOf(pooled.pid);
  const sent = new Map<string, number>();
  const { today, caseload, overview, signIn } = regulars;
  const looks = [undefined, today, undefined, caseload, undefined, today, overview, undefined, signIn, today];
  const traffic = openTraffic({
    perSecond,
    errand: (n) => {
      const look = looks[n % 10];
      if (look) return look(n);
      const id = randomUUID();
      sent.set(id, n);
      return regulars.message(n, id);
    },
  });
  await sleep(8_000);
  const isCaughtUp = await before.query("select from pg_stat_replication where sync_state = 'sync'");
  check(isCaughtUp.rowCount === 1, "the replica follows, and the first waits for it (synchronous_commit)");
  const killed = performance.now();
  killWhole(postmasterOf(dir));
  await sleep(noticedAfterMs);
  const promoting = performance.now();
  await replica.promote();
  pooled.moveTo(replica.port);
  const moved = performance.now();
  tell(
    `noticed after ${noticedAfterMs / 1_000} s, promoted and moved in ${((moved - promoting) / 1_000).toFixed(1)} s`,
  );
  await sleep(backWithinMs + 5_000);
  await traffic.stop();

  const { outcomes } = traffic;
  const writes = outcomes.filter(({ id }) => id);
  const since = (at: number) => (one: Outcome) => one.began + one.ms >= at;
  const acknowledged = writes.filter(({ ended }) => ended === "answered");
  const heard = (one: Outcome) => one.began + one.ms;
  const firstBack = Math.min(...acknowledged.filter((one) => one.began > moved).map(heard));
  const lastWrong = Math.max(...outcomes.filter(({ ended }) => ended !== "answered").map(heard));
  const wrong = outcomes.filter(({ ended }) => ended !== "answered");
  const seconds = (at: number) => ((at - killed) / 1_000).toFixed(1);
  tell(`${outcomes.length} requests, ${writes.length} of them writes: ${counted(outcomes)}; ${loadOfMachine()}`);
  tell(
    `before, p95 ${percentile(
      outcomes.filter((one) => heard(one) < killed).map(({ ms }) => ms),
      0.95,
    ).toFixed(0)} ms; without a database, answers after ${percentile(
      wrong.filter(since(killed)).map(({ ms }) => ms),
      0.95,
    ).toFixed(0)} ms (p95)`,
  );
  check(
    firstBack - killed <= backWithinMs && lastWrong - killed <= backWithinMs,
    `the first write was acknowledged again ${seconds(firstBack)} s after the kill, the last refusal came after ${seconds(lastWrong)} s`,
  );
  check(
    wrong.every(({ ended, ms }) => (ended === "busy" || ended === "failed") && ms <= toldWithinMs),
    `whoever was not served was told so, the slowest after ${(Math.max(...wrong.map(({ ms }) => ms)) / 1_000).toFixed(1)} s: ${counted(wrong)}`,
  );
  const failed = wrong.filter(({ ended }) => ended === "failed");
  check(failed.length === 0, `by 503 and the time to wait, all but ${failed.length}`);
  for (const line of oddities(failed)) tell(line);
  const there = async () =>
    new Set((await after.query<{ id: string }>("select id from message")).rows.map(({ id }) => id));
  const kept = await there();
  const lost = acknowledged.filter(({ id }) => id && !kept.has(id));
  check(lost.length === 0, `${acknowledged.length} writes were acknowledged, ${lost.length} of them are lost`);
  const unheard = writes.filter(({ id, ended }) => id && ended !== "answered" && kept.has(id));
  tell(`${unheard.length} were kept and their answer was not heard`);
  const now = houseOf(pooled.pid);
  check(
    now.application === house.application && now.worker === house.worker && now.application > 0,
    `neither the application nor the worker was restarted (${house.application} and ${house.worker}, now ${now.application} and ${now.worker})`,
  );
  for (const line of pooled
    .said()
    .split("\n")
    .filter((one) => / ended |starting it again/.test(one)))
    tell(line);
  for (const line of faultsOf(pooled.said())) tell(line);

  // As a person does: the same form with the same words, by the same hand.
  const agent = new http.Agent({ keepAlive: true });
  const again: Outcome[] = [];
  const unsure = writes.filter(({ ended }) => ended !== "answered");
  const sendsAgain = async () => {
    for (let one = unsure.pop(); one; one = unsure.pop())
      again.push(await sendOne(regulars.message(sent.get(one.id ?? "") ?? 0, one.id), agent));
  };
  await Promise.all(Array.from({ length: 8 }, sendsAgain));
  agent.destroy();
  const entries = await after.query<{ id: string; count: number }>(
    "select subject_id as id, count(*)::int as count from audit_entry where action = 'messages.sent' group by 1",
  );
  const effects = new Map(entries.rows.map(({ id, count }) => [id, count]));
  check(
    again.every(({ ended }) => ended === "answered") && writes.every(({ id }) => effects.get(id ?? "") === 1),
    `sent again, all ${again.length} were answered, and each of ${writes.length} writes had one effect`,
  );
  const door = await openDoor(pooled.url);
  const email = rows[0]?.email ?? "";
  const { result, ms } = await door.byLetter(email, "203.0.113.9", () => lettersTo(pooled.mailDir, email).at(-1)?.raw);
  check(result === "in", `the worker sends letters again: somebody came in by one, in ${(ms / 1_000).toFixed(1)} s`);
} finally {
  await before.end();
  await after.end();
  await pooled.stop();
  await replica.stop();
  await first.stop();
}
end();

/** What the log says went wrong, each message once. */
function faultsOf(said: string): string[] {
  const kinds = new Map<string, number>();
  for (const line of said.split("\n")) {
    const [, code] = /"code":"?([\w-]+)/.exec(line) ?? [];
    const [, words] = /"msg":"([^"]*)"/.exec(line) ?? [];
    if (words) kinds.set(`${words} (${code ?? "no code"})`, (kinds.get(`${words} (${code ?? "no code"})`) ?? 0) + 1);
  }
  return [...kinds].map(([kind, many]) => `${many} x in the log: ${kind}`);
}
