import { and, eq, isNull, ne } from "drizzle-orm";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { recordAudit } from "../../audit";
import { session, signInChallenge } from "../../schema/identity";
import type { Scope } from "../../scope";
import { endPushElsewhere, endPushIn } from "../letters/push-here";

export type RevokedFor =
  | "signed-out"
  | "signed-out-elsewhere"
  | "password"
  | "role"
  | "factor"
  | "access"
  | "reset"
  | "code"
  | "address";

/** Ends an account's sessions from the next request on, all of them or all but one, and every half-done sign-in. */
export async function revokeSessions(
  scope: Scope,
  accountId: string,
  why: RevokedFor,
  { except }: { except?: string } = {},
): Promise<number> {
  const { actor, tx, now } = scope;
  await tx
    .update(signInChallenge)
    .set({ usedAt: now })
    .where(
      and(
        eq(signInChallenge.practiceId, actor.practiceId),
        eq(signInChallenge.accountId, accountId),
        isNull(signInChallenge.usedAt),
      ),
    );
  const { rowCount } = await tx
    .update(session)
    .set({ revokedAt: now, revokedFor: why })
    .where(
      and(
        eq(session.practiceId, actor.practiceId),
        eq(session.accountId, accountId),
        isNull(session.revokedAt),
        except ? ne(session.id, except) : undefined,
      ),
    );
  await endPushElsewhere(scope, accountId, except ? await markOf(scope, except) : null);
  return rowCount ?? 0;
}

async function markOf({ actor, tx }: Scope, sessionId: string): Promise<Buffer | null> {
  const [row] = await tx
    .select({ markHash: session.markHash })
    .from(session)
    .where(and(eq(session.practiceId, actor.practiceId), eq(session.id, sessionId)));
  return row?.markHash ?? null;
}

/** One of the person's own sessions, chosen from the list on the account page. */
export async function revokeOwnSession(scope: Scope<StaffActor | ClientActor>, sessionId: string): Promise<void> {
  const { actor, tx, now } = scope;
  const [ended] = await tx
    .update(session)
    .set({ revokedAt: now, revokedFor: "signed-out-elsewhere" })
    .where(
      and(
        eq(session.practiceId, actor.practiceId),
        eq(session.accountId, actor.accountId),
        eq(session.id, sessionId),
        isNull(session.revokedAt),
      ),
    )
    .returning({ markHash: session.markHash });
  if (!ended) throw new NotFound();
  if (ended.markHash) await endPushIn(tx, { markHash: ended.markHash, exceptAccount: null, why: "left" }, now);
  await recordAudit(scope, "identity.session-ended", { id: sessionId });
}

/** Everything but the session that asks. */
export async function revokeOtherSessions(scope: Scope<StaffActor | ClientActor>): Promise<number> {
  const { accountId, sessionId } = scope.actor;
  const ended = await revokeSessions(scope, accountId, "signed-out-elsewhere", { except: sessionId });
  await recordAudit(scope, "identity.other-sessions-ended", { id: accountId });
  return ended;
}
