import { and, desc, eq, gt } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { exportFile, exportFileContent } from "@/db/schema/exports";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import type { ExportPart } from "@/lib/exports/choices";
import type { FileKind } from "@/lib/exports/formats";

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

/** One such file, for who made it and still reaches the client. Taking it is recorded. */
export async function takeExport(
  scope: Scope<StaffActor>,
  { clientId, id }: { clientId: string; id: string },
): Promise<{ name: string; content: Buffer }> {
  const { actor, tx, now } = scope;
  const { recordNumber } = await getClientHeader(scope, clientId);
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
  if (!file) throw new NotFound();
  await recordAudit(scope, "exports.taken", { id, clientId });
  const base64 = exportFileContent.ifOpens(file.sealed, { practiceId: actor.practiceId, id });
  if (base64 === undefined) throw new NotFound();
  return { name: `record-${recordNumber}-${file.format}.zip`, content: Buffer.from(base64, "base64") };
}
