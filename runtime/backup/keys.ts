import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { codeOf, Fault } from "@/runtime/fault";

const machineKey = "backup-identity.txt";

/**
 * This machine's own key. With it backups are looked through and drilled at night, when nobody who holds the operator's
 * is there. It lies beside the data that it opens, and tells whoever reads those nothing new.
 */
export async function openMachineIdentity(dir: string): Promise<string> {
  const file = path.join(dir, machineKey);
  if (!existsSync(file)) {
    mkdirSync(dir, { recursive: true });
    await keepIdentity(file).catch((error) => {
      if (codeOf(error) !== "EEXIST") throw error;
    });
  }
  const [identity] = readIdentities(file);
  if (!identity) throw new Fault(`${file} holds no key. Take it away: a new one is made then.`);
  return identity;
}

/** A new key pair: the file is the operator's to keep, the line goes into BACKUP_RECIPIENTS. Never over what is there. */
export async function keepIdentity(file: string): Promise<string> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  writeFileSync(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: "wx" });
  return recipient;
}

/** The keys in a file as `age-keygen` writes it. */
export function readIdentities(file: string): string[] {
  if (!existsSync(file)) throw new Fault(`${file} is not there. It should hold the key of your backups.`);
  const lines = readFileSync(file, "utf8").split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line.startsWith("AGE-SECRET-KEY-"));
}

/** Whoever may open what is written: the operator, and this machine. */
export const recipientsOf = async (settings: { BACKUP_RECIPIENTS: string[] }, machine: string): Promise<string[]> => [
  ...settings.BACKUP_RECIPIENTS,
  await identityToRecipient(machine),
];
