import { and, eq, not } from "drizzle-orm";
import { lockClientRow } from "@/db/commands/clients/lock-client-row";
import { provePassword } from "@/db/commands/identity/prove-identity";
import { isRemoved } from "@/db/queries/clients/standing";
import { listCourtDemands } from "@/db/queries/exports/court-demands";
import { getExportedRecord } from "@/db/queries/exports/exported-record";
import { countRows } from "@/db/queries/exports/record-rows";
import { client } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import type { ExportChoice } from "@/lib/exports/choices";
import { courtStamp, openDemands } from "@/lib/exports/court";
import type { ExportFormat } from "@/lib/exports/formats";
import { isLongRecord } from "@/lib/exports/long-record";
import type { ExportedRecord } from "@/lib/exports/record";
import { authorize } from "@/lib/policy";
import { keepExportFile } from "./keep-export-file";
import { askLongRecord } from "./long-record";

/**
 * Held until a file of the record lies there: of somebody who is being erased meanwhile none is left behind. What stands is asked
 * once the row is held.
 */
async function holdForFile(scope: Scope<StaffActor>, clientId: string): Promise<void> {
  await lockClientRow(scope, eq(client.id, clientId));
  const found = await scope.tx
    .select({ id: client.id })
    .from(client)
    .where(and(eq(client.practiceId, scope.actor.practiceId), eq(client.id, clientId), not(isRemoved)));
  if (found.length === 0) throw new NotFound();
}

/** Puts a record into one file. */
export type WriteRecord = (
  record: ExportedRecord,
  how: { format: ExportFormat; hasMark: boolean; stamp: string | null },
  madeAt: Date,
) => Promise<Buffer>;

/**
 * Makes a file of one client’s record, once the password was typed again; a long one is asked for, and a worker reads it. Who may
 * not change the record takes nothing out of it. `problem` is an answer: the try stays counted.
 */
export async function makeExport(
  scope: Scope<StaffActor>,
  { clientId, format, "parts[]": parts, mark, demandId, password }: ExportChoice,
  { limitSecret, write }: { limitSecret: string; write: WriteRecord },
): Promise<{ problem: string } | { id: string; isAsked: boolean }> {
  const { actor, now } = scope;
  authorize(actor, "exports.make");
  await holdForFile(scope, clientId);
  const demands = demandId ? openDemands(await listCourtDemands(scope, clientId)) : [];
  if (demandId && !demands.some(({ id }) => id === demandId)) throw new NotFound();
  const proof = await provePassword(scope, password, limitSecret);
  if ("problem" in proof) return proof;
  const chosen = new Set(parts);
  const rows = await countRows(scope, clientId, chosen);
  const asked = { clientId, format, parts: [...chosen] };
  if (isLongRecord(rows)) {
    const { id } = await askLongRecord(scope, { ...asked, rows, hasMark: mark === "yes", isStamped: !!demandId });
    return { id, isAsked: true };
  }
  const record = await getExportedRecord(scope, clientId, chosen);
  const content = await write(record, { format, hasMark: mark === "yes", stamp: demandId ? courtStamp : null }, now);
  return { ...(await keepExportFile(scope, { ...asked, content })), isAsked: false };
}
