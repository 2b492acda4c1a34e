import { sql } from "drizzle-orm";
import { type AnyPgColumn, pgPolicy, pgRole, primaryKey, timestamp, uuid } from "drizzle-orm/pg-core";

/** The roles exist before migrations run: see db/roles.ts. */
export const appRole = pgRole("nearer_app").existing();
export const workerRole = pgRole("nearer_worker").existing();
export const doorRole = pgRole("nearer_door").existing();

const currentPractice = sql`nullif(current_setting('app.practice_id', true), '')::uuid`;

/** Every table's first two columns: the practice that owns the row and the row's own id. */
export const tenantId = () => ({ practiceId: uuid("practice_id").notNull(), id: uuid("id").notNull() });

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

type TenantColumns = { practiceId: AnyPgColumn; id: AnyPgColumn };

/** Primary key (practice_id, id) and one policy per command: a row is reachable only inside its own practice. */
export const tenantRules = (table: TenantColumns) => [
  primaryKey({ columns: [table.practiceId, table.id] as [AnyPgColumn, AnyPgColumn] }),
  ...tenantPolicies(table.practiceId),
];

export const tenantPolicies = (practiceId: AnyPgColumn) => {
  const mine = sql`${practiceId} = ${currentPractice}`;
  const to = [appRole, workerRole];
  return [
    pgPolicy("tenant_select", { for: "select", to, using: mine }),
    pgPolicy("tenant_insert", { for: "insert", to, withCheck: mine }),
    pgPolicy("tenant_update", { for: "update", to, using: mine, withCheck: mine }),
    pgPolicy("tenant_delete", { for: "delete", to, using: mine }),
  ];
};

/** What the doors before sign-in may read: see the functions door_* in db/migrations. */
export const doorReads = () => pgPolicy("door_select", { for: "select", to: doorRole, using: sql`true` });
