import { and, asc, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { account } from "@/db/schema/identity";
import { signalThreshold } from "@/db/schema/signals";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import { type ThresholdKey, type Thresholds, thresholdsOf } from "@/lib/signals/thresholds";

const set = alias(signalThreshold, "th");
const later = alias(signalThreshold, "tl");

/** What the practice has set, by key, as a column of any statement inside it. */
export const thresholdColumn = (practiceId: string) =>
  qualified<
    Record<string, number>
  >`coalesce((select jsonb_object_agg(${set.key}, ${set.value}) from ${signalThreshold} ${set}
    where ${set.practiceId} = ${practiceId} and not exists (select 1 from ${signalThreshold} ${later}
      where ${later.practiceId} = ${set.practiceId} and ${later.key} = ${set.key} and ${later.setAt} > ${set.setAt})), '{}'::jsonb)`;

const newestOf = ({ actor, tx }: Pick<Scope, "actor" | "tx">) =>
  tx
    .selectDistinctOn([signalThreshold.key], { key: signalThreshold.key, value: signalThreshold.value })
    .from(signalThreshold)
    .where(eq(signalThreshold.practiceId, actor.practiceId))
    .orderBy(asc(signalThreshold.key), desc(signalThreshold.setAt));

/** The numbers of the table of signals as they count in this practice. */
export async function getThresholds(scope: Pick<Scope, "actor" | "tx">): Promise<Thresholds> {
  const rows = await newestOf(scope);
  return thresholdsOf(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}

export type ThresholdChange = { id: string; key: ThresholdKey; value: number; by: string; at: Date };

/** What was set, newest first. */
export async function listThresholdChanges({ actor, tx }: Scope<StaffActor>): Promise<ThresholdChange[]> {
  authorize(actor, "clients.read");
  return tx
    .select({
      id: signalThreshold.id,
      key: signalThreshold.key,
      value: signalThreshold.value,
      by: account.name,
      at: signalThreshold.setAt,
    })
    .from(signalThreshold)
    .innerJoin(account, and(eq(account.practiceId, signalThreshold.practiceId), eq(account.id, signalThreshold.setBy)))
    .where(eq(signalThreshold.practiceId, actor.practiceId))
    .orderBy(desc(signalThreshold.setAt), asc(signalThreshold.key))
    .limit(30);
}
