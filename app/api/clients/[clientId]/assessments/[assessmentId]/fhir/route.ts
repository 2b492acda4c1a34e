import { z } from "zod";
import { exportResponse } from "@/db/queries/fhir-export";
import { NotFound } from "@/lib/domain/errors";
import { fhirBase, fhirDownload } from "@/lib/server/fhir-download";
import { loadForStaff } from "@/lib/server/load";

const ids = z.object({ clientId: z.uuid(), assessmentId: z.uuid() });

type Context = { params: Promise<{ clientId: string; assessmentId: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const read = ids.safeParse(await params);
  const { data } = await loadForStaff((scope) => {
    if (!read.success) throw new NotFound();
    return exportResponse(scope, { ...read.data, base: fhirBase() });
  });
  return fhirDownload(data, `response-${read.data?.assessmentId ?? ""}`);
}
