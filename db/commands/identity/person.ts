import { and, desc, eq, isNull } from "drizzle-orm";
import type { Actor } from "@/lib/actor";
import { accessDecision, account, practice, totpFactor } from "../../schema/identity";
import type { Scope } from "../../scope";

export type Person = {
  readonly accountId: string;
  readonly role: Exclude<Actor["role"], "system">;
  readonly name: string;
  readonly email: string;
  readonly practiceName: string;
  readonly passwordHash: string | null;
  readonly hasAccess: boolean;
};

/** One account of this practice, as the doors need it. Undefined when there is none. */
export async function findPerson(
  { actor, tx }: Pick<Scope, "actor" | "tx">,
  accountId: string,
): Promise<Person | undefined> {
  const newestDecision = tx
    .select({ decision: accessDecision.decision })
    .from(accessDecision)
    .where(and(eq(accessDecision.practiceId, actor.practiceId), eq(accessDecision.accountId, accountId)))
    .orderBy(desc(accessDecision.decidedAt))
    .limit(1)
    .as("newest_decision");
  const [row] = await tx
    .select({
      accountId: account.id,
      role: account.role,
      name: account.name,
      email: account.email,
      practiceName: practice.name,
      passwordHash: account.passwordHash,
      decision: newestDecision.decision,
    })
    .from(account)
    .innerJoin(practice, eq(practice.practiceId, account.practiceId))
    .leftJoinLateral(newestDecision, eq(account.id, accountId))
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, accountId)));
  if (!row) return undefined;
  const { decision, ...person } = row;
  return { ...person, hasAccess: decision !== "withdrawn" };
}

/**
 * The person as they stand now, held until the transaction ends: a change of password, role, access or factor that is
 * under way is waited for, and one that begins after this waits in its turn and finds what was done here.
 */
export async function lockAccountRow(
  scope: Pick<Scope, "actor" | "tx">,
  accountId: string,
): Promise<Person | undefined> {
  const { actor, tx } = scope;
  await tx
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, accountId)))
    .for("no key update");
  return findPerson(scope, accountId);
}

export type Factor = {
  readonly id: string;
  readonly seedSealed: string;
  readonly confirmedAt: Date | null;
  /** Codes of the app open nothing since then. */
  readonly lockedAt: Date | null;
};

/** The factor that stands or is being set up; there is never more than one. */
export async function findFactor(
  { actor, tx }: Pick<Scope, "actor" | "tx">,
  accountId: string,
): Promise<Factor | undefined> {
  const [row] = await tx
    .select({
      id: totpFactor.id,
      seedSealed: totpFactor.seedSealed,
      confirmedAt: totpFactor.confirmedAt,
      lockedAt: totpFactor.lockedAt,
    })
    .from(totpFactor)
    .where(
      and(
        eq(totpFactor.practiceId, actor.practiceId),
        eq(totpFactor.accountId, accountId),
        isNull(totpFactor.removedAt),
      ),
    );
  return row;
}
