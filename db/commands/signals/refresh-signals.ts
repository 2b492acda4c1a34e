import { randomUUID } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import { describeError, log } from "@/db/log";
import { keptSignals } from "@/db/queries/signals/kept-signals";
import { getSignalFacts } from "@/db/queries/signals/signal-facts";
import type { Reading } from "@/db/queries/signals/signal-rows";
import { getThresholds } from "@/db/queries/signals/thresholds";
import { client, couple } from "@/db/schema/clients";
import { signal, signalEvent, signalRound } from "@/db/schema/signals";
import { atOnce } from "@/lib/at-once";
import { signalEvidence } from "@/lib/signals/evidence";
import { keptEdition } from "@/lib/signals/kept-edition";
import { type Settled, settleSignals } from "@/lib/signals/settle";
import { distrustRows, type InForce, keepRows } from "./keep-rows";

type Change = Settled & InForce;

/**
 * Sets the signals of these clients beside what their rows say now, and of whoever is linked to them those that tell of both:
 * when the rest of a partner's are looked at would tell that something was done. It is the last thing that a transaction
 * does, and one client's comes after another's: what somebody else committed meanwhile is seen.
 */
export async function refreshSignals(scope: Reading, clientIds: readonly string[]): Promise<void> {
  const ids = await lockClients(scope, clientIds);
  if (ids.length === 0) return;
  const named = new Set(clientIds);
  const { thresholds, kept } = await atOnce({ thresholds: getThresholds(scope), kept: keptSignals(scope, ids) });
  const looked = await getSignalFacts(scope, ids, thresholds);
  const changes = looked.map((one): Change => {
    const { clientId, facts, isSetAside } = one;
    const isNamed = named.has(clientId);
    const isMeant = ({ isBoth }: { isBoth: boolean }) => isBoth || isNamed;
    const evidence = isSetAside ? [] : signalEvidence(facts, thresholds).filter(isMeant);
    const before = kept.get(clientId) ?? [];
    const at = { ...one, today: facts.today, now: scope.now, newId: randomUUID };
    const settled = settleSignals(evidence, before.filter(isMeant), at);
    const standing = [...settled.standing, ...before.filter((signal) => !isMeant(signal))];
    return { ...one, ...settled, standing, isNamed };
  });
  await keepRows(scope, changes);
  await writeSignals(scope, changes);
  await writeEvents(scope, changes);
  await writeRounds(
    scope,
    looked.filter(({ clientId }) => named.has(clientId)),
  );
  for (const { clientId, nextAt } of looked) if (!named.has(clientId)) await lookSooner(scope, clientId, nextAt);
}

/**
 * The same, so that it keeps nothing else from being done: where it fails, what somebody sent or decided is kept, and what is
 * kept of them for the list is not trusted.
 */
export async function refreshSafely(scope: Reading, clientIds: readonly string[]): Promise<void> {
  await scope.tx.execute(sql`savepoint signals`);
  try {
    await refreshSignals(scope, clientIds);
    await scope.tx.execute(sql`release savepoint signals`);
  } catch (error) {
    await scope.tx.execute(sql`rollback to savepoint signals`);
    await distrustRows(scope, clientIds);
    log.error(describeError(error), "signals were not looked at");
  }
}

/** In one order, so that nobody waits in a circle; and first the row itself, which whoever decides about it may hold. */
async function lockClients({ actor, tx }: Reading, clientIds: readonly string[]): Promise<string[]> {
  const { practiceId } = actor;
  const named = sql.param([...new Set(clientIds)]);
  const { rows } = await tx.execute<{ id: string }>(
    sql`select held.id, pg_advisory_xact_lock(hashtextextended('signals ' || held.id, 0)) from (
    select ${client.id} from ${client} where ${client.practiceId} = ${practiceId} and ${client.id} = any(array(
      select unnest(${named}::uuid[]) union
      select ${couple.secondClientId} from ${couple} where ${couple.practiceId} = ${practiceId} and ${couple.firstClientId} = any(${named}::uuid[]) union
      select ${couple.firstClientId} from ${couple} where ${couple.practiceId} = ${practiceId} and ${couple.secondClientId} = any(${named}::uuid[])))
    order by ${client.id} for key share) held`,
  );
  return rows.map(({ id }) => id);
}

async function writeSignals({ actor, tx, now }: Reading, changes: readonly Change[]): Promise<void> {
  const { practiceId } = actor;
  const rows = changes.flatMap(({ clientId, changed, resolved }) => [
    ...changed.map((one) => ({ ...one, practiceId, clientId, resolvedAt: null })),
    ...resolved.map((one) => ({ ...one, practiceId, clientId, resolvedAt: now })),
  ]);
  if (rows.length === 0) return;
  await tx
    .insert(signal)
    .values(rows)
    .onConflictDoUpdate({
      target: [signal.practiceId, signal.id],
      set: {
        key: sql`excluded.key`,
        data: sql`excluded.data`,
        isBoth: sql`excluded.is_both`,
        state: sql`excluded.state`,
        shownAt: sql`excluded.shown_at`,
        hiddenUntil: sql`excluded.hidden_until`,
        resolvedAt: sql`excluded.resolved_at`,
      },
    });
}

async function writeEvents({ actor, tx, now }: Reading, changes: readonly Change[]): Promise<void> {
  // What opens or comes back does so by itself, whoever's form was the occasion.
  const by = actor.kind === "staff" ? actor.accountId : null;
  const rows = changes.flatMap(({ steps }) =>
    steps.map(({ signalId, step }) => ({
      ...{ practiceId: actor.practiceId, id: randomUUID(), signalId, step, takenAt: now },
      takenBy: step === "acted" || step === "resolved" ? by : null,
    })),
  );
  if (rows.length > 0) await tx.insert(signalEvent).values(rows);
}

async function writeRounds(
  { actor, tx, now }: Reading,
  looked: readonly { clientId: string; nextAt: Date }[],
): Promise<void> {
  await tx
    .insert(signalRound)
    .values(
      looked.map(({ clientId: id, nextAt }) => ({
        practiceId: actor.practiceId,
        id,
        lookedAt: now,
        nextAt,
        edition: keptEdition,
      })),
    )
    .onConflictDoUpdate({
      target: [signalRound.practiceId, signalRound.id],
      set: { lookedAt: sql`excluded.looked_at`, nextAt: sql`excluded.next_at`, edition: sql`excluded.edition` },
    });
}

/** What a partner's signals of both wait for may come before what their own do. */
async function lookSooner({ actor, tx }: Reading, clientId: string, nextAt: Date): Promise<void> {
  await tx
    .update(signalRound)
    .set({ nextAt })
    .where(
      and(eq(signalRound.practiceId, actor.practiceId), eq(signalRound.id, clientId), gt(signalRound.nextAt, nextAt)),
    );
}
