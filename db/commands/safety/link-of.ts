import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { leadsCouple } from "../../couple-reach";
import { couple } from "../../schema/clients";
import type { Scope } from "../../scope";

/** The link that stands, and whether the caller leads it. */
export async function linkOf(scope: Scope<StaffActor>, clientId: string) {
  const { actor, tx } = scope;
  const [row] = await tx
    .select({
      id: couple.id,
      people: sql<string[]>`array[${couple.firstClientId}, ${couple.secondClientId}]`,
      isLead: sql<boolean>`(${leadsCouple(scope)})`,
    })
    .from(couple)
    .where(
      and(
        eq(couple.practiceId, actor.practiceId),
        isNull(couple.endedAt),
        or(eq(couple.firstClientId, clientId), eq(couple.secondClientId, clientId)),
      ),
    );
  return row ?? null;
}
