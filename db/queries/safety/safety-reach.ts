import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudit } from "@/db/audit";
import { qualified } from "@/db/qualified";
import { type ClientHeader, getClientHeader } from "@/db/queries/clients/client-overview";
import { hasAccess } from "@/db/queries/clients/has-access";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { contactCard, contactCardWords, safetyPlan, safetyPlanWords } from "@/db/schema/reach";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { authorize } from "@/lib/policy";
import {
  type ContactCard,
  type ContactPerson,
  callable,
  contactCardSchema,
  type SafetyPlan,
  safetyPlanSchema,
} from "@/lib/safety/contact-card";
import { lastStopIn } from "@/lib/safety/last-stop";
import { isUntold } from "./escalation-order";
import { gateHistory, gateOf } from "./safety-gate";

const author = alias(account, "a");

export type CardRecord = {
  card: ContactCard;
  /** Whom staff may ring, without those whom a stop has struck. */
  call: ContactPerson[];
  struck: ContactPerson[];
  confirmedOn: string;
  savedAt: Date;
  byName: string;
};

/** The card that counts, of a client whom the caller has looked up in scope; null before the first. */
export async function newestCard(scope: Scope<StaffActor>, clientId: string): Promise<CardRecord | null> {
  const { actor, tx } = scope;
  const { practiceId } = actor;
  const [row] = await tx
    .select({
      id: contactCard.id,
      cardSealed: contactCard.cardSealed,
      confirmedOn: contactCard.confirmedOn,
      savedAt: contactCard.savedAt,
      byName: account.name,
    })
    .from(contactCard)
    .innerJoin(account, and(eq(account.practiceId, contactCard.practiceId), eq(account.id, contactCard.savedBy)))
    .where(and(eq(contactCard.practiceId, practiceId), eq(contactCard.clientId, clientId)))
    .orderBy(desc(contactCard.savedAt))
    .limit(1);
  if (!row) return null;
  const { id, cardSealed, ...rest } = row;
  const kept = contactCardWords.readJson(cardSealed, { practiceId, id });
  if (kept === undefined) return null;
  const card = contactCardSchema.parse(kept);
  const lastStopAt = lastStopIn(await gateHistory(scope, clientId));
  return { ...rest, card, ...callable(card, { savedAt: rest.savedAt, lastStopAt }) };
}

export type PlanRecord = { plan: SafetyPlan; savedAt: Date; byName: string };

export async function newestPlan({ actor, tx }: Scope<StaffActor>, clientId: string): Promise<PlanRecord | null> {
  const { practiceId } = actor;
  const [row] = await tx
    .select({
      id: safetyPlan.id,
      planSealed: safetyPlan.planSealed,
      savedAt: safetyPlan.savedAt,
      byName: account.name,
    })
    .from(safetyPlan)
    .innerJoin(account, and(eq(account.practiceId, safetyPlan.practiceId), eq(account.id, safetyPlan.savedBy)))
    .where(and(eq(safetyPlan.practiceId, practiceId), eq(safetyPlan.clientId, clientId)))
    .orderBy(desc(safetyPlan.savedAt))
    .limit(1);
  if (!row) return null;
  const { id, planSealed, ...rest } = row;
  const kept = safetyPlanWords.readJson(planSealed, { practiceId, id });
  return kept === undefined ? null : { ...rest, plan: safetyPlanSchema.parse(kept) };
}

export type ClientReach = {
  header: ClientHeader;
  card: CardRecord | null;
  plan: PlanRecord | null;
  /** While there is one, nobody of the partner's side is written down to be called. */
  isStopped: boolean;
  /** Colleagues who are never told about this client, and those who could be named: all but the therapist. */
  untold: { accountId: string; name: string }[];
  colleagues: { accountId: string; name: string }[];
};

/** How a client is reached safely, and what was agreed for when it is not safe. Reading it is recorded. */
export async function getClientReach(scope: Scope<StaffActor>, clientId: string): Promise<ClientReach> {
  authorize(scope.actor, "clients.read");
  const header = await getClientHeader(scope, clientId);
  await recordAudit(scope, "safety.reach-read", { id: clientId, clientId });
  const { people, history, ...written } = await atOnce({
    card: newestCard(scope, clientId),
    plan: newestPlan(scope, clientId),
    people: untoldOf(scope, clientId),
    history: gateHistory(scope, clientId),
  });
  return { header, ...written, ...people, isStopped: gateOf(history, scope.now).state === "stop" };
}

async function untoldOf(
  { actor, tx }: Scope<StaffActor>,
  clientId: string,
): Promise<Pick<ClientReach, "untold" | "colleagues">> {
  const [row] = await tx
    .select({
      id: client.id,
      people: qualified<
        { accountId: string; name: string; isUntold: boolean }[]
      >`coalesce((select jsonb_agg(jsonb_build_object(
        'accountId', ${author.id}, 'name', ${author.name}, 'isUntold', ${isUntold(sql`${author.id}`)}) order by ${author.name}) from ${account} ${author}
        where ${author.practiceId} = ${client.practiceId} and ${author.role} <> 'client' and ${author.id} <> ${client.therapistId}
          and ${hasAccess(sql`${author.practiceId}`, sql`${author.id}`)}), '[]'::jsonb)`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  const people = row?.people ?? [];
  const named = ({ accountId, name }: { accountId: string; name: string }) => ({ accountId, name });
  return { untold: people.filter((one) => one.isUntold).map(named), colleagues: people.map(named) };
}
