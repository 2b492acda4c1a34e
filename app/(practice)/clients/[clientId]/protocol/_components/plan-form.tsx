"use client";

import { KeptWords } from "@/components/drafts/kept-words";
import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { notePlace } from "@/lib/drafts/place";
import { type FormState, typedIn } from "@/lib/form-state";
import { type MaintenancePlan, maintenancePlanQuestions } from "@/lib/protocol/maintenance-plan";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  id: string;
  clientId: string;
  typed: Record<keyof MaintenancePlan, string> | null;
};

const hints: Record<keyof MaintenancePlan, string> = {
  keep: "One to five, a line for each.",
  signsOfDrifting: "One to five, a line for each.",
  firstStepBack: "Small enough for a hard day.",
  whoHelps: "A line for each; may stay empty.",
};

/** The four questions of the plan. */
export function PlanForm({ action, id, clientId, typed }: Props) {
  const [state, send] = useFormAction(action);
  const sent = typedIn(state);
  const value = (part: keyof MaintenancePlan) => sent[part] ?? typed?.[part] ?? "";
  return (
    <MarkedForm action={send} className="practice:[&>[data-look]]:justify-self-start grid gap-4 max-w-160" noValidate>
      {state.message ? (
        <Notice tone={state.status === "refused" ? "attention" : "plain"} title={state.message} announce />
      ) : null}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="clientId" value={clientId} />
      {(["keep", "signsOfDrifting", "firstStepBack", "whoHelps"] as const).map((part) => (
        <Textarea
          key={`${part}-${value(part)}`}
          id={part}
          label={maintenancePlanQuestions[part]}
          hint={hints[part]}
          rows={part === "firstStepBack" ? 2 : 3}
          defaultValue={value(part)}
          error={state.fields?.[part]}
        />
      ))}
      <KeptWords place={notePlace(clientId, "keep-going")} state={state} />
      <div className="flex gap-2.5 flex-wrap items-center">
        <SubmitButton busy="Keeping…">Keep the plan</SubmitButton>
      </div>
    </MarkedForm>
  );
}
