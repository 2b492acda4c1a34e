import { type AnyColumn, and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { client } from "@/db/schema/clients";
import { account, oneTimeLink } from "@/db/schema/identity";
import {
  partnerInvitation,
  partnerInvitationStep,
  partnerInvitationStepNote,
  partnerTalk,
  partnerTalkAsked,
} from "@/db/schema/partner-invitation";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import {
  type InvitationState,
  invitationState,
  invitingFault,
  type TalkAnswer,
} from "@/lib/couples/partner-invitation";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";

const invitation = alias(partnerInvitation, "i");
const partnerInvitationStepRow = alias(partnerInvitationStep, "s");
const accountRow = alias(account, "b");
const link = alias(oneTimeLink, "l");

/** A condition on `client`: somebody who was invited as a partner and is not any more, and who never came. */
export const isSetAsidePartner = (passwordHash: AnyColumn) => qualified<boolean>`(${passwordHash} is null
  and exists (select 1 from ${partnerInvitation} ${invitation} where ${invitation.practiceId} = ${client.practiceId} and ${invitation.partnerId} = ${client.id})
  and not exists (select 1 from ${partnerInvitation} ${invitation} where ${invitation.practiceId} = ${client.practiceId} and ${invitation.partnerId} = ${client.id}
    and not exists (select 1 from ${partnerInvitationStep} ${partnerInvitationStepRow} where ${partnerInvitationStepRow.practiceId} = ${invitation.practiceId} and ${partnerInvitationStepRow.invitationId} = ${invitation.id})))`;

export type TalkRecord = {
  id: string;
  asked: string;
  answer: TalkAnswer;
  talkOn: string;
  talkWay: "in-person" | "phone" | "video";
  unheard: boolean;
  saidAt: Date;
  by: string;
};

export type InvitationRecord = {
  id: string;
  partnerId: string;
  accountId: string;
  name: string;
  invitedAt: Date;
  by: string;
  /** When the link that stands stops working; null once it was used, taken back or replaced. */
  linkEndsAt: Date | null;
  state: InvitationState;
  steps: { id: string; kind: "declined" | "withdrawn"; decidedAt: Date; by: string; note: string | null }[];
};

/** What a client said about inviting the partner, newest first. The caller has looked the client up in scope. */
export async function partnerTalksOf({ actor, tx }: Scope<StaffActor>, clientId: string): Promise<TalkRecord[]> {
  const { practiceId } = actor;
  const rows = await tx
    .select({ talk: partnerTalk, by: account.name })
    .from(partnerTalk)
    .innerJoin(account, and(eq(account.practiceId, partnerTalk.practiceId), eq(account.id, partnerTalk.saidTo)))
    .where(and(eq(partnerTalk.practiceId, practiceId), eq(partnerTalk.clientId, clientId)))
    .orderBy(desc(partnerTalk.saidAt));
  return rows.map(({ talk: { id, askedSealed, answer, talkOn, talkWay, talkUnheard, saidAt }, by }) => ({
    ...{ id, answer, talkOn, talkWay, unheard: talkUnheard, saidAt, by },
    asked: partnerTalkAsked.read(askedSealed, { practiceId, id }),
  }));
}

type StepRecord = { id: string; kind: "declined" | "withdrawn"; at: string; by: string; note: string | null };

/** The invitations that came of it, newest first: of people whom the caller reaches, and of nobody else. */
export async function partnerInvitationsOf(scope: Scope<StaffActor>, clientId: string): Promise<InvitationRecord[]> {
  const { actor, tx } = scope;
  const { practiceId } = actor;
  const rows = await tx
    .select({
      id: partnerInvitation.id,
      partnerId: client.id,
      accountId: client.accountId,
      name: account.name,
      hasAccepted: sql<boolean>`${account.passwordHash} is not null`,
      invitedAt: partnerInvitation.invitedAt,
      by: qualified<string>`(select ${accountRow.name} from ${account} ${accountRow} where ${accountRow.practiceId} = ${practiceId} and ${accountRow.id} = ${partnerInvitation.invitedBy})`,
      linkEndsAt:
        qualified<Date | null>`(select max(${link.endsAt}) from ${oneTimeLink} ${link} where ${link.practiceId} = ${practiceId}
        and ${link.accountId} = ${client.accountId} and ${link.purpose} = 'invitation' and ${link.usedAt} is null
        and ${link.withdrawnAt} is null)`.mapWith((value: string | null) => (value ? new Date(value) : null)),
      steps: qualified<
        StepRecord[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', ${partnerInvitationStepRow.id}, 'kind', ${partnerInvitationStepRow.kind},
          'at', ${partnerInvitationStepRow.decidedAt}, 'by', ${accountRow.name}, 'note', ${partnerInvitationStepRow.noteSealed}) order by ${partnerInvitationStepRow.decidedAt} desc)
        from ${partnerInvitationStep} ${partnerInvitationStepRow} join ${account} ${accountRow} on ${accountRow.practiceId} = ${partnerInvitationStepRow.practiceId} and ${accountRow.id} = ${partnerInvitationStepRow.decidedBy}
        where ${partnerInvitationStepRow.practiceId} = ${practiceId} and ${partnerInvitationStepRow.invitationId} = ${partnerInvitation.id}), '[]'::jsonb)`,
    })
    .from(partnerInvitation)
    .innerJoin(
      client,
      and(eq(client.practiceId, partnerInvitation.practiceId), eq(client.id, partnerInvitation.partnerId)),
    )
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(visibleClients(scope), eq(partnerInvitation.clientId, clientId)))
    .orderBy(desc(partnerInvitation.invitedAt));
  return rows.map(({ hasAccepted, steps, ...row }) => {
    const kept = steps.map(({ at, note, ...step }) => ({
      ...step,
      decidedAt: new Date(at),
      note: partnerInvitationStepNote.readOrNull(note, { practiceId, id: step.id }),
    }));
    return { ...row, steps: kept, state: invitationState({ hasAccepted, steps: kept }) };
  });
}

export type PartnerInviting = {
  talks: TalkRecord[];
  invitations: InvitationRecord[];
  /** Why nobody may be invited now; null where they may. */
  fault: string | null;
  /** What is proposed in the form: the name on the record, and the client's own zone. */
  proposed: { name: string | null; zone: string };
  mayChange: boolean;
};

/** For the record of a client: what was said about inviting the partner, and what came of it. */
export async function getPartnerInviting(scope: Scope<StaffActor>, clientId: string): Promise<PartnerInviting> {
  authorize(scope.actor, "clients.read");
  const [row] = await scope.tx
    .select({
      name: client.partnerName,
      zone: client.zone,
      mayChange: visibleClients(scope, "change").mapWith(Boolean),
    })
    .from(client)
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  const { talks, invitations } = await atOnce({
    talks: partnerTalksOf(scope, clientId),
    invitations: partnerInvitationsOf(scope, clientId),
  });
  const { mayChange, ...proposed } = row;
  return { talks, invitations, fault: invitingFault(talks, invitations[0] ?? null), proposed, mayChange };
}
