import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, text } from "drizzle-orm/pg-core";
import { doorRole, instant } from "./tenant";

/** Attempts per key (an HMAC of an e-mail or an address). No practice: it is counted before one is known. */
export const attemptLimit = pgTable(
  "attempt_limit",
  {
    key: text("key").primaryKey(),
    failures: integer("failures").notNull(),
    lastFailureAt: instant("last_failure_at").notNull(),
    openAgainAt: instant("open_again_at").notNull(),
  },
  () => [pgPolicy("door_all", { for: "all", to: doorRole, using: sql`true`, withCheck: sql`true` })],
);
