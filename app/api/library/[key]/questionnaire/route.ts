import { exportQuestionnaire } from "@/db/queries/fhir-export";
import { fhirBase, fhirDownload } from "@/lib/server/fhir-download";
import { loadForStaff } from "@/lib/server/load";

export async function GET(_request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  const { key } = await params;
  const { data } = await loadForStaff((scope) => exportQuestionnaire(scope, key, fhirBase()));
  return fhirDownload(data, `questionnaire-${key}`);
}
