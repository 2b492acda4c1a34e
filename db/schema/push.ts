import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgPolicy, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { account, bytea } from "./identity";
import { doorReads, doorRole, instant, tenantId, tenantRules } from "./tenant";

/** A device on which one account is told that something waits. Ended by signing out, leaving, or anybody else's sign-in there. */
export const pushSubscription = pgTable(
  "push_subscription",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    /** The browser’s mark, as `known_device` has it. */
    markHash: bytea("mark_hash").notNull(),
    device: text("device").notNull(),
    /** Where the browser’s own service takes notes for it, and the keys with which only the browser opens them. */
    address: text("address").notNull(),
    publicKey: text("public_key").notNull(),
    secret: text("secret").notNull(),
    begunAt: instant("begun_at").notNull(),
    endedAt: instant("ended_at"),
    endedFor: text("ended_for"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("push_subscription_here").on(t.markHash).where(sql`${t.endedAt} is null`),
    index("push_subscription_account").on(t.practiceId, t.accountId),
    doorReads(),
    pgPolicy("door_update", { for: "update", to: doorRole, using: sql`true`, withCheck: sql`true` }),
  ],
);

/** One note for one device, written with the letter that says the same. It is worth nothing after a while. */
export const pushNote = pgTable(
  "push_note",
  {
    ...tenantId(),
    subscriptionId: uuid("subscription_id").notNull(),
    createdAt: instant("created_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    dueAt: instant("due_at").notNull(),
    tries: integer("tries").notNull().default(0),
    sentAt: instant("sent_at"),
    setAsideAt: instant("set_aside_at"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      columns: [t.practiceId, t.subscriptionId],
      foreignColumns: [pushSubscription.practiceId, pushSubscription.id],
    }),
    index("push_note_waiting").on(t.dueAt).where(sql`${t.sentAt} is null and ${t.setAsideAt} is null`),
    index("push_note_subscription").on(t.practiceId, t.subscriptionId),
    doorReads(),
  ],
);
