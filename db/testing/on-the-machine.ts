import { spawnSync } from "node:child_process";
import path from "node:path";
import { appUrl } from "./database";
import { limitSecret } from "./people";

/** `node scripts/start.mjs …`, as somebody at the machine types it, on this worker's database. */
export const onTheMachine = (...words: string[]) =>
  spawnSync(process.execPath, ["scripts/start.mjs", ...words], {
    cwd: path.resolve(import.meta.dirname, "..", ".."),
    encoding: "utf8",
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATABASE_URL: appUrl(),
      SEAL_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
      NEXTAUTH_SECRET: limitSecret,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "any",
    },
  });
