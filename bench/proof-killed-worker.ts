import { type ChildProcess, spawn } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:net";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import { letterName } from "@/db/commands/letters/letter-token";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { connect } from "@/db/connect";
import { migrate } from "@/db/migrate";
import { verifyChain } from "@/db/queries/audit/chain";
import { outboxLetter } from "@/db/schema/outbox";
import { withScope } from "@/db/scope";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { openDatabase, startEmbedded } from "@/runtime/embedded-postgres";
import { CLAIM_MS } from "@/runtime/worker/claim-letters";
import { told } from "./told";

/**
 * The worker ended by kill -9 a hundred times at any moment of its work, each time with letters about messages and about somebody's
 * safety to send. None is lost, none about a message goes twice, one about safety goes again only under its own name, a safety event
 * is passed on once, and the chain of the record of access stays whole. WORKER_KILLS: fewer times.
 */
const kills = Number(process.env.WORKER_KILLS ?? 100);
const letterKey = "a key of thirty-two signs and more";
const root = path.resolve(import.meta.dirname, "..");
const dir = path.join(root, ".test", "proof-killed-worker");
rmSync(dir, { recursive: true, force: true });
mkdirSync(dir, { recursive: true, mode: 0o711 });
holdKeyRing(readKeyRing(`k1:${Buffer.alloc(32, 7).toString("base64")}`));

const received = new Map<string, number>();
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["AUTH", "STARTTLS"],
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const name = /^message-id:\s*<([^@>]+)@/im.exec(Buffer.concat(chunks).toString("utf8"))?.[1] ?? "?";
      received.set(name, (received.get(name) ?? 0) + 1);
      // A server takes its time: the worker is ended before, while and after it waits for the answer.
      setTimeout(done, randomInt(0, 60));
    });
  },
});
smtp.on("error", () => undefined);
const smtpPort = await new Promise<number>((resolve) => {
  const listening: Server = smtp.listen(0, "127.0.0.1", () => {
    const address = listening.address();
    resolve(typeof address === "object" && address ? address.port : 0);
  });
});

const embedded = await startEmbedded({ dir: path.join(dir, "data"), named: true, durable: true, say: () => undefined });
await openDatabase(embedded, "nearer");
await migrate({ ownerUrl: embedded.roleUrl("owner", "nearer") });
const pool = connect({ url: embedded.roleUrl("app", "nearer"), max: 4, onIdleError: () => undefined });
const workers = connect({ url: embedded.roleUrl("worker", "nearer"), max: 2, onIdleError: () => undefined });
const clockFile = path.join(dir, "clock");
writeFileSync(clockFile, "0");
let running: ChildProcess | undefined;

function startWorker(): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", path.join(root, "runtime/worker/main.ts")], {
    cwd: root,
    stdio: ["ignore", "ignore", "ignore"],
    env: {
      ...{ PATH: process.env.PATH, NODE_ENV: "production", DATABASE_WORKER_URL: embedded.roleUrl("worker", "nearer") },
      ...{ APP_URL: "https://practice.example", SMTP_URL: `smtp://127.0.0.1:${smtpPort}` },
      ...{ MAIL_FROM: "practice@nearer.example", LETTER_KEY: letterKey, NEARER_TEST_CLOCK: clockFile },
    },
  });
}
async function kill(worker: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  worker.kill("SIGKILL");
  await ended;
}

try {
  const now = new Date();
  const practice = await mintPractice(pool, now);
  const client = await mintClient(pool, practice, { now });
  const { accountId } = client;
  const letters = () => withScope(pool, practice.system, now, ({ tx }) => tx.select().from(outboxLetter));
  const heard = () => [...received.values()].reduce((sum, n) => sum + n, 0);
  let ahead = 0;
  for (let round = 0; round < kills; round += 1) {
    await withScope(pool, practice.system, now, async (scope) => {
      for (let i = 0; i < 3; i += 1)
        await queueLetter(scope, { accountId, about: { kind: "message", id: randomUUID() } });
    });
    if (round % 10 === 0) {
      const person = await mintClient(pool, practice, { now, name: `Person ${round}` });
      await withScope(pool, person, now, (scope) => sayNotSafe(scope, {}));
    }
    // What the one before held is free again, and what nobody answered for two minutes is due to be passed on.
    ahead += CLAIM_MS + 1_000;
    writeFileSync(clockFile, String(ahead));
    const before = heard();
    const worker = startWorker();
    running = worker;
    // Some are ended while they start; most once the first letter of the round is on its way.
    const isEarly = round % 5 === 0;
    for (let waited = 0; heard() === before && waited < (isEarly ? randomInt(400, 2_500) : 15_000); waited += 10)
      await sleep(10);
    await sleep(randomInt(0, 500));
    await kill(worker);
    if (round % 20 === 19) console.log(`    ${round + 1} times killed, ${heard()} letters came`);
  }
  ahead += CLAIM_MS + 1_000;
  writeFileSync(clockFile, String(ahead));
  running = startWorker();
  const waiting = async () => (await letters()).filter(({ sentAt, setAsideAt }) => !sentAt && !setAsideAt).length;
  for (let i = 0; (await waiting()) > 0 && i < 180; i += 1) {
    await sleep(1_000);
    // What was handed over and not answered is looked at once more when its time is over.
    if (i % 10 === 9) {
      ahead += CLAIM_MS + 1_000;
      writeFileSync(clockFile, String(ahead));
    }
  }
  await kill(running);
  running = undefined;
  const all = await letters();
  const times = (id: string) => received.get(letterName(letterKey, id)) ?? 0;
  const ordinary = all.filter(({ urgent }) => !urgent);
  const urgent = all.filter((one) => one.urgent);
  const aside = ordinary.filter(({ setAsideAt, sentAt }) => setAsideAt && !sentAt);
  console.log(
    `  ${kills} times killed; ${ordinary.length} letters about messages, ${urgent.length} about safety; ${heard()} came, ${aside.length} set aside because nobody knows whether they came`,
  );
  told((await waiting()) === 0, "none waits any more");
  told(
    ordinary.every(({ id }) => times(id) <= 1),
    "none about a message came twice",
  );
  told(
    ordinary.every(({ id, sentAt, setAsideAt }) => (sentAt ? times(id) === 1 : Boolean(setAsideAt))),
    "each about a message came, or is set aside and says so",
  );
  told(
    urgent.length > 0 && urgent.every(({ id, setAsideAt }) => setAsideAt || times(id) >= 1),
    "each about safety came",
  );
  const known = new Set(all.map(({ id }) => letterName(letterKey, id)));
  told(
    [...received.keys()].every((name) => known.has(name)),
    "all that came again came under their own names",
  );
  const steps = await withScope(pool, practice.system, now, async ({ tx }) => {
    const { rows } = await tx.$client.query<{ n: string }>(
      "select count(*) as n from safety_event_step where kind = 'escalated' group by event_id, escalated_to having count(*) > 1",
    );
    return rows.length;
  });
  told(steps === 0, "no event was passed on twice to the same");
  const chain = await withScope(workers, practice.system, now, (scope) => verifyChain(scope, []));
  told(
    chain.entries > 0 && chain.fault === null,
    `the chain of ${chain.entries} entries is whole${chain.fault ? `: ${chain.fault}` : ""}`,
  );
} finally {
  if (running) await kill(running);
  await pool.end();
  await workers.end();
  await embedded.stop();
  smtp.close();
}
