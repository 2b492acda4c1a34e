import { and, eq, sql } from "drizzle-orm";
import { assessment } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import { dimensionRelease } from "@/db/schema/dimension-release";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";

export type DimensionReleaseState = {
  assessmentId: string;
  decision: "released" | "withdrawn";
  decidedAt: Date;
  by: string;
};

/** What was decided last about each sitting of a client: shown to the client or not, by whom and when. */
export async function getDimensionReleases(
  scope: Scope<StaffActor>,
  clientId: string,
): Promise<DimensionReleaseState[]> {
  const { actor, tx } = scope;
  authorize(actor, "clients.read");
  return tx
    .selectDistinctOn([dimensionRelease.assessmentId], {
      assessmentId: dimensionRelease.assessmentId,
      decision: dimensionRelease.decision,
      decidedAt: dimensionRelease.decidedAt,
      by: account.name,
    })
    .from(dimensionRelease)
    .innerJoin(
      assessment,
      and(eq(assessment.practiceId, dimensionRelease.practiceId), eq(assessment.id, dimensionRelease.assessmentId)),
    )
    .innerJoin(client, and(eq(client.practiceId, assessment.practiceId), eq(client.id, assessment.clientId)))
    .innerJoin(
      account,
      and(eq(account.practiceId, dimensionRelease.practiceId), eq(account.id, dimensionRelease.decidedBy)),
    )
    .where(and(visibleClients(scope), eq(client.id, clientId)))
    .orderBy(dimensionRelease.assessmentId, sql`${dimensionRelease.decidedAt} desc`, sql`${dimensionRelease.id} desc`);
}
