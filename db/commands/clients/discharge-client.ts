import { getClientSteps } from "@/db/queries/clients/client-steps";
import { pendingOf } from "@/db/queries/clients/pending";
import type { StaffActor } from "@/lib/actor";
import type { LifeStepForm } from "@/lib/clients/course-forms";
import type { DischargeForm } from "@/lib/clients/ending-form";
import { dischargeRefusal, pathTodayOf, readableDays } from "@/lib/clients/standing";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { addDays } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";
import type { Scope } from "../../scope";
import { keepAccess } from "../identity/keep-access";
import { findPerson } from "../identity/person";
import { queueLetter } from "../letters/queue-letter";
import { lockClient } from "../safety/lock-client";
import { keepStep } from "./keep-step";
import { leaveNothingWaiting } from "./leave-nothing-waiting";

/**
 * The end of a client's time here: a row with why, what they read, and until when. Nothing pending remains: the path ends,
 * what waits to be answered is withdrawn, rules stop, links and letters are over. Their pages stay readable until the day
 * that is said, or close at once.
 */
export async function dischargeClient(
  scope: Scope<StaffActor>,
  { id, clientId, reason, goodbye, portal, readableUntil }: DischargeForm,
): Promise<void> {
  const { actor, now } = scope;
  authorize(actor, "clients.discharge");
  const { mayChange, accountId, zone, hasAccepted } = await lockClient(scope, clientId);
  if (!mayChange) throw new NotFound();
  const steps = await getClientSteps(scope, clientId);
  if (steps.some((one) => one.id === id)) return;
  const refusal = dischargeRefusal({ standing: pathTodayOf(steps), ...(await pendingOf(scope, clientId)) });
  if (refusal) throw new Refused(refusal);
  const today = localDate(now, zone);
  const until = portal === "readable" && hasAccepted ? readableUntil : null;
  if (until && (until < today || until > addDays(today, readableDays.most))) {
    const sentence = "Choose a day between today and a year from now.";
    throw new Refused(sentence, { readableUntil: sentence });
  }
  await leaveNothingWaiting(scope, { clientId, accountId, today, reason });
  await keepStep(scope, { id, clientId, kind: "discharged", reason, goodbye, readableUntil: until });
  if (until) await queueLetter(scope, { accountId, about: { kind: "goodbye", id } });
  else await keepAccess(scope, { accountId, decision: "withdrawn", reason });
}

/** Back into care: the portal opens again, and a new course can be begun. What was before stays as it is. */
export async function returnClient(scope: Scope<StaffActor>, { id, clientId, reason }: LifeStepForm): Promise<void> {
  authorize(scope.actor, "clients.discharge");
  const { mayChange, accountId } = await lockClient(scope, clientId);
  if (!mayChange) throw new NotFound();
  const steps = await getClientSteps(scope, clientId);
  if (steps.some((one) => one.id === id)) return;
  if (pathTodayOf(steps).is !== "discharged") throw new Refused("This client is not discharged.");
  await keepStep(scope, { id, clientId, kind: "returned", reason });
  const person = await findPerson(scope, accountId);
  if (person && !person.hasAccess) await keepAccess(scope, { accountId, decision: "restored", reason });
}
