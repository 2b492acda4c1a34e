import { Unavailable } from "@/lib/errors";

/** Codes of PostgreSQL, of Node and of the pool: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const away = /^(57P0[1-5]|08\d{3}|25006|ECONN[A-Z]+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
const busy = /^(53300|53400|53200)$/;
const full = /^(53100|53000|ENOSPC)$/;

/** What node-postgres says of a connection that is gone comes without a code; */
const goneWords = /connection (terminated|error and is not queryable)/i;
/** a pooler says all that it has to say under the code of a broken protocol, which of PostgreSQL itself is a fault of ours. */
const poolersCode = "08P01";
const poolersWords =
  /server_login_retry|server (conn crashed|login failed)|cannot connect to server|connect (failed|timeout)|shutting down/i;

type Seen = { code?: unknown; message?: unknown; cause?: unknown };

function codeIn(error: unknown): string {
  for (let at = error as Seen | undefined, depth = 0; at && depth < 4; at = at.cause as Seen | undefined, depth += 1)
    if (typeof at.code === "string") return at.code;
  return "";
}

/** What the innermost says. The words of one around it hold a statement, with whatever somebody wrote in it. */
function wordsIn(error: unknown): string {
  let at = error as Seen | undefined;
  for (let depth = 0; at?.cause && depth < 4; depth += 1) at = at.cause as Seen;
  return String(at?.message ?? "");
}

/** Why the database gave no answer; undefined for an error that it answered with. */
function whyOf(error: unknown, code: string): Unavailable["why"] | undefined {
  if (full.test(code)) return "full";
  if (busy.test(code)) return "busy";
  if (away.test(code)) return "away";
  const words = wordsIn(error);
  if (/timeout exceeded when trying to connect|query_wait_timeout/i.test(words)) return "busy";
  if (code === "" && goneWords.test(words)) return "away";
  return (code === poolersCode || code === "") && poolersWords.test(words) ? "away" : undefined;
}

/** Refused before it was sent, so it is known that nothing was kept. */
const unsent = /is not queryable/i;

/** The same error, unless it means that the database gives no answer now. `isCommitting`: it was being kept. */
export function asUnavailable(error: unknown, isCommitting = false): unknown {
  if (error instanceof Unavailable) return error;
  const code = codeIn(error);
  const why = whyOf(error, code);
  if (!why) return error;
  const wasSent = !unsent.test(wordsIn(error));
  return new Unavailable(why, code || why, isCommitting && why === "away" && wasSent);
}
