import { and, asc, desc, eq, sql } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { getClientAccess } from "@/db/queries/identity/client-access";
import { client } from "@/db/schema/clients";
import { erasureStep, erasureStepReason, legalHold, legalHoldReason } from "@/db/schema/erasure";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import {
  type ErasureStanding,
  type ErasureStep,
  erasureStanding,
  type Hold,
  holdsInForce,
} from "@/lib/clients/erasure";
import { type InForce, pathTodayOf } from "@/lib/clients/standing";
import { NotFound } from "@/lib/errors";
import { type ClientHeader, getClientHeader } from "./client-overview";
import { getClientSteps } from "./client-steps";
import { newestSafetyOf, retentionOf } from "./erasure";

export type HoldRecord = Hold & { endsId: string | null; reason: string; by: string };
export type ErasureStepRecord = ErasureStep & { id: string; reason: string | null; by: string; isOwn: boolean };

export type ErasureRecord = {
  header: ClientHeader;
  life: InForce;
  standing: ErasureStanding;
  steps: ErasureStepRecord[];
  holds: HoldRecord[];
  held: HoldRecord[];
  years: number;
  /** When the newest entry about safety was made; null where there is none. */
  newestSafetyAt: Date | null;
};

/** What was asked, answered and held back about erasing one client, for who looks after them alone. Reading it is recorded. */
export async function getErasureRecord(scope: Scope<StaffActor>, clientId: string): Promise<ErasureRecord> {
  const { access, life, ...read } = await atOnce({
    header: getClientHeader(scope, clientId),
    access: getClientAccess(scope, clientId),
    life: getClientSteps(scope, clientId),
    steps: stepsIn(scope, clientId),
    holds: holdsIn(scope, clientId),
    years: retentionOf(scope),
    newestSafetyAt: newestSafetyOf(scope, clientId),
  });
  if (!access.mayHold) throw new NotFound();
  await recordAudit(scope, "clients.erasure-read", { id: clientId, clientId });
  return {
    ...read,
    life: pathTodayOf(life),
    standing: erasureStanding(read.steps),
    held: holdsInForce(read.holds),
  };
}

async function stepsIn(scope: Scope<StaffActor>, clientId: string): Promise<ErasureStepRecord[]> {
  const { actor, tx } = scope;
  const { id, kind, decidedAt, reasonSealed, decidedBy } = erasureStep;
  const rows = await tx
    .select({
      id,
      kind,
      at: decidedAt,
      reasonSealed,
      by: account.name,
      isOwn: sql<boolean>`${decidedBy} = ${client.accountId}`,
    })
    .from(erasureStep)
    .innerJoin(client, and(eq(client.practiceId, erasureStep.practiceId), eq(client.id, erasureStep.clientId)))
    .innerJoin(account, and(eq(account.practiceId, erasureStep.practiceId), eq(account.id, decidedBy)))
    .where(and(visibleClients(scope), eq(client.id, clientId)))
    .orderBy(desc(decidedAt))
    .limit(40);
  return rows.map(({ reasonSealed: sealed, ...row }) => ({
    ...row,
    reason: erasureStepReason.readOrNull(sealed, { practiceId: actor.practiceId, id: row.id }),
  }));
}

async function holdsIn(scope: Scope<StaffActor>, clientId: string): Promise<HoldRecord[]> {
  const { actor, tx } = scope;
  const { id, endsId, decidedAt, reasonSealed, decidedBy } = legalHold;
  const rows = await tx
    .select({ id, endsId, at: decidedAt, reasonSealed, by: account.name })
    .from(legalHold)
    .innerJoin(client, and(eq(client.practiceId, legalHold.practiceId), eq(client.id, legalHold.clientId)))
    .innerJoin(account, and(eq(account.practiceId, legalHold.practiceId), eq(account.id, decidedBy)))
    .where(and(visibleClients(scope), eq(client.id, clientId)))
    .orderBy(asc(decidedAt));
  return rows.map(({ reasonSealed: sealed, ...row }) => ({
    ...row,
    reason: legalHoldReason.read(sealed, { practiceId: actor.practiceId, id: row.id }),
  }));
}
