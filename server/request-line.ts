import "server-only";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { hostname } from "node:os";
import { env } from "./env";

type Wrong = { status: 400 | 405 | 421; words: string; allow?: string };

const answered = ["GET", "HEAD", "POST", "OPTIONS"];

/** What no part of Nearer answers, by the first line and the Host of a request; Next would fail at them. */
export function whatIsWrong({ method = "", url = "", headers }: IncomingMessage): Wrong | undefined {
  if (!answered.includes(method)) {
    return { status: 405, words: "Nearer does not answer this kind of request.", allow: answered.join(", ") };
  }
  if (!isDecodable(url)) return { status: 400, words: "This address cannot be read. Check how it is written." };
  if (isForAnother(headers.host)) {
    return { status: 421, words: "Nearer is not set up for this address. Whoever runs it names it in APP_URL." };
  }
  return undefined;
}

function isDecodable(url: string): boolean {
  const [path = ""] = url.split("?");
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

/**
 * Where no address is configured, any would be believed: a page elsewhere whose name is made to point here could then talk to
 * Nearer as its own. A name that somebody else owns is refused; addresses in numbers and this machine's names are not names.
 */
function isForAnother(host: string | undefined): boolean {
  const { APP_URL, HOST } = env();
  if (APP_URL || host === undefined) return false;
  const name = host
    .replace(/:\d+$/, "")
    .replace(/^\[(.*)\]$/, "$1")
    .toLowerCase();
  const own = ["localhost", HOST.toLowerCase(), hostname().toLowerCase()];
  return isIP(name) === 0 && !own.includes(name) && !name.endsWith(".localhost");
}
