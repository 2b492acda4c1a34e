import { and, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { readsPartner } from "@/db/couple-reach";
import { qualified } from "@/db/qualified";
import { nextSessionAt } from "@/db/queries/appointments/next-session";
import { getClientSteps } from "@/db/queries/clients/client-steps";
import { openEventsOfClient } from "@/db/queries/clients/standing";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { hasUnreadWords } from "@/db/queries/safety/unread-check-words";
import type { StaffActor } from "@/lib/actor";
import type { LifeStepForm } from "@/lib/clients/course-forms";
import type { DischargeForm } from "@/lib/clients/ending-form";
import { dischargeRefusal, pathTodayOf, readableDays } from "@/lib/clients/standing";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { addDays } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";
import { assignment } from "../../schema/assessments";
import { client, couple } from "../../schema/clients";
import { account } from "../../schema/identity";
import { partnerInvitation, partnerInvitationStep } from "../../schema/partner-invitation";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { withdrawLinks } from "../identity/create-invitation";
import { keepAccess } from "../identity/keep-access";
import { findPerson } from "../identity/person";
import { queueLetter } from "../letters/queue-letter";
import { setLettersAside } from "../letters/set-letters-aside";
import { lockClient } from "../safety/lock-client";
import { endCourse } from "./end-course";
import { keepStep } from "./keep-step";

const link = alias(couple, "k");
const invitation = alias(partnerInvitation, "i");
const taken = alias(partnerInvitationStep, "s");
const invited = alias(client, "p");
const invitedAccount = alias(account, "pa");

/**
 * The end of a client's time here: a row with why, what they read, and until when. Nothing pending remains: the path ends,
 * what waits to be answered is withdrawn, rules stop, links and letters are over. Their pages stay readable until the day
 * that is said, or close at once.
 */
export async function dischargeClient(
  scope: Scope<StaffActor>,
  { id, clientId, reason, goodbye, portal, readableUntil }: DischargeForm,
): Promise<void> {
  const { actor, tx, now } = scope;
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
  await endCourse(scope, { clientId, path: await enrolmentOf(scope, clientId), today, reason });
  await tx
    .update(assignment)
    .set({ endedBy: actor.accountId, endedAt: now, scheduledThrough: null })
    .where(
      and(eq(assignment.practiceId, actor.practiceId), eq(assignment.clientId, clientId), isNull(assignment.endedAt)),
    );
  await withdrawLinks(scope, accountId);
  await setLettersAside(scope, accountId);
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

async function pendingOf(scope: Scope<StaffActor>, clientId: string) {
  const [row] = await scope.tx
    .select({
      openEvents: openEventsOfClient,
      isLinked: qualified<boolean>`exists (select 1 from ${couple} ${link} where ${link.practiceId} = ${client.practiceId}
        and ${client.id} in (${link.firstClientId}, ${link.secondClientId}) and ${link.endedAt} is null)`,
      isInviting: qualified<boolean>`exists (select 1 from ${partnerInvitation} ${invitation}
        join ${client} ${invited} on ${invited.practiceId} = ${invitation.practiceId} and ${invited.id} = ${invitation.partnerId}
        join ${account} ${invitedAccount} on ${invitedAccount.practiceId} = ${invited.practiceId} and ${invitedAccount.id} = ${invited.accountId}
        where ${invitation.practiceId} = ${client.practiceId} and ${invitation.clientId} = ${client.id} and ${invitedAccount.passwordHash} is null
          and not exists (select 1 from ${partnerInvitationStep} ${taken} where ${taken.practiceId} = ${invitation.practiceId} and ${taken.invitationId} = ${invitation.id}))`,
      nextSessionAt: nextSessionAt(scope),
      readsPartner: readsPartner(scope).mapWith(Boolean),
    })
    .from(client)
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  const { nextSessionAt: next, ...rest } = row;
  return { ...rest, isBooked: next !== null, unreadWords: await hasUnreadWords(scope, clientId) };
}
