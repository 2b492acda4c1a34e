import { assessmentsDue } from "@/lib/protocol/assessments-due";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { protocolPath } from "@/lib/protocol/schedule";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import type { Scope } from "../../scope";
import { addDueMeasures } from "./add-due-measures";

type Enrolment = { clientId: string; startDate: string; zone: string; version: ProtocolVersion };

/** Every assessment that the protocol asks for, from baseline to follow-up, each once per occasion. */
export async function assignDueMeasures(
  scope: Scope,
  { clientId, startDate, zone, version }: Enrolment,
): Promise<void> {
  const { now } = scope;
  const path = protocolPath({ version, enrolment: { startDate, zone }, decisions: [], today: localDate(now, zone) });
  const due = assessmentsDue(version, path).map((measure) => ({ measure, attempt: 1 }));
  if (!(await addDueMeasures(scope, clientId, due, now))) return;
  await recordAudit(scope, "assessments.assigned-by-protocol", { id: clientId, clientId });
}
