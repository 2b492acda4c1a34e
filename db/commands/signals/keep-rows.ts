import { randomUUID } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import type { LookedAt } from "@/db/queries/signals/looked-at";
import type { Reading } from "@/db/queries/signals/signal-rows";
import { caseloadRow } from "@/db/schema/caseload";
import { signalRound } from "@/db/schema/signals";
import { caseloadPlace } from "@/lib/caseload/place";
import type { KeptSignal } from "@/lib/signals/settle";

const own = alias(caseloadRow, "own");

/** A client who was looked at: `before` and `standing` are their signals. `isNamed`: looked at whole, and no partner of such. */
export type InForce = LookedAt & { before: readonly KeptSignal[]; standing: readonly KeptSignal[]; isNamed: boolean };

/** Keeps where these clients stand on the caseload, in the transaction that changed it. */
export async function keepRows(scope: Reading, looked: readonly InForce[]): Promise<void> {
  const { tx, actor } = scope;
  const rows = looked.flatMap((one) => rowsOf(scope, one));
  if (rows.length > 0)
    await tx
      .insert(caseloadRow)
      .values(rows)
      .onConflictDoUpdate({
        target: [caseloadRow.practiceId, caseloadRow.clientId, caseloadRow.isBoth],
        set: {
          therapistId: sql`excluded.therapist_id`,
          hasBoth: sql`excluded.has_both`,
          isListed: sql`excluded.is_listed`,
          level: sql`excluded.level`,
          stage: sql`excluded.stage`,
          phase: sql`excluded.phase`,
          lettersUnasked: sql`excluded.letters_unasked`,
          tier: sql`excluded.tier`,
          rank: sql`excluded.rank`,
          weekKey: sql`excluded.week_key`,
          activityKey: sql`excluded.activity_key`,
          dueKey: sql`excluded.due_key`,
          nameKey: sql`excluded.name_key`,
          goodUntil: sql`excluded.good_until`,
        },
      });
  const hasBoth = (signals: readonly KeptSignal[]) => signals.some(({ isBoth }) => isBoth);
  const gone = looked.filter(({ before, standing }) => hasBoth(before) && !hasBoth(standing));
  if (gone.length === 0) return;
  await tx
    .update(caseloadRow)
    .set({ isListed: false })
    .where(
      and(
        eq(caseloadRow.practiceId, actor.practiceId),
        inArray(
          caseloadRow.clientId,
          gone.map(({ clientId }) => clientId),
        ),
        caseloadRow.isBoth,
      ),
    );
}

/** The row for everybody, and where a signal tells of the partner that for who reads both. */
function rowsOf({ actor }: Reading, { clientId, therapistId, placed, nextAt, isSetAside, isNamed, standing }: InForce) {
  const { practiceId } = actor;
  const hasBoth = standing.some(({ isBoth }) => isBoth);
  const row = (isBoth: boolean) => ({
    ...caseloadPlace({ ...placed, signals: standing.filter((one) => isBoth || !one.isBoth) }),
    ...{ practiceId, id: randomUUID(), clientId, therapistId, isBoth, hasBoth, isListed: !isSetAside },
    // Of a partner what tells of both was looked at, and nothing else: what was old stays old.
    goodUntil: isNamed
      ? nextAt
      : qualified`least(${nextAt.toISOString()}::timestamptz, (select ${own.goodUntil} from ${caseloadRow} ${own}
          where ${own.practiceId} = ${practiceId}::uuid and ${own.clientId} = ${clientId}::uuid and not ${own.isBoth}))`,
  });
  return hasBoth ? [row(false), row(true)] : [row(false)];
}

/** Whoever reads the list works these clients out, and the worker looks at them next: what is kept of them is not trusted. */
export async function distrustRows({ actor, tx, now }: Reading, clientIds?: readonly string[]): Promise<void> {
  const ofPractice = <T extends typeof caseloadRow | typeof signalRound>(table: T) =>
    eq(table.practiceId, actor.practiceId);
  await tx
    .update(caseloadRow)
    .set({ goodUntil: now })
    .where(and(ofPractice(caseloadRow), clientIds && inArray(caseloadRow.clientId, [...clientIds])));
  await tx
    .update(signalRound)
    .set({ nextAt: now })
    .where(and(ofPractice(signalRound), clientIds && inArray(signalRound.id, [...clientIds])));
}
