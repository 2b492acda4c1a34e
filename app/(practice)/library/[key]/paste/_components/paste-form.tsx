"use client";

import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { asButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type Option, Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { planTable } from "@/lib/assessments/build/paste-plan";
import type { Instrument } from "@/lib/assessments/instrument";
import { plural } from "@/lib/plural";
import { draftForm } from "../../../_components/form-look";
import { paste } from "../../build/actions";
import { PastePreview } from "./paste-preview";

type Props = {
  formKey: string;
  known: Pick<Instrument, "items" | "optionSets" | "scales">;
  sets: readonly Option[];
  places: readonly Option[];
};

/** First what would come of it, line by line; then it is taken, all of it or nothing. */
export function PasteForm({ formKey, known, sets, places }: Props) {
  const [state, send, isSending] = useFormAction(paste);
  const looked = state.status === "done" ? state.shown : state.values;
  const given = (name: string) => String(looked?.[name] ?? "");
  const text = given("text");
  const plan = state.status === "idle" ? null : planTable(known, text);
  const canTake = plan !== null && plan.problems.length === 0;
  return (
    <MarkedForm action={send} className={draftForm} noValidate>
      {state.status === "refused" && state.message ? <Notice tone="attention" title={state.message} announce /> : null}
      <input type="hidden" name="key" value={formKey} />
      <Textarea
        key={`text-${state.status}`}
        id="text"
        label="The table"
        hint="Further columns may say the scale, R for reversed, the answers and a heading. Name them in a first line (statement, scale, reversed, answers, heading), or keep this order. Answers: 0 Never | 1 Often, or yes/no, words, day, number, 0 to 10. Two scales are parted by |."
        rows={12}
        spellCheck={false}
        defaultValue={text}
        error={state.status === "refused" ? state.fields?.text : undefined}
        required
      />
      <div className="grid gap-x-5 gap-y-4 phone:grid-cols-2">
        <Select
          id="otherwise"
          label="Answers of lines that name none"
          options={sets}
          defaultValue={given("otherwise") || (sets[0]?.value ?? "")}
          error={state.fields?.otherwise}
        />
        <Select
          id="after"
          label="Where they go"
          options={[{ value: "", label: "At the end" }, { value: "first", label: "Before all others" }, ...places]}
          defaultValue={given("after")}
        />
      </div>
      <div className="flex flex-wrap gap-2.5">
        <button
          type="submit"
          name="do"
          value="look"
          {...asButton({ look: canTake ? "outline" : "filled" })}
          aria-busy={isSending || undefined}
        >
          Look at it first
        </button>
        {canTake ? (
          <button
            type="submit"
            name="do"
            value="take"
            {...asButton({ look: "filled" })}
            aria-busy={isSending || undefined}
          >
            {plural(plan.rows.length, "Take this statement", `Take these ${plan.rows.length} statements`)}
          </button>
        ) : null}
      </div>
      {plan ? (
        <PastePreview plan={plan} otherwise={sets.find(({ value }) => value === given("otherwise"))?.label ?? ""} />
      ) : null}
    </MarkedForm>
  );
}
