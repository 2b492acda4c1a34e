import { and, eq, type SQL, sql } from "drizzle-orm";
import { practice, session } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { PROOF_MINUTES } from "@/lib/identity/proof-rule";

type OwnScope = Scope<StaffActor | ClientActor>;

/**
 * Whether this person showed in the last minutes who they are: by signing in, or again since. In a sample practice nobody has a
 * password, and nobody is there to harm.
 */
export const isFreshlyProved = (scope: OwnScope): Promise<boolean> =>
  isSince(scope, sql`greatest(${session.createdAt}, ${session.provedAt})`);

/** The same where signing in is not enough: who picks up a device finds somebody signed in, perhaps by a link or a passkey. */
export const isProvedAgain = (scope: OwnScope): Promise<boolean> => isSince(scope, sql`${session.provedAt}`);

async function isSince({ actor, tx, now }: OwnScope, at: SQL): Promise<boolean> {
  const since = new Date(now.getTime() - PROOF_MINUTES * 60_000);
  const [row] = await tx
    .select({
      isFresh: sql<boolean>`coalesce(${at} > ${since.toISOString()}::timestamptz, false) or ${practice.isSample}`,
    })
    .from(session)
    .innerJoin(practice, eq(practice.practiceId, session.practiceId))
    .where(and(eq(session.practiceId, actor.practiceId), eq(session.id, actor.sessionId)));
  return row?.isFresh ?? false;
}
