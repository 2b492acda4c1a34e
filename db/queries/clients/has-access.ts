import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { accessDecision } from "@/db/schema/identity";

/** A condition on an account: its access stands. The newest decision counts; without one it does. */
export const hasAccess = (practiceId: AnyColumn | SQL, accountId: AnyColumn | SQL): SQL =>
  sql`coalesce((select d.decision from ${accessDecision} d where d.practice_id = ${practiceId}
    and d.account_id = ${accountId} order by d.decided_at desc limit 1), 'restored') <> 'withdrawn'`;
