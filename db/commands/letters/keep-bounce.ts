import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { outboxLetter } from "../../schema/outbox";
import { withSystemScope } from "../identity/with-system-scope";

/**
 * A letter that was handed over came back. The caller has checked the signature in its name; a letter that never went, or
 * of which this is known, stays as it is. True where something was kept.
 */
export async function keepBounce(
  pool: Pool,
  { letterId, code }: { letterId: string; code: string },
  now: Date,
): Promise<boolean> {
  const { rows } = await pool.query<{ practice_id: string | null }>(
    "select door_practice_of_letter($1) as practice_id",
    [letterId],
  );
  const practiceId = rows[0]?.practice_id;
  if (!practiceId) return false;
  return withSystemScope(pool, practiceId, now, async (scope) => {
    const { tx } = scope;
    const [kept] = await tx
      .update(outboxLetter)
      .set({
        bouncedAt: now,
        bounceCode: code,
        setAsideAt: sql`case when ${outboxLetter.sentAt} is null then coalesce(${outboxLetter.setAsideAt}, ${now.toISOString()}::timestamptz) end`,
      })
      .where(
        and(
          eq(outboxLetter.practiceId, practiceId),
          eq(outboxLetter.id, letterId),
          isNotNull(outboxLetter.handedOverAt),
          isNull(outboxLetter.bouncedAt),
        ),
      )
      .returning({ accountId: outboxLetter.accountId });
    if (!kept) return false;
    const [theirs] = await tx
      .select({ id: client.id })
      .from(client)
      .where(and(eq(client.practiceId, practiceId), eq(client.accountId, kept.accountId)));
    await recordAudit(scope, "outbox.letter-bounced", { id: letterId, clientId: theirs?.id ?? null });
    return true;
  });
}
