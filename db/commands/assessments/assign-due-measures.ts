import { randomUUID } from "node:crypto";
import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { dueMeasures } from "@/lib/domain/protocol/assessments-due";
import { parseProtocol } from "@/lib/domain/protocol/definition";
import { recordAudit } from "../../audit";
import { assessment, instrumentVersion } from "../../schema/assessments";
import type { Scope } from "../../scope";

type Enrolment = { clientId: string; startDate: string; definition: unknown };

/** Every assessment that the protocol asks for, from baseline to follow-up, each once per occasion. */
export async function assignDueMeasures(scope: Scope, { clientId, startDate, definition }: Enrolment): Promise<void> {
  const { actor, tx, now } = scope;
  const due = dueMeasures(parseProtocol(definition), { startDate, decisions: [] });
  const keys = [...new Set(due.map((measure) => measure.instrumentKey))];
  if (keys.length === 0) return;
  const published = await tx
    .selectDistinctOn([instrumentVersion.key], { id: instrumentVersion.id, key: instrumentVersion.key })
    .from(instrumentVersion)
    .where(
      and(
        eq(instrumentVersion.practiceId, actor.practiceId),
        inArray(instrumentVersion.key, keys),
        isNotNull(instrumentVersion.publishedAt),
      ),
    )
    .orderBy(instrumentVersion.key, desc(instrumentVersion.version));
  const versions = new Map(published.map(({ key, id }) => [key, id]));
  const rows = due.flatMap((measure) => {
    const instrumentVersionId = versions.get(measure.instrumentKey);
    if (!instrumentVersionId) return [];
    return {
      practiceId: actor.practiceId,
      id: randomUUID(),
      clientId,
      instrumentVersionId,
      occasion: measure.key,
      weekNumber: measure.week,
      opensOn: measure.opensOn,
      dueOn: measure.dueOn,
      expiresOn: measure.expiresOn,
      assignedBy: actor.kind === "system" ? null : actor.accountId,
      assignedAt: now,
    };
  });
  if (rows.length === 0) return;
  await tx.insert(assessment).values(rows).onConflictDoNothing();
  await recordAudit(scope, "assessments.assigned-by-protocol", { kind: "client", id: clientId, clientId });
}
