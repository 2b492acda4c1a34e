import { z } from "zod";
import { exportResponse } from "@/db/queries/assessments/fhir-export";
import { isFreshlyProved } from "@/db/queries/identity/fresh-proof";
import { NotFound } from "@/lib/errors";
import { fhirBase, fhirDownload } from "@/server/fhir-download";
import { loadForStaff } from "@/server/load";
import { proveFirst } from "@/server/prove-first";

const ids = z.object({ clientId: z.uuid(), assessmentId: z.uuid() });

type Context = { params: Promise<{ clientId: string; assessmentId: string }> };

/** What somebody answered, as a file: whoever takes it along showed in the last minutes who they are. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const read = ids.safeParse(await params);
  const { data } = await loadForStaff(async (scope) => {
    if (!read.success) throw new NotFound();
    return (await isFreshlyProved(scope)) ? exportResponse(scope, { ...read.data, base: fhirBase() }) : null;
  });
  if (!data) return proveFirst(`/api/clients/${read.data?.clientId}/assessments/${read.data?.assessmentId}/fhir`);
  return fhirDownload(data, `response-${read.data?.assessmentId ?? ""}`);
}
