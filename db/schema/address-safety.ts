import { foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { account, bytea } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/**
 * What a person said in a talk about being written to. Rows are only added; the newest counts, and only for the address
 * that it was about: another address is not known to be safe.
 */
export const addressSafety = pgTable(
  "address_safety",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    /** SHA-256 of the address in small letters. */
    addressHash: bytea("address_hash").notNull(),
    answer: text("answer", { enum: ["safe", "unsafe", "unknown"] }).notNull(),
    saidTo: uuid("said_to").notNull(),
    saidAt: instant("said_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.saidTo], foreignColumns: [account.practiceId, account.id] }),
    index("address_safety_account").on(t.practiceId, t.accountId, t.saidAt.desc()),
  ],
);
