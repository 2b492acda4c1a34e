import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import pg from "pg";
import { hashPassword } from "@/db/password";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { numbered } from "@/lib/paths";
import { openDatabase, startEmbedded } from "@/runtime/embedded-postgres";
import { freePort } from "@/runtime/port";
import { hasProgram, type Instance, startInstance, startNginx, startPooler } from "./behind-nginx";

/**
 * Debian's nginx with deploy/nginx.conf before two instances and their two workers on one PostgreSQL: sign-in, Today, a message,
 * a sign-in that both know, one of them killed. Then one instance through PgBouncer in transaction mode. Nothing leaves 127.0.0.1.
 */
const missing = hasProgram("nginx") ? null : "nginx is not installed: apt-get install nginx-light. Nothing was tried.";
if (missing) {
  console.error(missing);
  process.exit(1);
}
let failures = 0;
const check = (holds: boolean, words: string) => {
  if (!holds) failures += 1;
  console.log(`  ${holds ? "holds " : "FAILED"}  ${words}`);
};

const dir = path.resolve(import.meta.dirname, "../.test/proof-behind-nginx");
rmSync(dir, { recursive: true, force: true });
mkdirSync(dir, { recursive: true, mode: 0o711 });
const embedded = await startEmbedded({ dir, named: true, durable: false, say: () => undefined });
await openDatabase(embedded, "nearer");
const [front, one, two, pooled, pooler] = [
  await freePort(),
  await freePort(),
  await freePort(),
  await freePort(),
  await freePort(),
];
const url = `https://localhost:${front}`;
const sealKeys = `k1:${randomBytes(32).toString("base64")}`;
const settings = {
  ...{ APP_URL: url, TRUST_PROXY: "1", BACKUP_AT: "off", LOG_LEVEL: "warn", SEAL_KEYS: sealKeys },
  NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  DATABASE_OWNER_URL: embedded.roleUrl("owner", "nearer"),
  DATABASE_URL: embedded.roleUrl("app", "nearer"),
  DATABASE_WORKER_URL: embedded.roleUrl("worker", "nearer"),
};
const pool = new pg.Pool({ connectionString: embedded.superuserUrl("nearer"), max: 2 });
pool.on("error", () => undefined);
const running: Instance[] = [];
const start = async (name: string, port: number, more: Record<string, string> = {}) => {
  const instance = await startInstance(name, port, { ...settings, ...more, NEARER_DATA_DIR: path.join(dir, name) });
  running.push(instance);
  return instance;
};

const hiddenOf = (page: string, near: string) => {
  const form = page.split("<form").find((part) => part.includes(near)) ?? "";
  return [...form.matchAll(/<input type="hidden"([^>]*)>/g)].map(([, rest = ""]): [string, string] => [
    plain(/name="([^"]*)"/.exec(rest)?.[1] ?? ""),
    plain(/value="([^"]*)"/.exec(rest)?.[1] ?? ""),
  ]);
};
const plain = (words: string) =>
  words
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** A form without script, as it stands on the page. */
async function send(base: string, at: string, near: string, words: Record<string, string>, cookie = "") {
  const page = await (await fetch(base + at, { headers: { cookie } })).text();
  const form = new FormData();
  for (const [name, value] of hiddenOf(page, near)) form.append(name, value);
  for (const [name, value] of Object.entries(words)) form.set(name, value);
  // An instance that is asked without the proxy hears from here what the proxy would say.
  const hop = base === url ? {} : { "x-forwarded-host": new URL(url).host };
  const headers = { cookie, origin: url, "sec-fetch-site": "same-origin", ...hop };
  return fetch(base + at, { method: "POST", headers, body: form, redirect: "manual" });
}

const messagesAt = numbered("/portal/messages") ?? "/portal/messages";
const countMessages = async () => Number((await pool.query("select count(*) from message")).rows[0]?.count);
const today = async (base: string, cookie: string) => {
  const answer = await fetch(`${base}/portal`, { headers: { cookie }, redirect: "manual" });
  return answer.status === 200 && (await answer.text()).includes("How connected do you feel");
};

let front443: Awaited<ReturnType<typeof startNginx>> | undefined;
let bouncer: Awaited<ReturnType<typeof startPooler>> | undefined;
try {
  const first = await start("one", one);
  await start("two", two);
  // A certificate made a moment ago on this machine, for calls to this machine.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
  front443 = await startNginx(path.join(dir, "nginx"), front, [one, two]);
  holdKeyRing(readKeyRing(sealKeys));
  const now = new Date();
  const practice = await mintPractice(pool, now);
  const { accountId } = await mintClient(pool, practice, { startDate: now.toISOString().slice(0, 10), now });
  const password = "otter candle viaduct plum";
  const { rows } = await pool.query<{ email: string }>(
    "update account set password_hash = $2 where id = $1 returning email",
    [accountId, await hashPassword(password)],
  );
  const entered = await send(url, "/sign-in", 'name="password"', { email: rows[0]?.email ?? "", password });
  const cookies = entered.headers.getSetCookie();
  const session = cookies.find((each) => each.startsWith("__Host-nearer-session="));
  check(session?.includes("Secure") === true, "sign-in through nginx, with a cookie that only this host can set");
  const cookie = session?.split(";")[0] ?? "";
  const asked = await fetch(`${url}/sign-in`, { headers: { "x-forwarded-host": "elsewhere.example" } });
  check(
    asked.headers.get("strict-transport-security") !== null &&
      asked.headers.get("content-security-policy") !== null &&
      !(await asked.text()).includes("elsewhere.example"),
    "headers of safety arrive as they were sent, and a made-up X-Forwarded-Host does nothing",
  );
  check(await today(url, cookie), "Today");
  const before = await countMessages();
  await send(url, messagesAt, "<textarea", { body: "Through nginx" }, cookie);
  check((await countMessages()) === before + 1, "a message is written, once");
  const direct = [one, two].map((port) => today(`http://127.0.0.1:${port}`, cookie));
  check((await Promise.all(direct)).every(Boolean), "both instances know the sign-in");
  first.kill();
  const looks = [];
  for (let i = 0; i < 30; i += 1) looks.push(await today(url, cookie));
  check(looks.every(Boolean), `one instance killed: ${looks.filter(Boolean).length} of 30 looks at Today answered`);
  const [, kept] = [
    await send(url, messagesAt, "<textarea", { body: "By the other one" }, cookie),
    await countMessages(),
  ];
  check(kept === before + 2, "and a message is written by the other");
  if (hasProgram("pgbouncer")) {
    const passwords = embedded.secrets.passwords;
    const logins = { nearer_app: passwords.app, nearer_worker: passwords.worker };
    bouncer = await startPooler(path.join(dir, "pooler"), pooler, new URL(settings.DATABASE_URL), logins);
    const through = (address: string) => {
      const way = new URL(address);
      way.port = String(pooler);
      return way.href;
    };
    const [DATABASE_URL, DATABASE_WORKER_URL] = [through(settings.DATABASE_URL), through(settings.DATABASE_WORKER_URL)];
    const instance = await start("pooled", pooled, { DATABASE_URL, DATABASE_WORKER_URL });
    check(
      await today(`http://127.0.0.1:${pooled}`, cookie),
      "PgBouncer in transaction mode: the start works, and Today",
    );
    await send(`http://127.0.0.1:${pooled}`, messagesAt, "<textarea", { body: "Through a pooler" }, cookie);
    check((await countMessages()) === before + 3, "a message through the pooler");
    check(!/prepared statement/i.test(instance.said()), "no statement kept a plan there");
  } else console.log("  not tried: PgBouncer is not installed (apt-get install pgbouncer)");
} finally {
  front443?.stop();
  for (const instance of running) await instance.stop();
  bouncer?.stop();
  await pool.end();
  await embedded.stop();
}
if (failures > 0) process.exitCode = 1;
