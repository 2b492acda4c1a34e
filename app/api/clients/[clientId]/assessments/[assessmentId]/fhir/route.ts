import { z } from "zod";
import { exportResponse } from "@/db/queries/assessments/fhir-export";
import { NotFound } from "@/lib/errors";
import { fhirBase, fhirDownload } from "@/server/fhir-download";
import { loadForStaff } from "@/server/load";

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
