import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { authorize } from "@/lib/policy";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { ImportForm } from "./_components/import-form";

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage() {
  const { session } = await loadForStaff(async (scope) => authorize(scope.actor, "assessments.edit-instrument"));
  return (
    <PracticePage session={session} beside="same">
      <Crumb href="/library">Library</Crumb>
      <PageHead title="Import a questionnaire" sub="FHIR R4 Questionnaire, as JSON" />
      <ImportForm />
    </PracticePage>
  );
}
