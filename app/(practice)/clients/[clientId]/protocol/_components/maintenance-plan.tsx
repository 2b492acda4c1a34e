import { randomUUID } from "node:crypto";
import { Section } from "@/components/ui/section";
import { type MaintenancePlan, maintenancePlanQuestions } from "@/lib/protocol/maintenance-plan";
import { planAsTyped } from "@/lib/protocol/maintenance-plan-form";
import { writePlan } from "../actions";
import { PlanForm } from "./plan-form";

type Props = { clientId: string; name: string; plan: MaintenancePlan | null; mayChange: boolean };

const parts = ["keep", "signsOfDrifting", "firstStepBack", "whoHelps"] as const;

/** What the client wants to keep, in their own words, written down together in a session. */
export function MaintenancePlanView({ clientId, name, plan, mayChange }: Props) {
  const typed = plan && planAsTyped(plan);
  return (
    <Section
      id="keep-going"
      title="Keep-going plan"
      sub={`Write it together, in ${name}'s own words. ${name} finds it in the portal.`}
    >
      {typed ? (
        <dl>
          {parts.map((part) =>
            typed[part] ? (
              <div className="py-3 border-b border-line" key={part}>
                <dt className="font-semibold">{maintenancePlanQuestions[part]}</dt>
                <dd className="mt-1 font-normal text-lead leading-reading font-serif whitespace-pre-line">
                  {typed[part]}
                </dd>
              </div>
            ) : null,
          )}
        </dl>
      ) : null}
      {mayChange ? (
        <details className="print:hidden" open={plan === null}>
          <summary className="py-2.25 text-primary font-semibold hover:text-primary-hover hover:underline max-desk:py-2.75 max-desk:min-h-11">
            {plan ? "Write it anew" : "Write the plan"}
          </summary>
          <PlanForm action={writePlan} id={randomUUID()} clientId={clientId} typed={typed} />
        </details>
      ) : null}
    </Section>
  );
}
