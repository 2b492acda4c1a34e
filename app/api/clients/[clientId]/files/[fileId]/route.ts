import { z } from "zod";
import { takeExport } from "@/db/queries/exports/export-files";
import { NotFound } from "@/lib/errors";
import { fhirBase } from "@/server/fhir-download";
import { loadForStaff } from "@/server/load";
import { zippedRecord } from "@/server/record-files";

const ids = z.object({ clientId: z.uuid(), fileId: z.uuid() });

type Context = { params: Promise<{ clientId: string; fileId: string }> };

/** A file that was made of a record, for who made it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const read = ids.safeParse(await params);
  const { data } = await loadForStaff((scope) => {
    if (!read.success) throw new NotFound();
    return takeExport(scope, { clientId: read.data.clientId, id: read.data.fileId }, zippedRecord(fhirBase()));
  });
  return new Response(new Uint8Array(data.content), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${data.name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
