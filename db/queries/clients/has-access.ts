import type { AnyColumn, SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { accessDecision } from "@/db/schema/identity";

const decision = alias(accessDecision, "d");

/** A condition on an account: its access stands. The newest decision counts; without one it does. */
export const hasAccess = (practiceId: AnyColumn | SQL, accountId: AnyColumn | SQL): SQL =>
  qualified`coalesce((select ${decision.decision} from ${accessDecision} ${decision} where ${decision.practiceId} = ${practiceId}
    and ${decision.accountId} = ${accountId} order by ${decision.decidedAt} desc limit 1), 'restored') <> 'withdrawn'`;
