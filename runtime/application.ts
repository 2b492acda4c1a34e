import { randomBytes } from "node:crypto";
import path from "node:path";
import { type Child, keepRunning } from "@/runtime/child";
import { isSample, type PracticeDatabase, practiceExists } from "@/runtime/practice-database";
import { keepsPlans, passedOn, type Settings } from "@/runtime/settings";

export type Application = Child & { address: string; setupLink: () => Promise<string | null> };
type Options = {
  root: string;
  settings: Settings;
  database: PracticeDatabase;
  say: (line: string) => void;
  /** Serves the sources as they are edited, instead of the build. */
  dev: boolean;
};

const everywhere = new Set(["0.0.0.0", "::"]);

/** What a person types to reach this machine's own application. */
export function addressOf({ HOST, PORT }: Settings): string {
  const host = everywhere.has(HOST) ? "localhost" : HOST.includes(":") ? `[${HOST}]` : HOST;
  return `http://${host}:${PORT}`;
}

/** The server as a supervised child. It knows the app role's address and no other. */
export function startApplication({ root, settings, database, say, dev }: Options): Application {
  const address = addressOf(settings);
  const setupToken = randomBytes(24).toString("base64url");
  const env = async (): Promise<NodeJS.ProcessEnv> => ({
    ...Object.fromEntries(passedOn.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    DATABASE_KEEPS_PLANS: keepsPlans(settings),
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    HOST: settings.HOST,
    PORT: String(settings.PORT),
    DATABASE_URL: database.appUrl(),
    SEAL_KEYS: database.keys.sealKeys,
    NEXTAUTH_SECRET: database.keys.authSecret,
    NEXTAUTH_URL: settings.APP_URL ?? address,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: database.keys.actionsKey,
    ...(database.keys.push ? { PUSH_PUBLIC_KEY: database.keys.push.publicKey } : {}),
    ...(database.embedded ? { NEARER_EMBEDDED: "1", NEARER_DATA_DIR: database.dir } : {}),
    ...((await isSample(database)) ? { NEARER_SAMPLE: "1" } : {}),
    ...((await practiceExists(database)) ? {} : { NEARER_SETUP_TOKEN: setupToken }),
  });
  const probe = everywhere.has(settings.HOST) ? `http://127.0.0.1:${settings.PORT}` : address;
  const child = keepRunning({
    name: "The application",
    cwd: root,
    args: [
      path.join(root, "node_modules/next/dist/bin/next"),
      ...[dev ? "dev" : "start", "-p", String(settings.PORT), "-H", settings.HOST],
    ],
    env,
    isReady: () => answers(`${probe}/api/health`),
    say,
  });
  database.onMoved(child.restart);
  return {
    ...child,
    address: settings.APP_URL ?? address,
    setupLink: async () =>
      (await practiceExists(database)) ? null : `${settings.APP_URL ?? address}/setup?token=${setupToken}`,
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: "manual" });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
