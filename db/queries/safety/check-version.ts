import { and, desc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { instrumentVersion } from "@/db/schema/assessments";
import { safetyScreen } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";
import { Refused } from "@/lib/errors";
import { CHECK_INSTRUMENTS, checkInstrumentFor } from "@/lib/safety/check-instruments";

/**
 * The version of the safety questions that a client is asked next: the first ones until they were answered in full, then
 * those about the time since, where the practice has published them.
 */
export async function checkVersionFor({ actor, tx }: Scope, clientId: string): Promise<string> {
  const [sent] = await tx
    .select({ id: safetyScreen.id })
    .from(safetyScreen)
    .where(
      and(
        eq(safetyScreen.practiceId, actor.practiceId),
        eq(safetyScreen.clientId, clientId),
        eq(safetyScreen.isDraft, false),
        ne(safetyScreen.outcome, "unfinished"),
      ),
    )
    .limit(1);
  const wanted = checkInstrumentFor(sent !== undefined);
  const [version] = await tx
    .select({ id: instrumentVersion.id })
    .from(instrumentVersion)
    .where(
      and(
        eq(instrumentVersion.practiceId, actor.practiceId),
        inArray(instrumentVersion.key, CHECK_INSTRUMENTS),
        isNotNull(instrumentVersion.publishedAt),
      ),
    )
    .orderBy(desc(sql`${instrumentVersion.key} = ${wanted}`), desc(instrumentVersion.version))
    .limit(1);
  if (!version) throw new Refused("The practice has no published safety questions. Ask the owner to publish them.");
  return version.id;
}
