import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { FormTextarea } from "@/components/forms/form-words";
import { LinkButton } from "@/components/ui/link-button";
import { setWords } from "@/lib/assessments/build/answers";
import { itemKinds, itemWords, YES_NO } from "@/lib/assessments/build/item-form";
import { placeOf } from "@/lib/assessments/build/places";
import type { Instrument, Item } from "@/lib/assessments/instrument";
import { revisionOfWords } from "@/lib/drafts/standing-words";
import { limits } from "@/lib/limits";
import { paths } from "@/lib/paths";
import { draftForm } from "../../../_components/form-look";
import { saveQuestion } from "../actions";
import { ConditionFields } from "./condition-fields";
import { DraftCheckbox, DraftFault } from "./draft-checkbox";
import { SaveAndNext } from "./save-and-next";

type Props = {
  instrument: Instrument;
  /** Null for a new one. */
  item: Item | null;
  /** Where a new one goes: the id before it, "first", or empty for the end. */
  after: string;
};

/** All that one question is, in one form. It can be saved before the others have any words. */
export function QuestionForm({ instrument, item, after }: Props) {
  const { key, optionSets, scales, items } = instrument;
  const words = item ? itemWords(instrument, item) : null;
  const sets = Object.entries(optionSets).filter(([name]) => name !== YES_NO);
  const usual = items.findLast(({ kind, options }) => kind === "choice" && options !== YES_NO)?.options ?? "";
  const place = item ? placeOf(instrument, item.id) : placeOfNew(instrument, after);
  const earlier = items.filter((one, i) => i + 1 < place && one.kind !== "display" && one.id !== item?.id);
  const countable = scales.filter(({ method }) => method !== "algorithm");
  return (
    <ActionForm
      key={`${item?.id ?? "new"}-${after}`}
      action={saveQuestion}
      submit="Save the question"
      busy="Saving…"
      className={draftForm}
      beside={
        <>
          <SaveAndNext />
          <LinkButton href={paths.instrument(key).build} look="quiet">
            Close without saving
          </LinkButton>
        </>
      }
    >
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="id" value={item?.id ?? ""} />
      <input type="hidden" name="after" value={after} />
      {words ? <input type="hidden" name="seen" value={revisionOfWords(words)} /> : null}
      <FormTextarea
        name="text"
        label="Statement or question"
        rows={2}
        defaultValue={item?.text ?? ""}
        maxLength={limits.statement}
        required
      />
      <div className="grid gap-x-5 gap-y-4 phone:grid-cols-2">
        <FormSelect name="kind" label="How it is answered" options={itemKinds} defaultValue={words?.kind ?? "choice"} />
        <FormSelect
          name="options"
          label="Answers of a choice"
          options={[
            { value: "", label: "Its own, written below" },
            ...sets.map(([value, options]) => ({ value, label: setWords(options) })),
          ]}
          defaultValue={item ? (item.options ?? "") : usual}
        />
      </div>
      <details className="print:hidden">
        <summary className="cursor-pointer py-1 font-semibold text-primary">
          Answers of its own, or a number’s ends
        </summary>
        <div className="grid gap-4 pt-3">
          <FormTextarea
            name="ownAnswers"
            label="Answers of its own"
            hint="One on each line, with what it counts in front: “0 Never”. Without numbers they count from 0 on; a dash in front counts for nothing: “- Does not apply”."
            rows={4}
          />
          <div className="grid gap-x-5 gap-y-4 phone:grid-cols-2">
            <FormField name="min" label="Least number" defaultValue={words?.min} inputMode="decimal" />
            <FormField name="max" label="Most" defaultValue={words?.max} inputMode="decimal" />
          </div>
        </div>
      </details>
      <fieldset>
        <legend>Counting</legend>
        {countable.length > 0 ? (
          <>
            {countable.map((scale) => (
              <DraftCheckbox
                key={scale.key}
                name="counts[]"
                value={scale.key}
                label={`Counts for ${scale.title}`}
                isChecked={item ? scale.items.includes(item.id) : false}
              />
            ))}
            <DraftFault name="counts" />
          </>
        ) : (
          <p className="text-small text-ink-2">There is no scale yet. Scales are made on their own page.</p>
        )}
        <DraftCheckbox
          name="reversed"
          label="Reversed"
          sub="Agreeing means less of what the scale measures: the highest answer counts as the lowest."
          isChecked={item?.reversed ?? false}
        />
      </fieldset>
      <fieldset>
        <legend>Asking</legend>
        <DraftCheckbox
          name="required"
          label="An answer is asked for before sending"
          isChecked={item ? item.required : true}
        />
        <DraftCheckbox
          name="mayDecline"
          label="“I prefer not to answer” is offered"
          isChecked={item?.mayDecline ?? false}
        />
        <FormField
          name="section"
          label="Heading above it"
          hint="For a group of questions. May stay empty."
          defaultValue={words?.section}
          maxLength={limits.itemSection}
        />
      </fieldset>
      {earlier.length > 0 ? <ConditionFields instrument={instrument} item={item} earlier={earlier} /> : null}
    </ActionForm>
  );
}

/** Behind the question that `after` names; at the end where it names none. */
function placeOfNew(instrument: Instrument, after: string): number {
  if (after === "first") return 1;
  return after === "" ? instrument.items.length + 1 : placeOf(instrument, after) + 1;
}
