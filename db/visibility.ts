import { and, eq, exists, isNull, or, type SQL, sql } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { isCoveredBy } from "./queries/absence/away";
import { isOpenedInEmergency } from "./queries/clients/emergency-reach";
import { hasAccess } from "./queries/clients/has-access";
import { isUntold } from "./queries/safety/escalation-order";
import { client } from "./schema/clients";
import { supervision } from "./schema/identity";
import type { Scope } from "./scope";

export type Purpose = "read" | "answer" | "change";

/**
 * Which clients this actor reaches, as a condition on `client` that every statement about clients carries.
 * Owners reach all of the practice, supervisors their own and their supervisees', therapists their own and, in the days
 * in which they stand in for a colleague, that one's; a client only themself. `change` is narrower than `read`; `answer` is
 * between them: who stands in answers what comes in these days, and steers nothing. For an hour a supervisor reads the one
 * record that they opened in an emergency. Who is named as never to be told reaches nothing of that client, whatever else holds,
 * unless the therapist is gone and an owner has to.
 */
export function visibleClients(scope: Pick<Scope, "actor" | "tx" | "now">, purpose: Purpose = "read"): SQL {
  const { actor } = scope;
  const inPractice = eq(client.practiceId, actor.practiceId);
  const condition = and(inPractice, reach(scope, purpose), actor.kind === "staff" ? mayBeTold(actor) : undefined);
  return condition ?? sql`false`;
}

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
  if (purpose === "change") return own;
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
