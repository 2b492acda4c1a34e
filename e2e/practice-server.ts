import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startEmbedded } from "@/runtime/embedded-postgres";
import { freePort } from "@/runtime/port";
import { readPostmasterFile } from "@/runtime/postmaster-file";
import { withClient } from "@/runtime/roles";
import { holderOf } from "@/runtime/supervisor-lock";
import { askUntil } from "@/runtime/wait";
import { openPostOffice } from "./post-office";

const root = path.resolve(import.meta.dirname, "..");
/** A build on a machine that builds for others as well takes its time. */
const startMs = 420_000;

export type PracticeServer = {
  url: string;
  /** Of the supervisor: all that it starts ends with it. */
  pid: number;
  /** Where everything of it is kept. */
  dir: string;
  /** What it and its children have said so far. */
  said: () => string;
  setupToken: string;
  mailDir: string;
  databaseUrl: string;
  /** Where its database writes its log. */
  logDir: string;
  /** Milliseconds by which this server's clock goes ahead of the machine's. Only where a clock was asked for. */
  setClockAhead: (milliseconds: number) => void;
  stop: () => Promise<void>;
};

/**
 * Starts what `npm start` starts, on a new data directory and port, with mail going to a real SMTP server.
 * `withClock` gives it a clock that the test sets; no other server has one. `isSample`: it has the sample practice and is not
 * set up; `isDurable`: its database waits for the disk, as it does for people; `pushOrigin`: where devices are told; `from`: another copy of the sources;
 * `keepsData`: on what a server of this name left there.
 */
export async function startPractice(
  name: string,
  { withClock = false, isSample = false, isDurable = false, pushOrigin = "", from = root, keepsData = false } = {},
): Promise<PracticeServer> {
  const home = path.join(root, ".test", name);
  const dir = isSample ? path.join(home, "demo") : home;
  await stopLeftover(dir);
  if (!keepsData) rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true, mode: 0o711 });
  mkdirSync(dir, { recursive: true, mode: 0o711 });
  const mailDir = path.join(dir, "mail");
  const clockFile = path.join(dir, "clock");
  if (withClock) writeFileSync(clockFile, "0");
  const postOffice = await openPostOffice(mailDir);
  const port = await freePort();
  const server = spawn(process.execPath, [path.join(from, "scripts/start.mjs"), ...(isSample ? ["--demo"] : [])], {
    cwd: from,
    env: {
      ...process.env,
      NEARER_DATA_DIR: home,
      NEARER_TEST_NO_FSYNC: isDurable ? "" : "1",
      NEARER_TEST_CLOCK: withClock ? clockFile : "",
      NEARER_TEST_PUSH: pushOrigin,
      HOST: "127.0.0.1",
      PORT: String(port),
      SMTP_URL: postOffice.url,
      MAIL_FROM: "practice@nearer.example",
      APP_URL: "",
      DATABASE_URL: "",
      DATABASE_OWNER_URL: "",
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  const setupToken = await new Promise<string>((resolve, reject) => {
    const tooLong = setTimeout(() => reject(new Error(`The server did not start:\n${said}`)), startMs);
    server.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const token =
        isSample || keepsData ? / is ready at /.exec(said)?.[0] : /\/setup\?token=([\w-]+)\n/.exec(said)?.[1];
      if (!token) return;
      clearTimeout(tooLong);
      resolve(token);
    });
    server.once("close", () => reject(new Error(`The server ended while it was starting:\n${said}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: server.pid ?? 0,
    dir,
    said: () => said,
    setupToken,
    mailDir,
    databaseUrl: superuserUrl(dir),
    logDir: path.join(dir, "log"),
    setClockAhead: (milliseconds) => {
      if (!withClock) throw new Error("This server goes by the machine's clock.");
      // Read at any moment by two processes: it is never half written.
      writeFileSync(`${clockFile}.new`, String(milliseconds));
      renameSync(`${clockFile}.new`, clockFile);
    },
    stop: async () => {
      const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));
      server.kill("SIGTERM");
      await ended;
      await postOffice.close();
    },
  };
}

function superuserUrl(dir: string): string {
  const { passwords } = JSON.parse(readFileSync(path.join(dir, "secrets.json"), "utf8"));
  const port = readFileSync(path.join(dir, "port"), "utf8").trim();
  return `postgres://nearer_super:${passwords.superuser}@127.0.0.1:${port}/nearer`;
}

/** A run that was killed may have left its server or database running; they end before their directory goes. */
async function stopLeftover(dir: string): Promise<void> {
  if (!existsSync(path.join(dir, "secrets.json"))) return;
  const leftover = await startEmbedded({ dir, named: true, durable: false, say: () => undefined });
  const holder = await withClient(leftover.superuserUrl("postgres"), holderOf);
  if (holder) {
    process.kill(holder.pid, "SIGTERM");
    await askUntil(async () => (readPostmasterFile(leftover.area.databaseDir) ? null : true), 30_000);
  }
  await leftover.stop();
}
