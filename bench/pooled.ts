import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { openPostOffice } from "@/e2e/post-office";
import { freePort } from "@/runtime/port";
import { type Instance, startInstance, startPooler } from "./behind-nginx";

/** How to sign in at a PostgreSQL of somebody else's, as each of the product's roles. */
export type External = {
  port: number;
  /** Those who come through the pooler, with their passwords. */
  logins: Record<string, string>;
  urlOf: (role: "owner" | "app" | "worker") => string;
};

export type Pooled = {
  url: string;
  pid: number;
  mailDir: string;
  said: () => string;
  /** The pooler's target becomes the PostgreSQL of this port. */
  moveTo: (port: number) => void;
  stop: () => Promise<void>;
};

/** What `npm start` starts, with its pages and its worker behind PgBouncer in transaction mode, and a mail server. */
export async function startPooled(dir: string, { port, logins, urlOf }: External): Promise<Pooled> {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true, mode: 0o711 });
  const [own, pooler] = [await freePort(), await freePort()];
  const mailDir = path.join(dir, "mail");
  const office = await openPostOffice(mailDir);
  const target = new URL(urlOf("app"));
  target.port = String(port);
  const bouncer = await startPooler(path.join(dir, "pooler"), pooler, target, logins);
  const through = (role: "app" | "worker") => {
    const way = new URL(urlOf(role));
    way.port = String(pooler);
    return way.href;
  };
  let instance: Instance | undefined;
  try {
    instance = await startInstance("pooled", own, {
      ...{ TRUST_PROXY: "1", BACKUP_AT: "off", LOG_LEVEL: "warn", SMTP_URL: office.url },
      MAIL_FROM: "practice@nearer.example",
      SEAL_KEYS: `k1:${randomBytes(32).toString("base64")}`,
      NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
      DATABASE_OWNER_URL: urlOf("owner"),
      DATABASE_URL: through("app"),
      DATABASE_WORKER_URL: through("worker"),
      NEARER_DATA_DIR: path.join(dir, "data"),
    });
  } catch (error) {
    bouncer.stop();
    await office.close();
    throw error;
  }
  const { pid, said, stop } = instance;
  return {
    url: `http://127.0.0.1:${own}`,
    pid,
    mailDir,
    said,
    moveTo: bouncer.moveTo,
    stop: async () => {
      await stop();
      bouncer.stop();
      await office.close();
    },
  };
}
