import { randomUUID } from "node:crypto";
import { assessmentsDue } from "@/lib/protocol/assessments-due";
import { protocolVersionSchema } from "@/lib/protocol/definition";
import { protocolPath } from "@/lib/protocol/schedule";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { assessment } from "../../schema/assessments";
import type { Scope } from "../../scope";
import { newestVersions } from "./newest-versions";

type Enrolment = { clientId: string; startDate: string; zone: string; definition: unknown };

/** Every assessment that the protocol asks for, from baseline to follow-up, each once per occasion. */
export async function assignDueMeasures(
  scope: Scope,
  { clientId, startDate, zone, definition }: Enrolment,
): Promise<void> {
  const { actor, tx, now } = scope;
  const version = protocolVersionSchema.parse(definition);
  const path = protocolPath({ version, enrolment: { startDate, zone }, decisions: [], today: localDate(now, zone) });
  const due = assessmentsDue(version, path);
  const keys = [...new Set(due.map((measure) => measure.instrument))];
  const versions = await newestVersions(scope, keys);
  const rows = due.flatMap((measure) => {
    const instrumentVersionId = versions.get(measure.instrument);
    if (!instrumentVersionId) return [];
    return {
      practiceId: actor.practiceId,
      id: randomUUID(),
      clientId,
      instrumentVersionId,
      occasion: measure.key,
      weekNumber: measure.moment.at === "week" ? measure.moment.week : null,
      opensOn: measure.opensOn,
      dueOn: measure.dueOn,
      expiresOn: measure.expiresOn,
      assignedBy: actor.kind === "system" ? null : actor.accountId,
      assignedAt: now,
    };
  });
  if (rows.length === 0) return;
  await tx.insert(assessment).values(rows).onConflictDoNothing();
  await recordAudit(scope, "assessments.assigned-by-protocol", { id: clientId, clientId });
}
