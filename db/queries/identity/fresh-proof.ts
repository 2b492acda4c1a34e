import { and, eq, sql } from "drizzle-orm";
import { practice, session } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { PROOF_MINUTES } from "@/lib/identity/proof-rule";

/**
 * Whether this person showed in the last minutes who they are: by signing in, or again since. In a sample practice nobody has a
 * password, and nobody is there to harm.
 */
export async function isFreshlyProved({ actor, tx, now }: Scope<StaffActor | ClientActor>): Promise<boolean> {
  const since = new Date(now.getTime() - PROOF_MINUTES * 60_000);
  const [row] = await tx
    .select({
      isFresh: sql<boolean>`greatest(${session.createdAt}, ${session.provedAt}) > ${since.toISOString()}::timestamptz or ${practice.isSample}`,
    })
    .from(session)
    .innerJoin(practice, eq(practice.practiceId, session.practiceId))
    .where(and(eq(session.practiceId, actor.practiceId), eq(session.id, actor.sessionId)));
  return row?.isFresh ?? false;
}
