import { type ChildProcess, spawn } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { lastRuns, type RunKind } from "@/db/running-record";
import { putAwayWal } from "@/runtime/backup/back-up";
import { isBackedUp, planOf } from "@/runtime/backup/plan";
import { drillDueAfter, dueAfter } from "@/runtime/backup/retention";
import { inPlainWords } from "@/runtime/fault";
import type { PracticeDatabase } from "@/runtime/practice-database";
import { withClient } from "@/runtime/roles";
import type { Settings } from "@/runtime/settings";

type Options = { root: string; settings: Settings; database: PracticeDatabase; say: (line: string) => void };

const everyMs = 20_000;
const hourMs = 3_600_000;

/** Which of the two is due: never again within the hour after one that failed. A backup comes before its drill. */
export function whatIsDue(
  runs: Awaited<ReturnType<typeof lastRuns>>,
  since: Date,
  at: string,
  now: Date,
): RunKind | null {
  const isDue = (kind: RunKind, due: (since: Date, at: string) => Date) => {
    const { good, last } = runs[kind] ?? {};
    if (last?.outcome === "failed" && now.getTime() - last.startedAt.getTime() < hourMs) return false;
    return due(good?.startedAt ?? since, at) <= now;
  };
  if (isDue("backup", dueAfter)) return "backup";
  return runs.backup?.good && isDue("drill", drillDueAfter) ? "drill" : null;
}

/** Puts the log away as it grows, backs up each night, and drills on Sundays, in a process of its own that steps aside. */
export function keepBackups({ root, settings, database, say }: Options): { stop: () => Promise<void> } {
  const keeperUrl = database.keeperUrl();
  if (!isBackedUp(settings) || !keeperUrl || (!database.embedded && !settings.DATABASE_BACKUP_URL)) {
    return { stop: async () => undefined };
  }
  const plan = planOf(settings, database.dir);
  const since = database.embedded ? statSync(path.join(database.dir, "secrets.json")).mtime : new Date();
  let child: ChildProcess | undefined;
  let told = "";
  const tellOnce = (error: unknown) => {
    const plain = inPlainWords(error);
    const words = plain instanceof Error ? plain.message : String(plain);
    if (words !== told) say(`The log of the database could not be put away: ${words}`);
    told = words;
  };
  const start = (kind: RunKind) => {
    child = spawn(process.execPath, [path.join(root, "scripts/start.mjs"), `--${kind}`, "--aside"], {
      cwd: root,
      env: process.env,
      detached: true,
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.once("error", () => undefined);
    child.once("close", () => {
      child = undefined;
    });
  };
  const tick = async () => {
    if (database.embedded) {
      await putAwayWal(plan).then(() => {
        told = "";
      }, tellOnce);
    }
    if (child) return;
    const runs = await withClient(database.keeperUrl() ?? keeperUrl, lastRuns);
    const due = whatIsDue(runs, since, settings.BACKUP_AT, new Date());
    if (due) start(due);
  };
  let ticking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    // A database that is away comes back, and then it is still due.
    ticking = ticking.then(tick).catch(() => undefined);
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      const running = child;
      if (running && running.exitCode === null) {
        const ended = new Promise<void>((resolve) => running.once("close", () => resolve()));
        running.kill("SIGTERM");
        await ended;
      }
      await ticking;
    },
  };
}
