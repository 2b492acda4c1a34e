import path from "node:path";
import { letterKeyOf } from "@/db/commands/letters/letter-token";
import { addressOf } from "@/runtime/application";
import { planOf } from "@/runtime/backup/plan";
import { type Child, keepRunning } from "@/runtime/child";
import type { PracticeDatabase } from "@/runtime/practice-database";
import { withClient } from "@/runtime/roles";
import { passedOn, type Settings } from "@/runtime/settings";
import { anchorsIn } from "@/runtime/worker/audit-anchors";

type Options = { root: string; settings: Settings; database: PracticeDatabase; say: (line: string) => void };

/** Letters and escalation, as a supervised child of its own. It knows the worker's address and no key to what people wrote. */
export function startWorker({ root, settings, database, say }: Options): Child {
  const child = keepRunning({
    name: "The worker",
    cwd: root,
    args: ["--import", "tsx", path.join(root, "runtime/worker/main.ts")],
    env: async () => ({
      ...Object.fromEntries(passedOn.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
      NODE_ENV: "production",
      APP_URL: settings.APP_URL ?? addressOf(settings),
      DATABASE_WORKER_URL: database.workerUrl(),
      AUDIT_ANCHORS: anchorsIn(planOf(settings, database.dir)),
      ERASED_IN: planOf(settings, database.dir).backupDir,
      LETTER_KEY: letterKeyOf(database.keys.authSecret),
      ...(database.keys.push
        ? { PUSH_PUBLIC_KEY: database.keys.push.publicKey, PUSH_PRIVATE_KEY: database.keys.push.privateKey }
        : {}),
    }),
    isReady: () => isConnected(database.workerUrl()),
    say,
  });
  database.onMoved(child.restart);
  return child;
}

const isConnected = (url: string): Promise<boolean> =>
  withClient(url, async (client) => {
    const { rowCount } = await client.query(
      "select from pg_stat_activity where application_name = 'nearer-worker' and datname = current_database()",
    );
    return Boolean(rowCount);
  });
