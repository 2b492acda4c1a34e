import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { unbox } from "@/db/boxed";
import type { WriteRecord } from "@/db/commands/exports/make-export";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { exportFile, exportFileContent, recordExport, recordExportPrivateKey } from "@/db/schema/exports";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import type { ExportPart } from "@/lib/exports/choices";
import { courtStamp } from "@/lib/exports/court";
import type { FileKind } from "@/lib/exports/formats";
import { getExportedRecord } from "./exported-record";
import type { KeptRows } from "./record-rows";

export type MadeExport = {
  id: string;
  format: FileKind;
  parts: ExportPart[];
  bytes: number;
  madeAt: Date;
  endsAt: Date;
};

/** Files that the reader made of one client’s record and that can still be taken, newest first. A colleague’s are not theirs. */
export function listOwnExports({ actor, tx, now }: Scope<StaffActor>, clientId: string): Promise<MadeExport[]> {
  return tx
    .select({
      id: exportFile.id,
      format: exportFile.format,
      parts: exportFile.parts,
      bytes: exportFile.bytes,
      madeAt: exportFile.madeAt,
      endsAt: exportFile.endsAt,
    })
    .from(exportFile)
    .where(
      and(
        eq(exportFile.practiceId, actor.practiceId),
        eq(exportFile.clientId, clientId),
        eq(exportFile.madeBy, actor.accountId),
        gt(exportFile.endsAt, now),
      ),
    )
    .orderBy(desc(exportFile.madeAt), desc(exportFile.id));
}

/** A long file that the reader asked for: how far it is, or for how long it can be taken. */
export type AskedExport = Pick<
  typeof recordExport.$inferSelect,
  "id" | "format" | "parts" | "askedAt" | "done" | "total" | "endedAt" | "endsAt"
>;

export function listAskedExports({ actor, tx, now }: Scope<StaffActor>, clientId: string): Promise<AskedExport[]> {
  return tx
    .select({
      ...{ id: recordExport.id, format: recordExport.format, parts: recordExport.parts },
      ...{ askedAt: recordExport.askedAt, done: recordExport.done, total: recordExport.total },
      ...{ endedAt: recordExport.endedAt, endsAt: recordExport.endsAt },
    })
    .from(recordExport)
    .where(
      and(
        eq(recordExport.practiceId, actor.practiceId),
        eq(recordExport.clientId, clientId),
        eq(recordExport.askedBy, actor.accountId),
        or(isNull(recordExport.endedAt), gt(recordExport.endsAt, now)),
      ),
    )
    .orderBy(desc(recordExport.askedAt), desc(recordExport.id));
}

type Wanted = { clientId: string; id: string };
type Taken = { name: string; content: Buffer };

/**
 * One such file, for who made it and still reaches the client; `write` puts a long one together, whose rows a worker read. Taking
 * it is recorded.
 */
export async function takeExport(scope: Scope<StaffActor>, wanted: Wanted, write: WriteRecord): Promise<Taken> {
  const { recordNumber } = await getClientHeader(scope, wanted.clientId);
  const { format, content } = (await takeMade(scope, wanted)) ?? (await takeRead(scope, wanted, write));
  await recordAudit(scope, "exports.taken", wanted);
  return { name: `record-${recordNumber}-${format}.zip`, content };
}

type File = { format: FileKind; content: Buffer };

async function takeMade({ actor, tx, now }: Scope<StaffActor>, { clientId, id }: Wanted): Promise<File | null> {
  const [file] = await tx
    .select({ format: exportFile.format, sealed: exportFile.contentSealed })
    .from(exportFile)
    .where(
      and(
        eq(exportFile.practiceId, actor.practiceId),
        eq(exportFile.clientId, clientId),
        eq(exportFile.id, id),
        eq(exportFile.madeBy, actor.accountId),
        gt(exportFile.endsAt, now),
      ),
    );
  if (!file) return null;
  const base64 = exportFileContent.ifOpens(file.sealed, { practiceId: actor.practiceId, id });
  if (base64 === undefined) throw new NotFound();
  return { format: file.format, content: Buffer.from(base64, "base64") };
}

/** Answers, notes and what happened are as the worker read them; goals, sessions and consents as they stand when it is taken. */
async function takeRead(scope: Scope<StaffActor>, { clientId, id }: Wanted, write: WriteRecord): Promise<File> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const [file] = await tx
    .select()
    .from(recordExport)
    .where(
      and(
        eq(recordExport.practiceId, practiceId),
        eq(recordExport.clientId, clientId),
        eq(recordExport.id, id),
        eq(recordExport.askedBy, actor.accountId),
        gt(recordExport.endsAt, now),
      ),
    );
  if (!file?.content || !file.endedAt) throw new NotFound();
  const key = recordExportPrivateKey.ifOpens(file.privateKeySealed, { practiceId, id });
  if (key === undefined) throw new NotFound();
  const rows = JSON.parse((await unbox(file.content, key)).toString("utf8")) as KeptRows;
  const record = await getExportedRecord(scope, clientId, new Set(file.parts), rows);
  const { format, hasMark, isStamped } = file;
  const content = await write(record, { format, hasMark, stamp: isStamped ? courtStamp : null }, file.endedAt);
  return { format, content };
}
