"use client";

import { useState } from "react";
import { ActionForm, useForm } from "@/components/forms/action-form";
import { Button } from "@/components/ui/button";
import { ErrorLine } from "@/components/ui/error-line";
import { Field } from "@/components/ui/field";
import { answersSaid, MOST_ANSWERS, rowsOf } from "@/lib/assessments/build/answers";
import type { Option } from "@/lib/assessments/instrument";
import { revisionOfWords } from "@/lib/drafts/standing-words";
import { limits } from "@/lib/limits";
import { draftForm } from "../../../_components/form-look";
import { saveSet } from "../../build/actions";

type Props = { formKey: string; set: string; options: readonly Option[] };

/** Empty rows at the end of a set; saved and opened again, there are as many once more. */
const SPARE = 3;

/** What each answer says and counts, one row each. A row that is emptied goes. */
export function AnswersForm({ formKey, set, options }: Props) {
  return (
    <ActionForm action={saveSet} submit="Save the answers" busy="Saving…" className={draftForm}>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="set" value={set} />
      {set ? <input type="hidden" name="seen" value={revisionOfWords(answersSaid(rowsOf(options)))} /> : null}
      <p className="text-small text-ink-2">
        What an answer counts may stay empty: “Does not apply” then leaves its question uncounted. Two answers may count
        the same. Empty both fields to take an answer out.
      </p>
      <Rows options={options} />
    </ActionForm>
  );
}

function Rows({ options }: Pick<Props, "options">) {
  const { id, state } = useForm();
  const typed = (name: string) => (state.status === "refused" ? [state.values?.[name] ?? []].flat() : null);
  const [labels, counts, values] = [typed("label[]"), typed("counts[]"), typed("value[]")];
  const standing = rowsOf(options);
  const known = labels
    ? labels.map((label, i) => ({ label, counts: counts?.[i] ?? "", value: values?.[i] ?? "" }))
    : standing;
  const [more, setMore] = useState(0);
  const count = Math.min(MOST_ANSWERS, Math.max(known.length, standing.length + SPARE) + more);
  const fault = state.fields?.answers;
  return (
    <div className="grid gap-3">
      {fault ? <ErrorLine announce>{fault}</ErrorLine> : null}
      {Array.from({ length: count }, (_, i) => i).map((i) => (
        <div key={`${i}-${known[i]?.label ?? ""}`} className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3">
          <input type="hidden" name="value[]" value={known[i]?.value ?? ""} />
          <Field
            id={`${id}-counts-${i}`}
            name="counts[]"
            label={
              <>
                Counts<span className="sr-only">, answer {i + 1}</span>
              </>
            }
            inputMode="decimal"
            defaultValue={known[i]?.counts ?? ""}
            error={state.fields?.[`counts.${i}`]}
          />
          <Field
            id={`${id}-label-${i}`}
            name="label[]"
            label={`Answer ${i + 1}`}
            defaultValue={known[i]?.label ?? ""}
            maxLength={limits.answerLabel}
            error={state.fields?.[`label.${i}`]}
          />
        </div>
      ))}
      {count < MOST_ANSWERS ? (
        <Button small className="hidden justify-self-start scripted:inline-flex" onClick={() => setMore(more + SPARE)}>
          More rows
        </Button>
      ) : null}
    </div>
  );
}
