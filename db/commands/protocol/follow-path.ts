import type { StaffActor } from "@/lib/domain/actor";
import { localDate } from "@/lib/domain/time/zone";
import { enrolmentOf } from "../../queries/enrolment";
import type { Scope } from "../../scope";
import { moveWithProtocol } from "../assessments/move-with-protocol";
import { redateMeasures } from "./redate-measures";

/** A stop kept the path in its week; once it is released, what was to be answered later comes later. */
export async function followPath(scope: Scope<StaffActor>, clientId: string): Promise<void> {
  const path = await enrolmentOf(scope, clientId);
  if (!path) return;
  const today = localDate(scope.now, path.zone);
  await redateMeasures(scope, { clientId, path, today, at: scope.now, decisionId: null });
  await moveWithProtocol(scope, { clientId, zone: path.zone, at: scope.now, decisionId: null });
}
