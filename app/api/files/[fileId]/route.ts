import { z } from "zod";
import { openOwnReport } from "@/db/queries/reports/own-reports";
import { NotFound } from "@/lib/errors";
import { localDate } from "@/lib/time/zone";
import { loadForClient } from "@/server/load";
import { pdfResponse } from "@/server/pdf-response";

/** A file for the client who asks. Its address and its name tell nothing: both stand in the list of downloads. */
export async function GET(_request: Request, { params }: { params: Promise<{ fileId: string }> }): Promise<Response> {
  const id = z.uuid().safeParse((await params).fileId);
  const { data, session } = await loadForClient(async (scope) => {
    if (!id.success) throw new NotFound();
    return openOwnReport(scope, id.data);
  });
  const name = `Document ${localDate(data.sentAt, session.actor.zone)}`;
  return pdfResponse(new Uint8Array(data.document), "attachment", name);
}
