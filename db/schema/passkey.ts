import { sql } from "drizzle-orm";
import { bigint, foreignKey, index, jsonb, pgPolicy, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { account, bytea } from "./identity";
import { doorReads, doorRole, instant, tenantId, tenantRules } from "./tenant";

/** A key that a device or a key ring keeps for one account. Only the public half is here. */
export const passkey = pgTable(
  "passkey",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    /** What the device calls it, in base64url. */
    credential: text("credential").notNull(),
    publicKey: bytea("public_key").notNull(),
    /** How often it was used, by its own count; 0 for those that do not count. Never smaller than before. */
    counter: bigint("counter", { mode: "number" }).notNull(),
    transports: jsonb("transports").$type<string[]>().notNull(),
    /** Where it was made, such as "Chrome on Android". */
    device: text("device").notNull(),
    /** The browser in which it was made: the door offers it there. */
    markHash: bytea("mark_hash"),
    addedAt: instant("added_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("passkey_credential_once").on(t.credential),
    index("passkey_account").on(t.practiceId, t.accountId),
    index("passkey_mark").on(t.markHash).where(sql`${t.endedAt} is null`),
    doorReads(),
  ],
);

/** What was answered with a passkey, so that no answer works twice. Asking keeps nothing: a crowd at the door fills no table. */
export const spentChallenge = pgTable(
  "spent_challenge",
  { hash: bytea("hash").primaryKey(), endsAt: instant("ends_at").notNull() },
  () => [pgPolicy("door_all", { for: "all", to: doorRole, using: sql`true`, withCheck: sql`true` })],
);
