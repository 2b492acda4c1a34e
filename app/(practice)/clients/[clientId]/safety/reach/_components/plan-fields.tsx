import { FormTextarea } from "@/components/forms/form-words";
import { limits } from "@/lib/limits";
import { planQuestions, type SafetyPlan } from "@/lib/safety/contact-card";

export function PlanFields({ plan }: { plan: SafetyPlan | null }) {
  return (Object.keys(planQuestions) as (keyof SafetyPlan)[]).map((part) => (
    <FormTextarea
      key={part}
      name={part}
      label={planQuestions[part]}
      rows={2}
      maxLength={limits.contactWords}
      defaultValue={plan?.[part]}
    />
  ));
}
