import { foreignKey, index, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { account, bytea } from "./identity";
import { doorReads, instant, tenantId, tenantRules } from "./tenant";

/** A browser in which an account signed in before: nobody else's tries keep it waiting. Only its mark's SHA-256 is kept. */
export const knownDevice = pgTable(
  "known_device",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    markHash: bytea("mark_hash").notNull(),
    firstSeenAt: instant("first_seen_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("known_device_once").on(t.practiceId, t.accountId, t.markHash),
    index("known_device_mark").on(t.markHash),
    doorReads(),
  ],
);
