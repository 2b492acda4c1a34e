import { randomUUID } from "node:crypto";
import { recordAudit } from "@/db/audit";
import { exportFile, exportFileContent } from "@/db/schema/exports";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import type { ExportPart } from "@/lib/exports/choices";
import type { FileKind } from "@/lib/exports/formats";

/** How long a file that was made can be taken: long enough for a slow connection, too short to be forgotten there. */
const exportMinutes = 60;

type Kept = { clientId: string; format: FileKind; parts: ExportPart[]; content: Buffer };

/** A file lies sealed for an hour, for who made it. That it was made is recorded. */
export async function keepExportFile(
  scope: Scope<StaffActor>,
  { clientId, format, parts, content }: Kept,
): Promise<{ id: string; bytes: number }> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const id = randomUUID();
  await tx.insert(exportFile).values({
    ...{ practiceId, id, clientId, format, parts, bytes: content.length, madeBy: actor.accountId },
    contentSealed: exportFileContent.seal(content.toString("base64"), { practiceId, id }),
    madeAt: now,
    endsAt: new Date(now.getTime() + exportMinutes * 60_000),
  });
  await recordAudit(scope, "exports.made", { id, clientId });
  return { id, bytes: content.length };
}
