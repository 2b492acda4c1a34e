import { and, desc, eq, gt, inArray, ne, sql } from "drizzle-orm";
import { auditEntry } from "@/db/schema/audit";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { ACCESS_DAYS, toldReadings } from "@/lib/audit/told-readings";
import type { LocalDate } from "@/lib/time/local-date";

/**
 * The days on which staff opened the record of the client who asks, newest first: neither who nor what, since who came to
 * read may be told by something that nobody else may learn. What is about safety or about both of two is not among it.
 */
export async function getOwnAccessDays({ actor, tx, now }: Scope<ClientActor>): Promise<LocalDate[]> {
  const day = sql<LocalDate>`(${auditEntry.at} at time zone ${actor.zone}::text)::date::text`;
  const rows = await tx
    .selectDistinct({ day })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.practiceId, actor.practiceId),
        eq(auditEntry.clientId, actor.clientId),
        ne(auditEntry.actorRole, "client"),
        inArray(auditEntry.action, [...toldReadings]),
        gt(auditEntry.at, new Date(now.getTime() - ACCESS_DAYS * 86_400_000)),
      ),
    )
    .orderBy(desc(sql`1`));
  return rows.map((row) => row.day);
}
