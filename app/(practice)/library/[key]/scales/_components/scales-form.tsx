"use client";

import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { BarSelect, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { MOST_OWN_SCALES } from "@/lib/assessments/scale-plan";
import { limits } from "@/lib/limits";
import { saveScales } from "../../actions";

type Props = {
  formKey: string;
  items: readonly { id: string; text: string; reversed: boolean; place: number }[];
  titles: readonly string[];
  method: "sum" | "mean";
  direction: string;
};

const places = Array.from({ length: MOST_OWN_SCALES }, (_, place) => place);

/** Titles first, then for each question the scale it counts for. */
export function ScalesForm({ formKey, items, titles, method, direction }: Props) {
  const [state, send] = useFormAction(saveScales);
  const list = (name: string) => [state.values?.[name] ?? []].flat();
  const typed = state.values ? list("titles[]") : titles;
  const placed = new Map(list("places[]").map((entry) => [entry.slice(entry.indexOf("|") + 1), entry.split("|")[0]]));
  return (
    <MarkedForm
      action={send}
      className="[&>[data-look]]:justify-self-start [&_fieldset]:grid [&_fieldset]:gap-3 [&_fieldset]:m-0 [&_fieldset]:p-0 [&_fieldset]:border-0 [&_fieldset]:min-w-0 [&_legend]:mb-2 [&_legend]:p-0 [&_legend]:font-semibold [&_legend]:text-section [&_legend]:leading-snug [&_legend]:font-serif grid gap-5 max-w-180"
      noValidate
    >
      {state.message ? <Notice tone="attention" title={state.message} announce /> : null}
      <input type="hidden" name="key" value={formKey} />
      <fieldset>
        <legend>Scales</legend>
        <div className="grid gap-y-1 gap-x-6 grid-cols-[repeat(auto-fill,minmax(260px,1fr))]">
          {places.map((place) => (
            <Field
              key={place}
              id={`title-${place}`}
              name="titles[]"
              label={`Scale ${place + 1}`}
              maxLength={limits.scaleTitle}
              defaultValue={typed[place] ?? ""}
              error={state.fields?.[`titles.${place}`]}
            />
          ))}
        </div>
        <div className="[&>div:has(>_[data-field])]:grid [&>div:has(>_[data-field])]:mb-3 [&>div:has(>_[data-field])]:grid-rows-subgrid [&>div:has(>_[data-field])]:row-span-4 [&>div>[data-label]]:self-end [&>div>[data-field]]:row-3 grid gap-x-5 -mb-3 grid-cols-[repeat(auto-fit,minmax(180px,1fr))]">
          <Select
            id="method"
            label="How it is counted"
            defaultValue={String(state.values?.method ?? method)}
            options={[
              { value: "sum", label: "Sum of the answers" },
              { value: "mean", label: "Mean of the answers" },
            ]}
          />
          <Select
            id="direction"
            label="Which way is better"
            defaultValue={String(state.values?.direction ?? direction)}
            options={[
              { value: "higher", label: "Higher is better" },
              { value: "lower", label: "Lower is better" },
              { value: "neither", label: "Neither" },
            ]}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>Questions</legend>
        <ul className="list-none">
          {items.map((item) => (
            <li
              className="flex gap-y-1 gap-x-5 py-2.5 border-b border-line flex-wrap items-center justify-between print:break-inside-avoid"
              key={item.id}
            >
              <span className="flex-[1_1_240px]">{item.text}</span>
              <BarSelect
                name="places[]"
                label={`Scale of: ${item.text}`}
                defaultValue={`${placed.get(item.id) ?? (item.place < 0 ? "" : item.place)}|${item.id}`}
                options={[
                  { value: `|${item.id}`, label: "No scale" },
                  ...places.map((place) => ({ value: `${place}|${item.id}`, label: `Scale ${place + 1}` })),
                ]}
              />
              <Checkbox
                id={`reversed-${item.id}`}
                name="reversed[]"
                value={item.id}
                defaultChecked={state.values ? list("reversed[]").includes(item.id) : item.reversed}
                label={
                  <>
                    Reversed<span className="sr-only">: {item.text}</span>
                  </>
                }
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <SubmitButton look="filled" busy="Saving…">
        Save the scales
      </SubmitButton>
    </MarkedForm>
  );
}
