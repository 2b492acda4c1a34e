import "server-only";
import { z } from "zod";
import { isKeyRing } from "@/db/sealed";
import { isOwnMachine } from "@/lib/identity/own-machine";

const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");
const zone = z.string().optional();

const sealKeysError = "must hold at least one key: k1:<32 bytes in base64>";

const settings = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "must be a PostgreSQL address: postgres://user:password@host:5432/name",
  }),
  DATABASE_POOL_MAX: z.coerce
    .number({ error: "must be a whole number from 2 to 100" })
    .int()
    .min(2)
    .max(100)
    .default(12),
  DATABASE_KEEPS_PLANS: flag,
  SEAL_KEYS: z.string({ error: sealKeysError }).refine(isKeyRing, { error: sealKeysError }),
  NEXTAUTH_SECRET: z.string({ error: "must be a random text of 32 characters or more" }).min(32),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number({ error: "must be a port number" }).int().min(1).max(65535).default(3000),
  APP_URL: z
    .url({ protocol: /^https?$/, error: "must be the address people open, such as https://practice.example" })
    .optional(),
  TRUST_PROXY: flag,
  NEARER_EMBEDDED: flag,
  NEARER_SETUP_TOKEN: z.string().min(20).optional(),
  NEARER_DATA_DIR: z.string().optional(),
  NEARER_TEST_CLOCK: z.string().optional(),
  PUSH_PUBLIC_KEY: z.string().optional(),
  NEARER_TEST_PUSH: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }).optional(),
  LEAVE_URL: z
    .url({ protocol: /^https?$/, error: "must be the address of a neutral page, such as a weather forecast" })
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must look like smtp://user:password@host:587" }).optional(),
  MAIL_FROM: z.email({ error: "must be an e-mail address" }).optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  TZ: zone,
});

export type Env = z.infer<typeof settings> & {
  readonly appUrl: string;
  readonly isHttps: boolean;
  readonly isLoopback: boolean;
};

/** The one door for settings. A wrong value throws with a sentence that names it. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new Error(`Nearer cannot start. Please correct: ${wrong.join("; ")}.`);
  }
  const env = parsed.data;
  // Behind a proxy it listens on this machine and is open to the world: both have to be this machine's own.
  const isLoopback = isOwnMachine(env.HOST) && (!env.APP_URL || isOwnMachine(new URL(env.APP_URL).hostname));
  if (env.SMTP_URL && !env.MAIL_FROM)
    throw new Error("Nearer cannot start. SMTP_URL is set, so MAIL_FROM must be the address mail comes from.");
  if (env.NEARER_TEST_PUSH && !(env.NEARER_EMBEDDED && isLoopback))
    throw new Error("Nearer cannot start. NEARER_TEST_PUSH is for tests on this machine only.");
  if (env.NEARER_TEST_CLOCK && !(env.NEARER_EMBEDDED && isLoopback)) {
    throw new Error(
      "Nearer cannot start. NEARER_TEST_CLOCK is for tests on the embedded database and this machine only.",
    );
  }
  const appUrl = (env.APP_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/$/, "");
  return { ...env, appUrl, isHttps: appUrl.startsWith("https:"), isLoopback };
}

/** An installation that holds a sample practice has nobody to write to. The supervisor says so, and whoever writes one here. */
export const isSampleHere = (): boolean => process.env.NEARER_SAMPLE === "1";
export const saySampleIsHere = (): void => {
  process.env.NEARER_SAMPLE = "1";
};

let read: Env | undefined;

export function env(): Env {
  read ??= readEnv(process.env);
  return read;
}
