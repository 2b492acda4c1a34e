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
    <MarkedForm action={send} className="long-form" noValidate>
      {state.message ? <Notice tone="attention" title={state.message} announce /> : null}
      <input type="hidden" name="key" value={formKey} />
      <fieldset>
        <legend>Scales</legend>
        <div className="two-up">
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
        <div className="short-fields">
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
        <ul className="rows">
          {items.map((item) => (
            <li key={item.id}>
              <span className="grow">{item.text}</span>
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
                    Reversed<span className="vh">: {item.text}</span>
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
