import { and, eq } from "drizzle-orm";
import { readingMark } from "@/db/schema/learn";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";

/** The keys of the readings that the person who asks has marked as read. */
export async function getReadingMarks({ actor, tx }: Scope<ClientActor>): Promise<string[]> {
  const rows = await tx
    .select({ key: readingMark.readingKey })
    .from(readingMark)
    .where(and(eq(readingMark.practiceId, actor.practiceId), eq(readingMark.clientId, actor.clientId)));
  return rows.map(({ key }) => key);
}
