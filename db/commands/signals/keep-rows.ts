import { randomUUID } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import type { LookedAt } from "@/db/queries/signals/looked-at";
import type { Reading } from "@/db/queries/signals/signal-rows";
import { caseloadRow } from "@/db/schema/caseload";
import { signalRound } from "@/db/schema/signals";
import { caseloadPlace } from "@/lib/caseload/place";
import { keptEdition } from "@/lib/signals/kept-edition";
import type { KeptSignal } from "@/lib/signals/settle";

const own = alias(caseloadRow, "own");

/** A client who was looked at, with their signals. `isNamed`: looked at whole, and no partner of such. */
export type InForce = LookedAt & { standing: readonly KeptSignal[]; isNamed: boolean };

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
          sessionKey: sql`excluded.session_key`,
          nameKey: sql`excluded.name_key`,
          goodUntil: sql`excluded.good_until`,
          edition: sql`excluded.edition`,
        },
      });
  const gone = looked.filter((one) => one.hasRowOfBoth && !tellsOfBoth(one));
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

/** A signal that is told by two, or a session of two. */
const tellsOfBoth = ({ standing, sessions }: InForce): boolean =>
  standing.some(({ isBoth }) => isBoth) || sessions.ofTwo !== null;

/** The row for everybody, and where something tells of the partner that for who reads both. */
function rowsOf({ actor }: Reading, looked: InForce) {
  const { clientId, therapistId, placed, sessions, nextAt, isSetAside, isNamed, standing } = looked;
  const { practiceId } = actor;
  const hasBoth = tellsOfBoth(looked);
  // Of a partner what tells of both was looked at, and nothing else: what was old stays old.
  const kept = (column: typeof own.goodUntil | typeof own.edition) =>
    qualified`(select ${column} from ${caseloadRow} ${own} where ${own.practiceId} = ${practiceId}::uuid
      and ${own.clientId} = ${clientId}::uuid and not ${own.isBoth})`;
  const row = (isBoth: boolean) => ({
    ...caseloadPlace({
      ...placed,
      signals: standing.filter((one) => isBoth || !one.isBoth),
      nextSessionAt: isBoth ? soonest(sessions.own, sessions.ofTwo) : sessions.own,
    }),
    ...{ practiceId, id: randomUUID(), clientId, therapistId, isBoth, hasBoth, isListed: !isSetAside },
    goodUntil: isNamed ? nextAt : sql`least(${nextAt.toISOString()}::timestamptz, ${kept(own.goodUntil)})`,
    edition: isNamed ? keptEdition : kept(own.edition),
  });
  return hasBoth ? [row(false), row(true)] : [row(false)];
}

const soonest = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b));

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
