import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { clientStep } from "@/db/schema/client-life";
import { client } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";

const step = alias(clientStep, "ms");
const later = alias(clientStep, "ml");
const other = alias(client, "mo");

export type OtherRecord = { clientId: string; recordNumber: number };

/** A condition on `step`: this merge was not taken back. */
const holds = qualified`${step.kind} = 'merged' and not exists (select 1 from ${clientStep} ${later}
  where ${later.practiceId} = ${step.practiceId} and ${later.clientId} = ${step.clientId} and ${later.intoId} is not null
    and ${later.decidedAt} > ${step.decidedAt})`;

/** The record of the same person that stays, for a row of `client` that was merged; null otherwise. */
export const mergedInto = qualified<OtherRecord | null>`(select jsonb_build_object('clientId', ${other.id}, 'recordNumber', ${other.recordNumber})
  from ${clientStep} ${step} join ${client} ${other} on ${other.practiceId} = ${step.practiceId} and ${other.id} = ${step.intoId}
  where ${step.practiceId} = ${client.practiceId} and ${step.clientId} = ${client.id} and ${holds} limit 1)`;

/** Records of the same person that were merged into a row of `client`. */
export const mergedFrom = qualified<
  OtherRecord[]
>`coalesce((select jsonb_agg(jsonb_build_object('clientId', ${other.id}, 'recordNumber', ${other.recordNumber}) order by ${other.recordNumber})
  from ${clientStep} ${step} join ${client} ${other} on ${other.practiceId} = ${step.practiceId} and ${other.id} = ${step.clientId}
  where ${step.practiceId} = ${client.practiceId} and ${step.intoId} = ${client.id} and ${holds}), '[]'::jsonb)`;

/** A condition on `client`: the record was merged into that one. */
export const isMergedInto = (clientId: string) =>
  qualified<boolean>`exists (select 1 from ${clientStep} ${step} where ${step.practiceId} = ${client.practiceId}
    and ${step.clientId} = ${client.id} and ${step.intoId} = ${clientId}::uuid and ${holds})`;

/** Ids of the records that were merged into one which the caller has looked up in scope. */
export async function recordsMergedInto({ actor, tx }: Scope, clientId: string): Promise<string[]> {
  const [row] = await tx
    .select({ others: mergedFrom, id: client.id })
    .from(client)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  return row?.others.map((one) => one.clientId) ?? [];
}

/** Every record of the same person as this one, and itself: what holds one of them back holds all. */
export async function recordsOfPerson({ actor, tx }: Scope, clientId: string): Promise<string[]> {
  const [row] = await tx
    .select({ into: mergedInto, others: mergedFrom, id: client.id })
    .from(client)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  const others = row ? [...row.others, ...(row.into ? [row.into] : [])].map((one) => one.clientId) : [];
  return [clientId, ...others];
}
