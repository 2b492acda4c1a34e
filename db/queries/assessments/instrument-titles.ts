import { and, asc, eq, isNotNull } from "drizzle-orm";
import { instrumentVersion } from "@/db/schema/assessments";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";

/** What each instrument of the practice is called now, by key. */
export async function listInstrumentTitles({ actor, tx }: Scope<StaffActor>): Promise<ReadonlyMap<string, string>> {
  authorize(actor, "clients.read");
  const rows = await tx
    .select({ key: instrumentVersion.key, title: instrumentVersion.title })
    .from(instrumentVersion)
    .where(and(eq(instrumentVersion.practiceId, actor.practiceId), isNotNull(instrumentVersion.publishedAt)))
    .orderBy(asc(instrumentVersion.version));
  return new Map(rows.map(({ key, title }) => [key, title]));
}
