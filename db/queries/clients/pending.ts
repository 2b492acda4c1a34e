import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { readsPartner } from "@/db/couple-reach";
import { qualified } from "@/db/qualified";
import { nextSessionAt } from "@/db/queries/appointments/next-session";
import { hasUnreadWords } from "@/db/queries/safety/unread-check-words";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { partnerInvitation, partnerInvitationStep } from "@/db/schema/partner-invitation";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import type { Pending } from "@/lib/clients/standing";
import { NotFound } from "@/lib/errors";
import { openEventsOfClient } from "./standing";

const link = alias(couple, "k");
const invitation = alias(partnerInvitation, "i");
const taken = alias(partnerInvitationStep, "s");
const invited = alias(client, "p");
const invitedAccount = alias(account, "pa");

/** What of a client within reach is open, planned or linked, and has to be ended before they can leave. */
export async function pendingOf(scope: Scope<StaffActor>, clientId: string): Promise<Omit<Pending, "standing">> {
  const found = scope.tx
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
  const { rows, unreadWords } = await atOnce({ rows: found, unreadWords: hasUnreadWords(scope, clientId) });
  const [row] = rows;
  if (!row) throw new NotFound();
  const { nextSessionAt: next, ...rest } = row;
  return { ...rest, isBooked: next !== null, unreadWords };
}
