import type { Metadata } from "next";
import { Empty } from "@/components/ui/empty";
import { theirWords } from "@/components/ui/their-words";
import { getOwnWords } from "@/db/queries/identity/own-words";
import { getOwnPlan } from "@/db/queries/protocol/maintenance-plan";
import { maintenancePlanQuestions } from "@/lib/protocol/maintenance-plan";
import { planAsTyped } from "@/lib/protocol/maintenance-plan-form";
import { loadForClient } from "@/server/load";
import { OwnWords } from "../../_shell/own-words";
import { PortalPage } from "../../_shell/portal-page";
import "../../../portal.css";
import { atOnce } from "@/lib/at-once";

export const metadata: Metadata = { title: "My plan" };

const parts = ["keep", "signsOfDrifting", "firstStepBack", "whoHelps"] as const;

export default async function MaintenancePlanPage() {
  const { data } = await loadForClient((scope) => atOnce({ words: getOwnWords(scope), kept: getOwnPlan(scope) }));
  const typed = data.kept && planAsTyped(data.kept.plan);
  return (
    <PortalPage>
      <h1>Keeping going</h1>
      {typed ? (
        <OwnWords words={data.words}>
          <div>
            {parts.map((part) =>
              typed[part] ? (
                <details className="py-3 border-b border-line" key={part}>
                  <summary className="font-semibold">{maintenancePlanQuestions[part]}</summary>
                  <p className="reading mt-1 whitespace-pre-line" {...theirWords}>
                    {typed[part]}
                  </p>
                </details>
              ) : null,
            )}
          </div>
        </OwnWords>
      ) : (
        <Empty title="No plan yet">You write it together with your therapist, near the end of the weeks.</Empty>
      )}
    </PortalPage>
  );
}
