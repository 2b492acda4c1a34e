import { exportQuestionnaire } from "@/db/queries/assessments/fhir-export";
import { fhirBase, fhirDownload } from "@/server/fhir-download";
import { loadForStaff } from "@/server/load";

export async function GET(_request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  const { key } = await params;
  const { data } = await loadForStaff((scope) => exportQuestionnaire(scope, key, fhirBase()));
  return fhirDownload(data, `questionnaire-${key}`);
}
