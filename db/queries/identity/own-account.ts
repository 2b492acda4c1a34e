import { and, count, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import { findFactor, findPerson } from "../../commands/identity/person";
import { recoveryCode, session, totpFactorSeed } from "../../schema/identity";
import type { Scope } from "../../scope";

import { type OwnPasskey, ownPasskeys } from "./own-passkeys";

type OwnScope = Scope<StaffActor | ClientActor>;

type OwnSession = {
  readonly id: string;
  readonly device: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly isThisOne: boolean;
};

export type OwnAccount = {
  readonly name: string;
  readonly email: string;
  readonly zone: string;
  readonly isStaff: boolean;
  readonly factor: "none" | "waiting" | "on";
  readonly recoveryCodesLeft: number;
  readonly passkeys: readonly OwnPasskey[];
  readonly sessions: readonly OwnSession[];
};

/** What a person sees of their own account: sessions that are live, or can be opened again, newest first. */
export async function getOwnAccount(scope: OwnScope): Promise<OwnAccount> {
  const { actor } = scope;
  const { person, factor, passkeys, sessions } = await atOnce({
    person: findPerson(scope, actor.accountId),
    factor: findFactor(scope, actor.accountId),
    passkeys: ownPasskeys(scope),
    sessions: ownSessions(scope),
  });
  if (!person) throw new NotFound();
  return {
    name: person.name,
    email: person.email,
    zone: actor.zone,
    isStaff: actor.kind === "staff",
    factor: factor ? (factor.confirmedAt ? "on" : "waiting") : "none",
    recoveryCodesLeft: factor ? await codesLeft(scope, factor.id) : 0,
    passkeys,
    sessions,
  };
}

async function codesLeft({ actor, tx }: OwnScope, factorId: string): Promise<number> {
  const [row] = await tx
    .select({ left: count() })
    .from(recoveryCode)
    .where(
      and(
        eq(recoveryCode.practiceId, actor.practiceId),
        eq(recoveryCode.factorId, factorId),
        isNull(recoveryCode.usedAt),
      ),
    );
  return row?.left ?? 0;
}

async function ownSessions({ actor, tx, now }: OwnScope): Promise<OwnSession[]> {
  const rows = await tx
    .select({
      id: session.id,
      device: session.device,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
    })
    .from(session)
    .where(
      and(
        eq(session.practiceId, actor.practiceId),
        eq(session.accountId, actor.accountId),
        isNull(session.revokedAt),
        gt(session.endsAt, now),
        actor.kind === "staff"
          ? undefined
          : sql`${session.lastSeenAt} + make_interval(secs => ${session.idleSeconds}) > ${now.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(desc(session.lastSeenAt), desc(session.createdAt));
  return rows.map((row) => ({ ...row, isThisOne: row.id === actor.sessionId }));
}

export type FactorSetup = { readonly state: "none" | "on" } | { readonly state: "waiting"; readonly key: string };

/** The key of a factor that waits for its first code. Once confirmed, the key is never shown again. */
export async function getFactorSetup(scope: OwnScope): Promise<FactorSetup> {
  const { actor } = scope;
  const factor = await findFactor(scope, actor.accountId);
  if (!factor) return { state: "none" };
  if (factor.confirmedAt) return { state: "on" };
  const key = totpFactorSeed.ifOpens(factor.seedSealed, { practiceId: actor.practiceId, id: factor.id });
  return key === undefined ? { state: "none" } : { state: "waiting", key };
}
