import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, it } from "vitest";
import { chooseTiming } from "@/db/commands/letters/choose-timing";
import { letterName } from "@/db/commands/letters/letter-token";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { sendMessage } from "@/db/commands/messages/send-message";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { connect } from "@/db/connect";
import { outboxLetter } from "@/db/schema/outbox";
import { withScope } from "@/db/scope";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { ownDatabase } from "@/db/testing/database";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { CLAIM_MS } from "./claim-letters";

// Messages are sealed; the worker itself has no key.
holdKeyRing(readKeyRing(`k1:${Buffer.alloc(32, 7).toString("base64")}`));

const letterKey = "a key of thirty-two signs and more";
const root = path.resolve(import.meta.dirname, "..", "..");
const running: ChildProcess[] = [];
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
  for (const close of open.splice(0)) await close();
});

/** The worker as the supervisor starts it: another process, with another role. */
function startWorker(databaseUrl: string, port: number, clockFile: string): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(root, "runtime/worker/main.ts")], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATABASE_WORKER_URL: databaseUrl,
      APP_URL: "https://practice.example",
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: "practice@nearer.example",
      LETTER_KEY: letterKey,
      NEARER_TEST_CLOCK: clockFile,
    },
  });
  running.push(child);
  return child;
}

const portOf = (server: Server): number => {
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("No port.");
  return address.port;
};

/** A mail server that keeps what it is sent; `answers` false: it falls silent once it has the words. */
async function mailServer(answers = true) {
  const received: string[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push(Buffer.concat(chunks).toString("utf8"));
        if (answers) done();
      });
    },
  });
  smtp.on("error", () => undefined);
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = smtp.listen(0, "127.0.0.1", () => resolve(listening));
  });
  open.push(() => new Promise<void>((resolve) => smtp.close(() => resolve())));
  return { received, port: portOf(server) };
}

async function kill(worker: ChildProcess): Promise<void> {
  const killed = new Promise((resolve) => worker.once("exit", resolve));
  worker.kill("SIGKILL");
  await killed;
}

/** A practice on a database of its own, workers that can be started on it, and their clock. */
async function home(label: string) {
  const { appUrl, workerUrl } = await ownDatabase(label);
  const pool = connect({ url: appUrl, max: 4, onIdleError: () => undefined });
  open.push(() => pool.end());
  const dir = mkdtempSync(path.join(tmpdir(), "nearer-worker-"));
  open.push(async () => rmSync(dir, { recursive: true }));
  const clockFile = path.join(dir, "clock");
  writeFileSync(clockFile, "0");
  const now = new Date();
  const practice = await mintPractice(pool, now);
  const client = await mintClient(pool, practice, { now });
  const letters = () => withScope(pool, practice.system, now, ({ tx }) => tx.select().from(outboxLetter));
  const start = (port: number) => startWorker(workerUrl, port, clockFile);
  const clockAhead = (ms: number) => writeFileSync(clockFile, String(ms));
  return { pool, now, practice, client, letters, start, clockAhead };
}

/** A practice with one letter: about a client's safety, or about a message. */
async function oneLetter(label: string, urgent: boolean) {
  const { pool, now, practice, client, letters, start, clockAhead } = await home(label);
  if (urgent) await withScope(pool, client, now, (scope) => sayNotSafe(scope, {}));
  else {
    const { accountId } = client;
    await withScope(pool, practice.system, now, (scope) =>
      queueLetter(scope, { accountId, about: { kind: "message", id: accountId } }),
    );
  }
  const letter = async () => (await letters())[0];
  const claimRunsOut = () => clockAhead(CLAIM_MS + 1_000);
  return { letter, start, claimRunsOut };
}

/** A mail server that lets the worker in and then says nothing: the letter is claimed and not sent. */
async function silentServer() {
  const held: Socket[] = [];
  const silent = createServer((socket) => held.push(socket.on("error", () => undefined)));
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  open.push(async () => {
    for (const socket of held) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
  });
  return { held, port: portOf(silent) };
}

it("a worker killed before it handed a letter over neither loses nor doubles it", async () => {
  const silent = await silentServer();
  const { letter, start, claimRunsOut } = await oneLetter("killed", true);
  const first = start(silent.port);
  await expect.poll(() => silent.held.length, { timeout: 20_000 }).toBeGreaterThan(0);
  await kill(first);
  expect(await letter()).toMatchObject({ sentAt: null, tries: 1, claim: expect.any(String), handedOverAt: null });

  const { received, port } = await mailServer();
  claimRunsOut();
  start(port);
  start(port);
  await expect.poll(async () => (await letter())?.sentAt ?? null, { timeout: 25_000 }).not.toBeNull();
  const { id } = (await letter()) ?? {};
  expect(received).toHaveLength(1);
  expect(received[0]).toContain(`<${letterName(letterKey, id ?? "")}@nearer.example>`);
  expect(received[0]).not.toMatch(/safe|risk|client|therap|crisis|Ines/i);
});

it.each([
  { about: "a message does not go again", urgent: false, again: 0 },
  { about: "somebody's safety goes again under the same name", urgent: true, again: 1 },
])(
  "killed while the mail server has the words and has not said whether it takes them: a letter about $about",
  async ({ urgent, again }) => {
    const { letter, start, claimRunsOut } = await oneLetter(urgent ? "unsure" : "aside", urgent);
    const silent = await mailServer(false);
    const first = start(silent.port);
    await expect.poll(() => silent.received.length, { timeout: 20_000 }).toBe(1);
    await kill(first);
    expect(await letter()).toMatchObject({ sentAt: null, handedOverAt: expect.any(Date) });

    const { received, port } = await mailServer();
    claimRunsOut();
    start(port);
    start(port);
    const settled = async () => {
      const { sentAt, setAsideAt } = (await letter()) ?? {};
      return sentAt ?? setAsideAt ?? null;
    };
    await expect.poll(settled, { timeout: 25_000 }).not.toBeNull();
    const { id } = (await letter()) ?? {};
    expect(received).toHaveLength(again);
    for (const words of [...silent.received, ...received])
      expect(words).toContain(`<${letterName(letterKey, id ?? "")}@nearer.example>`);
  },
);

it("a worker killed with the letter that stands for all of the hour neither loses nor doubles it", async () => {
  const { pool, now, practice, client, letters, start, clockAhead } = await home("gathered");
  const other = await mintClient(pool, practice, { now, name: "Dario" });
  await withScope(pool, practice.therapist, now, (scope) =>
    chooseTiming(scope, { messages: "hourly", reflections: "off", answers: "off", week: "off" }),
  );
  for (const person of [client, other, client])
    await withScope(pool, person, now, (scope) => sendMessage(scope, { id: randomUUID(), body: "Are you there?" }));
  // Far enough for the full hour, whenever this runs.
  const twoHours = 7_200_000;
  clockAhead(twoHours);
  const silent = await silentServer();
  const first = start(silent.port);
  await expect.poll(() => silent.held.length, { timeout: 20_000 }).toBeGreaterThan(0);
  await kill(first);
  const claimed = (await letters()).filter(({ claim }) => claim !== null);
  expect(claimed).toMatchObject([{ sentAt: null, handedOverAt: null }]);
  expect((await letters()).filter(({ setAsideAt }) => setAsideAt)).toHaveLength(2);

  const { received, port } = await mailServer();
  clockAhead(twoHours + CLAIM_MS + 1_000);
  start(port);
  start(port);
  const sent = async () => (await letters()).filter(({ sentAt }) => sentAt).length;
  await expect.poll(sent, { timeout: 25_000 }).toBe(1);
  expect(received).toHaveLength(1);
  expect(received[0]).toContain(`<${letterName(letterKey, claimed[0]?.id ?? "")}@nearer.example>`);
  expect(received[0]).toContain("Test practice: new messages");
  expect(received[0]).not.toMatch(/safe|risk|client|therap|crisis|Ines|Dario|there\?/i);
});
