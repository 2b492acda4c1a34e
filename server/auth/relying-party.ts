import "server-only";
import type { RelyingParty } from "@/db/commands/identity/passkeys";
import { env } from "../env";

const isNumber = (host: string): boolean => /^[\d.]+$|^\[/.test(host);

/**
 * Whose passkeys these are: browsers bind them to a name, never to a number. On this machine alone that is `localhost`; an
 * installation that people open by a bare address has none.
 */
export function relyingParty(): RelyingParty | undefined {
  const { APP_URL, PORT, isLoopback } = env();
  const { hostname, origin } = new URL(APP_URL ?? (isLoopback ? `http://localhost:${PORT}` : "http://0.0.0.0"));
  return isNumber(hostname) ? undefined : { id: hostname, origin };
}
