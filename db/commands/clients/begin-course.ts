import { getClientSteps } from "@/db/queries/clients/client-steps";
import { getPathUse } from "@/db/queries/clients/path-use";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import type { StaffActor } from "@/lib/actor";
import { courseRefusal } from "@/lib/clients/course";
import type { CourseForm } from "@/lib/clients/course-forms";
import { askBackAboutStart } from "@/lib/clients/start-date";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import type { Scope } from "../../scope";
import { beginIfArrived } from "../protocol/begin-weeks";
import { lockClient } from "../safety/lock-client";
import { endCourse } from "./end-course";
import { startProtocol } from "./enrol-client";
import { keepStep } from "./keep-step";
import { requireHere } from "./require-here";

/**
 * Begins again at week 1, or a second course for somebody who is a client already: the same account and record, a new
 * enrolment; or the first one of somebody who had none. What runs ends on the client's today, and what waits of it is
 * withdrawn; everything earlier stays readable.
 */
export async function beginCourse(
  scope: Scope<StaffActor>,
  { id, clientId, startDate, again, reason }: CourseForm,
): Promise<void> {
  authorize(scope.actor, "protocol.steer");
  const { mayChange, zone } = await lockClient(scope, clientId);
  if (!mayChange) throw new NotFound();
  await requireHere(scope, clientId);
  const path = await enrolmentOf(scope, clientId);
  const today = localDate(scope.now, zone);
  const steps = await getClientSteps(scope, clientId);
  if (steps.some((one) => one.id === id)) return;
  askBackAboutStart({ startDate, again }, today);
  const currentStart = path && (path.waits ? path.plannedStart : path.startDate);
  const ground = { isLinked: path !== null && (await getPathUse(scope, clientId)).isLinked, currentStart, today };
  const refusal = courseRefusal(ground, startDate);
  if (refusal) throw new Refused(refusal, { startDate: refusal });
  await endCourse(scope, { clientId, path, today, reason });
  await startProtocol(scope, clientId, { startDate, zone, versionId: null });
  await beginIfArrived(scope, clientId);
  await keepStep(scope, { id, clientId, kind: "course-begun", reason });
}
