import { and, eq, exists, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/domain/actor";
import { client } from "./schema/clients";
import { supervision } from "./schema/identity";
import type { Scope } from "./scope";

/**
 * Which clients this actor reaches, as a condition on `client` that every statement about clients carries.
 * Owners reach all of the practice, supervisors their own and their supervisees', therapists their own, a client
 * only themself. `change` is narrower than `read`: a supervisor reads a supervisee's client and changes nothing.
 */
export function visibleClients({ actor, tx }: Pick<Scope, "actor" | "tx">, purpose: "read" | "change" = "read"): SQL {
  const inPractice = eq(client.practiceId, actor.practiceId);
  const condition = and(inPractice, reach(actor, tx, purpose));
  return condition ?? sql`false`;
}

function reach(actor: Actor, tx: Scope["tx"], purpose: "read" | "change"): SQL | undefined {
  if (actor.kind === "system") return sql`true`;
  if (actor.kind === "client") return eq(client.id, actor.clientId);
  const own = eq(client.therapistId, actor.accountId);
  if (actor.role === "owner") return sql`true`;
  if (actor.role === "therapist" || purpose === "change") return own;
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
  return or(own, exists(supervised));
}
