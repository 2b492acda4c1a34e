import { getClientSteps } from "@/db/queries/clients/client-steps";
import { getPathUse } from "@/db/queries/clients/path-use";
import type { StaffActor } from "@/lib/actor";
import { courseRefusal } from "@/lib/clients/course";
import type { CourseForm } from "@/lib/clients/course-forms";
import { askBackAboutStart } from "@/lib/clients/start-date";
import { Refused } from "@/lib/errors";
import type { Scope } from "../../scope";
import { beginIfArrived } from "../protocol/begin-weeks";
import { lockPath } from "../protocol/lock-path";
import { endCourse } from "./end-course";
import { startProtocol } from "./enrol-client";
import { keepStep } from "./keep-step";

/**
 * Begins again at week 1, or a second course for somebody who is a client already: the same account and record, a new
 * enrolment. What runs ends on the client's today, and what waits of it is withdrawn; everything earlier stays readable.
 */
export async function beginCourse(
  scope: Scope<StaffActor>,
  { id, clientId, startDate, again, reason }: CourseForm,
): Promise<void> {
  const { path, today } = await lockPath(scope, clientId);
  const steps = await getClientSteps(scope, clientId);
  if (steps.some((one) => one.id === id)) return;
  askBackAboutStart({ startDate, again }, today);
  const { isLinked } = await getPathUse(scope, clientId);
  const ground = { isLinked, currentStart: path.waits ? path.plannedStart : path.startDate, today };
  const refusal = courseRefusal(ground, startDate);
  if (refusal) throw new Refused(refusal, { startDate: refusal });
  await endCourse(scope, { clientId, path, today, reason });
  await startProtocol(scope, clientId, { startDate, zone: path.zone, versionId: null });
  await beginIfArrived(scope, clientId);
  await keepStep(scope, { id, clientId, kind: "course-begun", reason });
}
