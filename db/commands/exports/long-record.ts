import { randomUUID } from "node:crypto";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { box, makeBoxKeys } from "@/db/boxed";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { askerOf } from "@/db/queries/exports/asker";
import type { KeptRows } from "@/db/queries/exports/record-rows";
import { client } from "@/db/schema/clients";
import { recordExport, recordExportPrivateKey } from "@/db/schema/exports";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor, SystemActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import type { ExportPart } from "@/lib/exports/choices";
import type { ExportFormat } from "@/lib/exports/formats";
import { longFileHours } from "@/lib/exports/long-record";

/** A worker that says nothing for so long has died with it. */
const SILENT_MS = 5 * 60_000;

type Asked = {
  clientId: string;
  format: ExportFormat;
  parts: ExportPart[];
  hasMark: boolean;
  isStamped: boolean;
  rows: number;
};

/** Asks for a file that is too long to be waited for. Of one record one is read at a time for one person. */
export async function askLongRecord(scope: Scope<StaffActor>, { rows, ...asked }: Asked): Promise<{ id: string }> {
  const { actor, tx, now } = scope;
  const { practiceId, accountId } = actor;
  const { clientId } = asked;
  const [waiting] = await tx
    .select({ id: recordExport.id })
    .from(recordExport)
    .where(
      and(
        eq(recordExport.practiceId, practiceId),
        eq(recordExport.clientId, clientId),
        eq(recordExport.askedBy, accountId),
        isNull(recordExport.endedAt),
      ),
    )
    .limit(1);
  if (waiting) throw new Refused("One is being made already. Wait until it is ready; nothing was asked for now.");
  const id = randomUUID();
  const keys = await makeBoxKeys();
  await tx.insert(recordExport).values({
    ...{ practiceId, id, ...asked, publicKey: keys.publicKey },
    privateKeySealed: recordExportPrivateKey.seal(keys.privateKey, { practiceId, id }),
    ...{ askedBy: accountId, askedAt: now, done: 0, total: rows },
  });
  await recordAudit(scope, "exports.record-asked", { id, clientId });
  return { id };
}

const isWaiting = () => isNull(recordExport.endedAt);

/** Whether one waits to be read. */
export async function waitsForRecord({ actor, tx }: Scope<SystemActor>): Promise<boolean> {
  const some = await tx
    .select({ id: recordExport.id })
    .from(recordExport)
    .where(and(eq(recordExport.practiceId, actor.practiceId), isWaiting()))
    .limit(1);
  return some.length > 0;
}

export type TakenRecord = Pick<
  typeof recordExport.$inferSelect,
  "id" | "clientId" | "parts" | "publicKey" | "askedBy" | "total"
>;

/** One that waits, for the worker that asks first; null where there is none. One that died with a worker waits again. */
export async function takeUpRecord({ actor, tx, now }: Scope<SystemActor>): Promise<TakenRecord | null> {
  const { practiceId } = actor;
  const isFree = or(isNull(recordExport.takenAt), lt(recordExport.takenAt, new Date(now.getTime() - SILENT_MS)));
  const [row] = await tx
    .select({
      ...{ id: recordExport.id, clientId: recordExport.clientId, parts: recordExport.parts },
      ...{ publicKey: recordExport.publicKey, askedBy: recordExport.askedBy, total: recordExport.total },
    })
    .from(recordExport)
    .where(and(eq(recordExport.practiceId, practiceId), isWaiting(), isFree))
    .orderBy(recordExport.askedAt)
    .limit(1)
    .for("update", { skipLocked: true });
  if (!row) return null;
  await tx
    .update(recordExport)
    .set({ takenAt: now, done: 0 })
    .where(and(eq(recordExport.practiceId, practiceId), eq(recordExport.id, row.id)));
  return row;
}

/** How far it is, for whoever looks at the page. */
export async function keepRecordProgress(
  { actor, tx, now }: Scope<SystemActor>,
  id: string,
  done: number,
): Promise<void> {
  await tx
    .update(recordExport)
    .set({ takenAt: now, done })
    .where(and(eq(recordExport.practiceId, actor.practiceId), eq(recordExport.id, id), isWaiting()));
}

/** Whether who asked may still take this record out: they work here, and may change it. */
export async function mayStillTake(
  scope: Scope<SystemActor>,
  { askedBy, clientId }: Pick<TakenRecord, "askedBy" | "clientId">,
): Promise<boolean> {
  const asker = await askerOf(scope, askedBy);
  if (!asker) return false;
  const found = await scope.tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients({ ...scope, actor: asker }, "change"), eq(client.id, clientId)));
  return found.length > 0;
}

/** Keeps the rows, closed, and writes to whoever asked; null: none may be given. Done twice, it is kept once; erased meanwhile, not at all. */
export async function endLongRecord(
  scope: Scope<SystemActor>,
  { id, clientId, askedBy, publicKey, total }: TakenRecord,
  rows: KeptRows | null,
): Promise<boolean> {
  const { actor, tx, now } = scope;
  const content = rows && (await box(Buffer.from(JSON.stringify(rows)), publicKey));
  const endsAt = rows ? new Date(now.getTime() + longFileHours * 3_600_000) : now;
  const ended = await tx
    .update(recordExport)
    .set({ endedAt: now, content, endsAt, done: total })
    .where(and(eq(recordExport.practiceId, actor.practiceId), eq(recordExport.id, id), isWaiting()))
    .returning({ id: recordExport.id });
  if (ended.length === 0) return false;
  await recordAudit(scope, rows ? "exports.record-read" : "exports.record-refused", { id, clientId });
  if (rows) await queueLetter(scope, { accountId: askedBy, about: { kind: "record-read", id } });
  return true;
}
