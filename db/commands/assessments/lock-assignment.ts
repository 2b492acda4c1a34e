import { and, eq, sql } from "drizzle-orm";
import { NotFound } from "@/lib/errors";
import { assignment } from "../../schema/assessments";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { lockClientRow } from "../clients/lock-client-row";
import { ruleColumns } from "./schedule-occurrences";

/** A rule of a client whom the caller may change, and that client held until this transaction ends. Missing and out of reach are one. */
export async function lockAssignment(scope: Scope, id: string) {
  const { actor, tx } = scope;
  const mine = and(eq(assignment.practiceId, actor.practiceId), eq(assignment.id, id));
  await lockClientRow(
    scope,
    eq(client.id, sql`${tx.select({ id: assignment.clientId }).from(assignment).where(mine)}`),
  );
  const [row] = await tx
    .select({
      ...ruleColumns,
      clientId: assignment.clientId,
      endedAt: assignment.endedAt,
      scheduledThrough: assignment.scheduledThrough,
      zone: client.zone,
    })
    .from(assignment)
    .innerJoin(client, and(eq(client.practiceId, assignment.practiceId), eq(client.id, assignment.clientId)))
    .where(and(visibleClients(scope, "change"), mine));
  if (!row) throw new NotFound();
  return row;
}
