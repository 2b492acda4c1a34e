import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { CredentialChange } from "@/lib/identity/credential-change";
import { account, bytea } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** A change of how somebody signs in, told at their next sign-in until they have said that they read it. */
export const credentialChange = pgTable(
  "credential_change",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    kind: text("kind").$type<CredentialChange>().notNull(),
    /** Who did it. Null: whoever held the link, the code or the machine. */
    changedBy: uuid("changed_by"),
    /** Of a browser that signed in for the first time. Told everywhere else, so that nobody there reads it away. */
    markHash: bytea("mark_hash"),
    changedAt: instant("changed_at").notNull(),
    readAt: instant("read_at"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.changedBy], foreignColumns: [account.practiceId, account.id] }),
    index("credential_change_account").on(t.practiceId, t.accountId, t.changedAt.desc()),
    index("credential_change_unread").on(t.practiceId, t.accountId).where(sql`${t.readAt} is null`),
  ],
);
