import { randomUUID } from "node:crypto";
import type { DueMeasure } from "@/lib/protocol/assessments-due";
import { assessment } from "../../schema/assessments";
import type { Scope } from "../../scope";
import { newestVersions } from "./newest-versions";

type Due = { measure: DueMeasure; attempt: number };

/**
 * Asks for measures of the protocol, each in its newest published version. One that is there already stays as it is.
 * Answers whether there was anything to ask for; the caller holds the client and writes the record of access.
 */
export async function addDueMeasures(scope: Scope, clientId: string, due: readonly Due[], at: Date): Promise<boolean> {
  const { actor, tx } = scope;
  const versions = await newestVersions(scope, [...new Set(due.map(({ measure }) => measure.instrument))]);
  const rows = due.flatMap(({ measure, attempt }) => {
    const instrumentVersionId = versions.get(measure.instrument);
    if (!instrumentVersionId) return [];
    return {
      ...{ practiceId: actor.practiceId, id: randomUUID(), clientId, instrumentVersionId },
      ...{ occasion: measure.key, attempt },
      weekNumber: measure.moment.at === "week" ? measure.moment.week : null,
      ...{ opensOn: measure.opensOn, dueOn: measure.dueOn, expiresOn: measure.expiresOn },
      assignedBy: actor.kind === "system" ? null : actor.accountId,
      assignedAt: at,
    };
  });
  if (rows.length > 0) await tx.insert(assessment).values(rows).onConflictDoNothing();
  return rows.length > 0;
}
