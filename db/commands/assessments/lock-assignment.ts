import { and, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/domain/actor";
import { NotFound } from "@/lib/domain/errors";
import { assignment } from "../../schema/assessments";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";

/** A rule of a client whom the caller may change, locked until this transaction ends. Missing and out of reach are one. */
export async function lockAssignment(scope: Scope<StaffActor>, id: string) {
  const { actor, tx } = scope;
  const [row] = await tx
    .select({
      id: assignment.id,
      clientId: assignment.clientId,
      instrumentVersionId: assignment.instrumentVersionId,
      rule: assignment.rule,
      window: assignment.answerWindow,
      edition: assignment.edition,
      assignedBy: assignment.assignedBy,
      endedAt: assignment.endedAt,
      zone: client.zone,
    })
    .from(assignment)
    .innerJoin(client, and(eq(client.practiceId, assignment.practiceId), eq(client.id, assignment.clientId)))
    .where(and(visibleClients(scope, "change"), eq(assignment.practiceId, actor.practiceId), eq(assignment.id, id)))
    .for("update", { of: assignment });
  if (!row) throw new NotFound();
  return row;
}
