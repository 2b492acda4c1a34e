import { and, eq, exists, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { StaffActor } from "@/lib/actor";
import { qualified } from "./qualified";
import { isCoveredBy } from "./queries/absence/away";
import { isOpenedInEmergency } from "./queries/clients/emergency-reach";
import { hasAccess } from "./queries/clients/has-access";
import { isUntold } from "./queries/safety/escalation-order";
import { clientStep } from "./schema/client-life";
import { client } from "./schema/clients";
import { supervision } from "./schema/identity";
import type { Scope } from "./scope";

export type Purpose = "read" | "answer" | "change" | "hold";

/**
 * Which clients this actor reaches, as a condition on `client` that every statement about clients carries.
 * Owners reach all of the practice, supervisors their own and their supervisees', therapists their own and, in the days
 * in which they stand in for a colleague, that one's; a client only themself. `change` is narrower than `read`; `answer` is
 * between them: who stands in answers what comes in these days, and steers nothing. Neither reaches who was erased: nothing is
 * written there again. `hold` is `change` for what is decided about such a record: what holds it back, or is asked of it. For an hour
 * a supervisor reads the one record that they opened in an emergency. Who is named as never to be told reaches nothing of that
 * client, whatever else holds, unless the therapist is gone and an owner has to.
 */
export function visibleClients(scope: Pick<Scope, "actor" | "tx" | "now">, purpose: Purpose = "read"): SQL {
  const { actor } = scope;
  const inPractice = eq(client.practiceId, actor.practiceId);
  const isWriting = purpose === "answer" || purpose === "change";
  const condition = and(
    inPractice,
    reach(scope, purpose),
    ...(actor.kind === "staff" ? [mayBeTold(actor), isWriting ? isNotErased : undefined] : []),
  );
  return condition ?? sql`false`;
}

const erased = alias(clientStep, "er");
/** A condition on `client`: there is a person whom something can be written about. */
export const isNotErased = qualified<boolean>`not exists (select 1 from ${clientStep} ${erased}
  where ${erased.practiceId} = ${client.practiceId} and ${erased.clientId} = ${client.id} and ${erased.kind} = 'erased')`;

/** Whether a `client` may be known to this person at all. */
export function mayBeTold({ accountId, role }: Pick<StaffActor, "accountId" | "role">): SQL {
  const told = sql`(${client.therapistId} = ${accountId} or not ${isUntold(sql`${accountId}::uuid`)})`;
  return role === "owner" ? sql`(${told} or not ${hasAccess(client.practiceId, client.therapistId)})` : told;
}

function reach({ actor, tx, now }: Pick<Scope, "actor" | "tx" | "now">, purpose: Purpose): SQL | undefined {
  if (actor.kind === "system") return sql`true`;
  if (actor.kind === "client") return eq(client.id, actor.clientId);
  const own = eq(client.therapistId, actor.accountId);
  if (actor.role === "owner") return sql`true`;
  if (purpose === "change" || purpose === "hold") return own;
  const covered = isCoveredBy(client.practiceId, client.therapistId, actor.accountId, now);
  if (actor.role === "therapist" || purpose === "answer") return or(own, covered);
  const supervised = tx
    .select({ one: sql`1` })
    .from(supervision)
    .where(
      and(
        eq(supervision.practiceId, actor.practiceId),
        eq(supervision.supervisorId, actor.accountId),
        eq(supervision.therapistId, client.therapistId),
        isNull(supervision.endedAt),
      ),
    );
  return or(own, covered, exists(supervised), isOpenedInEmergency(actor.accountId, now));
}
