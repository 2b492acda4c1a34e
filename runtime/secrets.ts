import { createECDH, randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Area } from "@/runtime/area";
import { codeOf, Fault } from "@/runtime/fault";

const secretsShape = z.object({
  passwords: z.object({ superuser: z.string(), owner: z.string(), app: z.string(), worker: z.string() }),
  sealKeys: z.string(),
  authSecret: z.string(),
  actionsKey: z.string(),
});

const pushKeysShape = z.object({ publicKey: z.string(), privateKey: z.string() });

/** With which notes to devices are signed. Lost, they only end what was turned on: so they are a file of their own. */
export type PushKeys = z.infer<typeof pushKeysShape>;

export type Secrets = z.infer<typeof secretsShape>;

const word = () => randomBytes(24).toString("base64url");
const key = () => randomBytes(32).toString("base64");

function makeSecrets(): Secrets {
  return {
    passwords: { superuser: word(), owner: word(), app: word(), worker: word() },
    sealKeys: makeSealKey("k1"),
    authSecret: key(),
    actionsKey: key(),
  };
}

/** Reads the secrets of this data area, or makes them once, before its database exists. */
export function openSecrets(area: Area): Secrets {
  const file = path.join(area.dir, "secrets.json");
  if (existsSync(file)) {
    const text = readFileSync(file, "utf8");
    try {
      return secretsShape.parse(JSON.parse(text));
    } catch {
      throw new Fault(`${file} cannot be read. Put it back from your backup: what people wrote is sealed with it.`);
    }
  }
  if (existsSync(area.databaseDir)) {
    throw new Fault(
      `${area.databaseDir} holds a database but its secrets.json is gone. Put ${file} back from your backup: what people wrote is sealed with it.`,
    );
  }
  keepOnce(file, makeSecrets());
  return openSecrets(area);
}

/** Puts other seal keys into the secrets, as a whole: there is never half a file. Answers them. */
export function changeSealKeys(area: Pick<Area, "dir">, change: (sealKeys: string) => string): string {
  const file = path.join(area.dir, "secrets.json");
  const secrets = secretsShape.parse(JSON.parse(readFileSync(file, "utf8")));
  const sealKeys = change(secrets.sealKeys);
  const half = writeBeside(file, { ...secrets, sealKeys });
  renameSync(half, file);
  return sealKeys;
}

export const makeSealKey = (name: string): string => `${name}:${key()}`;

/** The keys of this data area, made once, also where one is older than they are. */
export function openPushKeys(area: Pick<Area, "dir">): PushKeys {
  const file = path.join(area.dir, "push-keys.json");
  if (!existsSync(file)) keepOnce(file, makePushKeys());
  try {
    return pushKeysShape.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new Fault(`${file} cannot be read. Put it back from your backup, or take it away: new keys are made then.`);
  }
}

export function makePushKeys(): PushKeys {
  const pair = createECDH("prime256v1");
  const publicKey = pair.generateKeys().toString("base64url");
  return { publicKey, privateKey: pair.getPrivateKey().toString("base64url").padStart(43, "A") };
}

/** Written whole or not at all, and never over what is there. */
function keepOnce(file: string, secrets: object): void {
  const half = writeBeside(file, secrets);
  try {
    // A link never replaces: of two first starts at once, one makes the secrets and both use them.
    linkSync(half, file);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(half);
  }
}

function writeBeside(file: string, secrets: object): string {
  const half = `${file}.${process.pid}`;
  const handle = openSync(half, "wx", 0o600);
  writeSync(handle, `${JSON.stringify(secrets, null, 2)}\n`);
  fsyncSync(handle);
  closeSync(handle);
  return half;
}
