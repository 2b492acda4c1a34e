import { and, asc, desc, eq, max } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { client } from "@/db/schema/clients";
import { erasureStep, retentionRule } from "@/db/schema/erasure";
import { safetyDecision, safetyEvent, safetyScreen } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { type ErasureStanding, type ErasureStep, erasureStanding, usualRetention } from "@/lib/clients/erasure";

const step = alias(erasureStep, "es");

/** When a row of `client` asked to be erased, and nobody has answered; null otherwise. */
export const erasureAskedAt = qualified<
  string | null
>`(select case when ${step.kind} = 'asked' then ${step.decidedAt} end from ${erasureStep} ${step}
  where ${step.practiceId} = ${client.practiceId} and ${step.clientId} = ${client.id} order by ${step.decidedAt} desc limit 1)`;

/** What was asked and answered about one client, whom the caller has looked up in scope, oldest first. */
export const erasureStepsOf = ({ actor, tx }: Scope, clientId: string): Promise<ErasureStep[]> =>
  tx
    .select({ kind: erasureStep.kind, at: erasureStep.decidedAt })
    .from(erasureStep)
    .where(and(eq(erasureStep.practiceId, actor.practiceId), eq(erasureStep.clientId, clientId)))
    .orderBy(asc(erasureStep.decidedAt));

/** Where the client who asks stands: whether they asked to be erased. */
export const getOwnErasure = async (scope: Scope<ClientActor>): Promise<ErasureStanding> =>
  erasureStanding(await erasureStepsOf(scope, scope.actor.clientId));

/** For how many years entries about safety are kept in this practice. */
export async function retentionOf({ actor, tx }: Scope): Promise<number> {
  const [row] = await tx
    .select({ years: retentionRule.years })
    .from(retentionRule)
    .where(eq(retentionRule.practiceId, actor.practiceId))
    .orderBy(desc(retentionRule.setAt))
    .limit(1);
  return row?.years ?? usualRetention;
}

/** The newest event, screen or decision about the safety of one client. */
export async function newestSafetyOf({ actor, tx }: Scope, clientId: string): Promise<Date | null> {
  const { practiceId } = actor;
  const { events, screens, decisions } = await atOnce({
    events: tx
      .select({ at: max(safetyEvent.openedAt) })
      .from(safetyEvent)
      .where(and(eq(safetyEvent.practiceId, practiceId), eq(safetyEvent.clientId, clientId))),
    screens: tx
      .select({ at: max(safetyScreen.answeredAt) })
      .from(safetyScreen)
      .where(and(eq(safetyScreen.practiceId, practiceId), eq(safetyScreen.clientId, clientId))),
    decisions: tx
      .select({ at: max(safetyDecision.decidedAt) })
      .from(safetyDecision)
      .where(and(eq(safetyDecision.practiceId, practiceId), eq(safetyDecision.clientId, clientId))),
  });
  const all = [events, screens, decisions].flatMap((rows) => rows.flatMap(({ at }) => (at ? [at.getTime()] : [])));
  return all.length === 0 ? null : new Date(Math.max(...all));
}
