import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { instrumentVersion } from "../../schema/assessments";
import type { Scope } from "../../scope";

/** The newest published version of each of these instruments, by key; none for one that the practice has not published. */
export async function newestVersions({ actor, tx }: Scope, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const published = await tx
    .selectDistinctOn([instrumentVersion.key], { id: instrumentVersion.id, key: instrumentVersion.key })
    .from(instrumentVersion)
    .where(
      and(
        eq(instrumentVersion.practiceId, actor.practiceId),
        inArray(instrumentVersion.key, [...keys]),
        isNotNull(instrumentVersion.publishedAt),
      ),
    )
    .orderBy(instrumentVersion.key, desc(instrumentVersion.version));
  return new Map(published.map(({ key, id }) => [key, id]));
}
