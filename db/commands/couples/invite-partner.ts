import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { partnerInvitationsOf, partnerTalksOf } from "@/db/queries/couples/partner-invitation";
import type { StaffActor } from "@/lib/actor";
import type { PartnerForm } from "@/lib/clients/partner-form";
import { invitingFault, needsYes, yesInForce } from "@/lib/couples/partner-invitation";
import type { InvitationStepForm } from "@/lib/couples/partner-invitation-forms";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { partnerInvitation, partnerInvitationStep, partnerInvitationStepNote } from "../../schema/partner-invitation";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { type Enrolled, enrolClient } from "../clients/enrol-client";
import { lockClientRow } from "../clients/lock-client-row";
import { requireHere } from "../clients/require-here";
import { createInvitation, type Invitation, withdrawLinks } from "../identity/create-invitation";
import { lockAccountRow } from "../identity/person";

type Invited = { person: Enrolled; invitation: Invitation };

/**
 * Makes the partner a person of their own, with the client's therapist or another one, with weeks or without, and a link to hand over. Only on the client's yes
 * in a talk alone; nothing of the client, their pages or their letters changes by it. The same form sent twice invites once.
 */
export async function invitePartner(scope: Scope<StaffActor>, form: PartnerForm): Promise<Invited> {
  const { actor, tx } = scope;
  authorize(actor, "clients.enrol");
  const { clientId, weeks, therapistId, ...person } = form;
  await lockClientRow(scope, eq(client.id, clientId));
  const [whose] = await tx
    .select({ therapistId: client.therapistId })
    .from(client)
    .where(and(visibleClients(scope, "change"), eq(client.id, clientId)));
  if (!whose) throw new NotFound();
  const before = (await partnerInvitationsOf(scope, clientId)).find(({ partnerId }) => partnerId === form.id);
  const talkId = before ? null : await mayInviteNow(scope, clientId);
  const enrolled = await enrolClient(
    scope,
    {
      ...{ ...person, therapistId: therapistId ?? whose.therapistId },
      ...{ region: null, partnerName: null, versionId: null },
    },
    { hasWeeks: weeks === "own" },
  );
  // An id that is a client already, and not this one's partner, is nobody who was invited here.
  if (talkId && !enrolled.isNew) throw new NotFound();
  if (talkId) await keepInvitation(scope, { clientId, partnerId: enrolled.person.clientId, talkId });
  return { person: enrolled.person, invitation: await createInvitation(scope, enrolled.person) };
}

/** Invites the same person again, after they declined or the invitation was taken back. */
export async function invitePartnerAgain(
  scope: Scope<StaffActor>,
  { id, clientId }: { id: string; clientId: string },
): Promise<Invited> {
  authorize(scope.actor, "clients.enrol");
  await lockClientRow(scope, eq(client.id, clientId));
  const [newest] = await partnerInvitationsOf(scope, clientId);
  if (!newest) throw new Refused(needsYes);
  const person = { clientId: newest.partnerId, accountId: newest.accountId };
  if (newest.id !== id) {
    if (newest.state === "accepted") throw new Refused("The partner came already.");
    await keepInvitation(scope, {
      id,
      clientId,
      partnerId: newest.partnerId,
      talkId: await mayInviteNow(scope, clientId),
    });
  }
  return { person, invitation: await createInvitation(scope, person) };
}

/** The talk on which an invitation may rest now, or a refusal that says what is missing. */
async function mayInviteNow(scope: Scope<StaffActor>, clientId: string): Promise<string> {
  await requireHere(scope, clientId);
  const talks = await partnerTalksOf(scope, clientId);
  const [newest] = await partnerInvitationsOf(scope, clientId);
  const fault = invitingFault(talks, newest ?? null);
  const yes = yesInForce(talks);
  if (fault || !yes) throw new Refused(fault ?? needsYes);
  return yes.id;
}

type Kept = { id?: string; clientId: string; partnerId: string; talkId: string };

async function keepInvitation(scope: Scope<StaffActor>, { id = randomUUID(), ...kept }: Kept): Promise<void> {
  const { actor, tx, now } = scope;
  const earlier = (await partnerInvitationsOf(scope, kept.clientId)).map(({ invitedAt }) => invitedAt);
  await tx.insert(partnerInvitation).values({
    ...{ practiceId: actor.practiceId, id, ...kept },
    invitedBy: actor.accountId,
    invitedAt: afterAll(earlier, now),
  });
  await recordAudit(scope, "couples.partner-invited", { id, clientId: kept.clientId });
}

/** They said no, or the invitation is taken back. Its link stops working, and nobody is written to. */
export async function decideInvitation(
  scope: Scope<StaffActor>,
  { invitationId, kind, note }: InvitationStepForm,
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  authorize(actor, "clients.enrol");
  const [made] = await tx
    .select({ clientId: partnerInvitation.clientId })
    .from(partnerInvitation)
    .where(and(eq(partnerInvitation.practiceId, practiceId), eq(partnerInvitation.id, invitationId)));
  if (!made) throw new NotFound();
  await lockClientRow(scope, eq(client.id, made.clientId));
  const found = (await partnerInvitationsOf(scope, made.clientId)).find((one) => one.id === invitationId);
  const person = found && (await lockAccountRow(scope, found.accountId));
  if (!found || !person) throw new NotFound();
  // They may have come in the moment between: only what is read while the account is held counts.
  if (person.passwordHash) throw new Refused("They came meanwhile: there is no invitation any more to take back.");
  if (found.steps.length > 0) return;
  const id = randomUUID();
  await tx.insert(partnerInvitationStep).values({
    ...{ practiceId, id, invitationId, kind, decidedBy: actor.accountId, decidedAt: now },
    noteSealed: partnerInvitationStepNote.sealOrNull(note, { practiceId, id }),
  });
  await withdrawLinks(scope, found.accountId, "invitation");
  await recordAudit(scope, `couples.invitation-${kind}`, { id, clientId: made.clientId });
}
