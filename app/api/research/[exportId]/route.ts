import { z } from "zod";
import { takeResearch } from "@/db/queries/exports/research";
import { NotFound } from "@/lib/errors";
import { loadForStaff } from "@/server/load";
import { zippedResearch } from "@/server/research-files";

type Context = { params: Promise<{ exportId: string }> };

/** A file of research data, for who asked for it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const id = z.uuid().safeParse((await params).exportId);
  const { data } = await loadForStaff((scope) => {
    if (!id.success) throw new NotFound();
    return takeResearch(scope, id.data);
  });
  return new Response(new Uint8Array(await zippedResearch(data)), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="research-data.zip"',
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
