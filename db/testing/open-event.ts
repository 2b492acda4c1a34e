import { asc } from "drizzle-orm";
import type { Pool } from "pg";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { outboxLetter } from "@/db/schema/outbox";
import { withScope } from "@/db/scope";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";

/** A practice with one client who said that they do not feel safe. */
export async function openEvent(pool: Pool) {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  const { eventId } = await withScope(pool, client, testNow, (scope) => sayNotSafe(scope, {}));
  return { ...practice, practice, client, eventId };
}

/** Every letter of a practice, oldest first. */
export const lettersOf = (pool: Pool, { system }: MintedPractice) =>
  withScope(pool, system, testNow, ({ tx }) => tx.select().from(outboxLetter).orderBy(asc(outboxLetter.createdAt)));
