import { and, eq } from "drizzle-orm";
import { provePassword } from "@/db/commands/identity/prove-identity";
import { listCourtDemands } from "@/db/queries/exports/court-demands";
import { getExportedRecord } from "@/db/queries/exports/exported-record";
import { client } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import type { ExportChoice } from "@/lib/exports/choices";
import { courtStamp, openDemands } from "@/lib/exports/court";
import type { ExportFormat } from "@/lib/exports/formats";
import type { ExportedRecord } from "@/lib/exports/record";
import { authorize } from "@/lib/policy";
import { keepExportFile } from "./keep-export-file";

/** Puts a record into one file. */
export type WriteRecord = (
  record: ExportedRecord,
  how: { format: ExportFormat; hasMark: boolean; stamp: string | null },
  madeAt: Date,
) => Promise<Buffer>;

/**
 * Makes a file of one client’s record, once the password was typed again. Who may not change the record takes nothing out of
 * it. `problem` is an answer: the try stays counted.
 */
export async function makeExport(
  scope: Scope<StaffActor>,
  { clientId, format, "parts[]": parts, mark, demandId, password }: ExportChoice,
  { limitSecret, write }: { limitSecret: string; write: WriteRecord },
): Promise<{ problem: string } | { id: string; bytes: number }> {
  const { actor, tx, now } = scope;
  authorize(actor, "exports.make");
  const [found] = await tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope, "change"), eq(client.id, clientId)));
  if (!found) throw new NotFound();
  const demands = demandId ? openDemands(await listCourtDemands(scope, clientId)) : [];
  if (demandId && !demands.some(({ id }) => id === demandId)) throw new NotFound();
  const proof = await provePassword(scope, password, limitSecret);
  if ("problem" in proof) return proof;
  const record = await getExportedRecord(scope, clientId, new Set(parts));
  const content = await write(record, { format, hasMark: mark === "yes", stamp: demandId ? courtStamp : null }, now);
  return keepExportFile(scope, { clientId, format, parts: [...new Set(parts)], content });
}
