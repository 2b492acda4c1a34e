import type { Metadata } from "next";
import { Empty } from "@/components/ui/empty";
import { getOwnPlan } from "@/db/queries/keep-going";
import { keepGoingQuestions } from "@/lib/domain/protocol/keep-going";
import { planAsTyped } from "@/lib/domain/protocol/keep-going-form";
import { loadForClient } from "@/lib/server/load";
import { PortalPage } from "../../_shell/portal-page";
import "../../../beyond-today.css";

export const metadata: Metadata = { title: "My plan" };

const parts = ["keep", "signsOfDrifting", "firstStepBack", "whoHelps"] as const;

export default async function KeepGoingPage() {
  const { data } = await loadForClient(async (scope) => ({ kept: await getOwnPlan(scope) }));
  const typed = data.kept && planAsTyped(data.kept.plan);
  return (
    <PortalPage>
      <h1>Keeping going</h1>
      {typed ? (
        <dl className="plan">
          {parts.map((part) =>
            typed[part] ? (
              <div key={part}>
                <dt>{keepGoingQuestions[part]}</dt>
                <dd>{typed[part]}</dd>
              </div>
            ) : null,
          )}
        </dl>
      ) : (
        <Empty title="No plan yet">You write it together with your therapist, near the end of the weeks.</Empty>
      )}
    </PortalPage>
  );
}
