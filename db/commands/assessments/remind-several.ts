import type { StaffActor } from "@/lib/actor";
import { type RemindSeveralForm, whyNotReminded } from "@/lib/caseload/several";
import { authorize } from "@/lib/policy";
import type { Scope } from "../../scope";
import { type DoneWithSeveral, lockSeveral } from "../clients/lock-several";
import { remindOfAssessment } from "./reschedule-assessment";

/**
 * A letter to each of several about what waits for them longest. Whoever cannot get one is left out and named: looked at again
 * here, for a page may be an hour old. Sent twice on one day it reminds once.
 */
export async function remindSeveral(scope: Scope<StaffActor>, form: RemindSeveralForm): Promise<DoneWithSeveral> {
  authorize(scope.actor, "assessments.assign");
  const done: DoneWithSeveral = { reached: [], left: [] };
  for (const person of await lockSeveral(scope, form["clients[]"], "change")) {
    const why = whyNotReminded(person);
    if (why || !person.waits) done.left.push({ person, why: why ?? "" });
    else {
      await remindOfAssessment(scope, person.waits.id);
      done.reached.push(person);
    }
  }
  return done;
}
