import pino from "pino";
import { framesOf } from "./database-fault";

/** The one log, of application and worker. Ids and codes only: never what a person wrote, never SQL or its values. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
});

/** What may be logged of an error: its kind, the code of the database or of the mail server, and the constraint's name. */
export function describeError(error: unknown): { kind: string; code?: string; constraint?: string; at?: string } {
  const seen = error as {
    name?: string;
    code?: string;
    responseCode?: number;
    constraint?: string;
    cause?: { code?: string; constraint?: string };
    message?: string;
    stack?: string;
  };
  const code = seen?.cause?.code ?? seen?.code ?? seen?.responseCode?.toString();
  const constraint = seen?.cause?.constraint ?? seen?.constraint;
  const [at] = framesOf(seen ?? {}).split("\n");
  return {
    kind: seen?.name ?? "unknown",
    ...(code && { code }),
    ...(constraint && { constraint }),
    ...(at && { at: at.trim() }),
  };
}
