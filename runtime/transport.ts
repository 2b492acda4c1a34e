import { isOwnMachine } from "@/lib/identity/own-machine";
import { Fault } from "@/runtime/fault";

type Ways = {
  DATABASE_URL?: string | undefined;
  DATABASE_OWNER_URL?: string | undefined;
  DATABASE_WORKER_URL?: string | undefined;
  DATABASE_BACKUP_URL?: string | undefined;
  PLAIN_TRANSPORT: readonly string[];
};

const encrypted = new Set(["require", "verify-ca", "verify-full"]);

/**
 * A database elsewhere is reached by TLS, with the certificate looked at; or its host is named as one to which the way is
 * closed, such as a container beside this one. A setting that was forgotten sends everything in the open.
 */
export function requireTransport(settings: Ways): void {
  for (const name of ["DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_WORKER_URL", "DATABASE_BACKUP_URL"] as const) {
    const url = settings[name];
    if (!url) continue;
    const { hostname, searchParams } = new URL(url);
    const host = searchParams.get("host") ?? hostname;
    if (isOwnMachine(host) || settings.PLAIN_TRANSPORT.includes(host)) continue;
    if (encrypted.has(searchParams.get("sslmode") ?? "")) continue;
    throw new Fault(
      `${name} leads to another machine (${host}) without TLS. Add ?sslmode=verify-full to it, and sslrootcert=FILE where the certificate is your own; or, where the way there is closed, say so: PLAIN_TRANSPORT=${host}`,
    );
  }
}

/** Said once at the start, where pages would go over a network in the open. */
export function openNetworkWarning({ HOST, APP_URL }: { HOST: string; APP_URL?: string | undefined }): string | null {
  if (APP_URL?.startsWith("https:") || (isOwnMachine(HOST) && (!APP_URL || isOwnMachine(new URL(APP_URL).hostname)))) {
    return null;
  }
  return "Careful: Nearer is reached over a network by plain http, where others can read along. Put a proxy with https before it, and set APP_URL to its address.";
}
