import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { absence, awayAs } from "@/db/queries/absence/away";
import type { LetterAbout } from "@/lib/messages/letter-kinds";
import { client } from "../../schema/clients";
import { account } from "../../schema/identity";
import { outboxLetter } from "../../schema/outbox";
import type { Scope } from "../../scope";
import { aboutColumns } from "./queue-letter";

/**
 * A letter to whoever stands in from outside while the therapist is away: that it is urgent, and the number of the record.
 * Without an address there is none; the practice has told them the rest in person.
 */
export async function queueOutside({ actor, tx, now }: Scope, clientId: string, about: LetterAbout): Promise<void> {
  const { practiceId } = actor;
  const facts = sql`jsonb_build_object('id', ${absence.id}, 'email', ${absence.outsideEmail})`;
  const [row] = await tx
    .select({
      recordNumber: client.recordNumber,
      therapistId: client.therapistId,
      away: sql<{
        id: string;
        email: string | null;
      } | null>`${awayAs(client.practiceId, client.therapistId, now, facts)}`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.therapistId)))
    .where(and(eq(client.practiceId, practiceId), eq(client.id, clientId)));
  if (!row?.away?.email) return;
  await tx
    .insert(outboxLetter)
    .values({
      ...{ practiceId, id: randomUUID(), accountId: row.therapistId, absenceId: row.away.id },
      ...{ recordNumber: row.recordNumber, ...aboutColumns(about), urgent: true, createdAt: now, dueAt: now },
    })
    .onConflictDoNothing();
}
