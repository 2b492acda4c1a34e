import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { startEmbedded } from "@/db/embedded/embedded-postgres";
import { freePort } from "@/db/embedded/port";
import { readPostmasterFile } from "@/db/embedded/postmaster-file";
import { withClient } from "@/db/embedded/roles";
import { holderOf } from "@/db/embedded/supervisor-lock";
import { askUntil } from "@/db/embedded/wait";
import { openPostOffice } from "./post-office";

const root = path.resolve(import.meta.dirname, "..");
/** A build on a machine that builds for others as well takes its time. */
const startMs = 420_000;

/**
 * Starts what `npm start` starts, on a new data directory and port, with mail going to a real SMTP server.
 * Tests read the addresses from the environment, through e2e/fixtures.ts.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  const dir = path.join(root, ".test", "e2e");
  await stopLeftover(dir);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true, mode: 0o711 });
  const mailDir = path.join(dir, "mail");
  const postOffice = await openPostOffice(mailDir);
  const port = await freePort();
  const server = spawn(process.execPath, [path.join(root, "scripts/start.mjs")], {
    cwd: root,
    env: {
      ...process.env,
      NEARER_DATA_DIR: dir,
      NEARER_TEST_NO_FSYNC: "1",
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
      const token = /\/setup\?token=([\w-]+)\n/.exec(said)?.[1];
      if (!token) return;
      clearTimeout(tooLong);
      resolve(token);
    });
    server.once("close", () => reject(new Error(`The server ended while it was starting:\n${said}`)));
  });
  process.env.NEARER_E2E_URL = `http://127.0.0.1:${port}`;
  process.env.NEARER_E2E_SETUP_TOKEN = setupToken;
  process.env.NEARER_E2E_MAIL_DIR = mailDir;
  process.env.NEARER_E2E_DATABASE_URL = superuserUrl(dir);
  return async () => {
    const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));
    server.kill("SIGTERM");
    await ended;
    await postOffice.close();
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
