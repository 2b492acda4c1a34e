import path from "node:path";
import { z } from "zod";
import { isKeyRing } from "@/db/sealed";
import { Fault } from "@/runtime/fault";
import { requireTransport } from "@/runtime/transport";

const postgresUrl = (name: string) =>
  z.url({
    protocol: /^postgres(ql)?$/,
    error: `${name} must be a PostgreSQL address: postgres://user:password@host:5432/name`,
  });

const backupShape = {
  BACKUP_DIR: z.string().optional(),
  BACKUP_RECIPIENTS: z
    .string()
    .default("")
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine((all) => all.every((one) => /^age1[a-z0-9]{50,}$/.test(one)), {
      error: "BACKUP_RECIPIENTS must hold the public keys that open your backups: age1…, with commas between",
    }),
  BACKUP_AT: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d|off)$/, { error: "BACKUP_AT must be a time of day such as 03:10, or off" })
    .default("03:10"),
  BACKUP_WAL_MB: z.coerce
    .number({ error: "BACKUP_WAL_MB must be a whole number of megabytes, 64 or more" })
    .int({ error: "BACKUP_WAL_MB must be a whole number of megabytes, 64 or more" })
    .min(64, { error: "BACKUP_WAL_MB must be a whole number of megabytes, 64 or more" })
    .default(2_048),
  DATABASE_BACKUP_URL: postgresUrl("DATABASE_BACKUP_URL").optional(),
  BACKUP_PG_BIN: z.string().optional(),
};

const shape = z.object({
  PORT: z.coerce
    .number({ error: "PORT must be a whole number from 1 to 65535" })
    .int({ error: "PORT must be a whole number from 1 to 65535" })
    .min(1, { error: "PORT must be a whole number from 1 to 65535" })
    .max(65_535, { error: "PORT must be a whole number from 1 to 65535" })
    .default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, { error: "HOST must be an address or a name of this machine, such as 127.0.0.1" })
    .default("127.0.0.1"),
  APP_URL: z
    .url({ protocol: /^https?$/, error: "APP_URL must be the address people open, such as https://practice.example" })
    .optional(),
  NEARER_DATA_DIR: z.string().optional(),
  NEARER_TEST_NO_FSYNC: z.enum(["0", "1"], { error: "NEARER_TEST_NO_FSYNC must be 0 or 1" }).default("0"),
  DATABASE_URL: postgresUrl("DATABASE_URL").optional(),
  DATABASE_OWNER_URL: postgresUrl("DATABASE_OWNER_URL").optional(),
  DATABASE_WORKER_URL: postgresUrl("DATABASE_WORKER_URL").optional(),
  DATABASE_KEEPS_PLANS: z.enum(["0", "1"], { error: "DATABASE_KEEPS_PLANS must be 0 or 1" }).optional(),
  /** Hosts to which the way is closed, so that no TLS is asked for: of a database, of a mail server. */
  PLAIN_TRANSPORT: z
    .string()
    .default("")
    .transform((text) => text.split(/[\s,]+/).filter(Boolean)),
  ...backupShape,
  SEAL_KEYS: z
    .string()
    .refine(isKeyRing, { error: "SEAL_KEYS must hold at least one key: k1:<32 bytes in base64>" })
    .optional(),
  NEXTAUTH_SECRET: z.string().min(32, { error: "NEXTAUTH_SECRET must have 32 characters or more" }).optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().optional(),
  PUSH_KEYS: z
    .string()
    .regex(/^[A-Za-z0-9_-]{87}\.[A-Za-z0-9_-]{43}$/, {
      error:
        "PUSH_KEYS must be the public and the private key of an application server in base64url, with a dot between",
    })
    .transform((text) => {
      const [publicKey = "", privateKey = ""] = text.split(".");
      return { publicKey, privateKey };
    })
    .optional(),
});

export type Settings = z.infer<typeof shape> & { dataDir: string; dataDirNamed: boolean; demo: boolean };

/** What the supervisor itself needs to know; the application checks its own settings again in server/env.ts. */
export function readSettings(root: string, demo: boolean, source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    throw new Fault(`${[...new Set(parsed.error.issues.map(({ message }) => message))].join(". ")}.`);
  }
  const { NEARER_DATA_DIR: named, DATABASE_URL, DATABASE_OWNER_URL } = parsed.data;
  if (demo && DATABASE_URL) {
    throw new Fault("The sample practice runs on the embedded database only. Start it without DATABASE_URL.");
  }
  if (DATABASE_OWNER_URL && !DATABASE_URL) {
    throw new Fault("DATABASE_OWNER_URL is set, so DATABASE_URL must be too: the address that the application uses.");
  }
  requireTransport(parsed.data);
  // A sample practice never shares a directory with a real one.
  const dataDir = named ? path.resolve(named, demo ? "demo" : ".") : path.join(root, demo ? ".demo" : ".data");
  return { ...parsed.data, dataDir, dataDirNamed: named !== undefined, demo };
}

/** Settings that go to the application as they are. Nothing else of the caller's environment reaches it. */
export const passedOn = [
  ...[
    "SMTP_URL",
    "MAIL_FROM",
    "MAIL_BOUNCES",
    "APP_URL",
    "TRUST_PROXY",
    "LOG_LEVEL",
    "DATABASE_POOL_MAX",
    "NEARER_TEST_CLOCK",
    "LEAVE_URL",
    "PLAIN_TRANSPORT",
    "NEARER_TEST_PUSH",
  ],
  ...["PATH", "HOME", "TMPDIR", "NODE_OPTIONS", "NODE_EXTRA_CA_CERTS", "SystemRoot"],
] as const;

/** The embedded database is reached without a pooler between; of another one whoever keeps it says so. */
export const keepsPlans = ({ DATABASE_KEEPS_PLANS, DATABASE_URL }: Settings): "0" | "1" =>
  DATABASE_KEEPS_PLANS ?? (DATABASE_URL ? "0" : "1");
