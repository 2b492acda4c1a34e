import "server-only";
import { describeError, log } from "@/db/log";

/** A fault, in words of ours, and of its error what may be kept. */
export const logFault = (what: string, error: unknown): void => log.error(describeError(error), what);
