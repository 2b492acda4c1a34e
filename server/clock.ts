import "server-only";
import { readFileSync } from "node:fs";
import { env } from "./env";

/** What time it is. A server started for tests reads an offset in milliseconds from the file it was given. */
export function now(): Date {
  const file = env().NEARER_TEST_CLOCK;
  if (!file) return new Date();
  const offset = Number(readFileSync(file, "utf8").trim() || "0");
  return new Date(Date.now() + offset);
}
