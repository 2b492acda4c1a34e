"use client";

import { useState } from "react";
import { useForm } from "@/components/forms/action-form";
import { FormSelect } from "@/components/forms/form-fields";
import { ErrorLine } from "@/components/ui/error-line";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { conditionWays, MOST_CONDITIONS, rowOf } from "@/lib/assessments/build/conditions";
import { placeOf, shortWords } from "@/lib/assessments/build/places";
import type { Instrument, Item } from "@/lib/assessments/instrument";
import { limits } from "@/lib/limits";

type Props = { instrument: Instrument; item: Item | null; earlier: readonly Item[] };

/** On which earlier answers a question depends. Its answers are chosen from a list; without script they are written. */
export function ConditionFields({ instrument, item, earlier }: Props) {
  const { state } = useForm();
  const typed = (name: string) => (state.status === "refused" ? [state.values?.[name] ?? []].flat() : null);
  const standing = (item?.enableWhen ?? []).map((condition) => rowOf(instrument, condition));
  const [items, ways, values] = [typed("conditionItem[]"), typed("conditionWay[]"), typed("conditionValue[]")];
  const rows = items
    ? items.map((itemId, i) => ({ itemId, way: ways?.[i] ?? "=", value: values?.[i] ?? "" }))
    : standing;
  const count = Math.min(MOST_CONDITIONS, Math.max(1, rows.filter(({ itemId }) => itemId).length + 1));
  return (
    <fieldset>
      <legend>Asked only if</legend>
      <p className="text-small text-ink-2">Leave it empty, and it is always asked.</p>
      {Array.from({ length: count }, (_, i) => i).map((i) => (
        <Row
          key={`${i}-${rows[i]?.itemId ?? ""}`}
          place={i}
          instrument={instrument}
          earlier={earlier}
          row={rows[i] ?? { itemId: "", way: "=", value: "" }}
          fault={state.fields?.[`condition.${i}`]}
        />
      ))}
      {count > 1 ? (
        <FormSelect
          name="behavior"
          label="If there are several"
          options={[
            { value: "all", label: "All of them hold" },
            { value: "any", label: "One of them holds" },
          ]}
          defaultValue={item?.enableBehavior ?? "all"}
        />
      ) : null}
    </fieldset>
  );
}

type RowProps = Pick<Props, "instrument" | "earlier"> & {
  place: number;
  row: { itemId: string; way: string; value: string };
  fault: string | undefined;
};

function Row({ place, instrument, earlier, row, fault }: RowProps) {
  const { id } = useForm();
  const [chosen, choose] = useState(row.itemId);
  const source = earlier.find((one) => one.id === chosen);
  const [way, chooseWay] = useState(row.way || "=");
  const asksForNone = way === "answered" || way === "unanswered";
  const labels = (instrument.optionSets[source?.options ?? ""] ?? []).map(({ value, label }) => label ?? String(value));
  // Words that were typed before it was known what is offered stay to be seen, and to be chosen otherwise.
  const standing = labels.find((label) => label.toLowerCase() === row.value.trim().toLowerCase()) ?? row.value;
  const isForeign = standing !== "" && row.itemId === chosen && !labels.includes(standing);
  const answer = {
    id: `${id}-conditionValue-${place}`,
    name: "conditionValue[]",
    label: (
      <>
        Answer<span className="sr-only">, condition {place + 1}</span>
      </>
    ),
  };
  return (
    <div>
      <div className="grid gap-x-3 gap-y-2 phone:grid-cols-[minmax(0,5fr)_minmax(0,2fr)_minmax(0,3fr)]">
        <Select
          id={`${id}-conditionItem-${place}`}
          name="conditionItem[]"
          label={
            <>
              Question<span className="sr-only">, condition {place + 1}</span>
            </>
          }
          defaultValue={row.itemId}
          onChange={(event) => choose(event.target.value)}
          options={[
            { value: "", label: "None" },
            ...earlier.map((one) => ({
              value: one.id,
              label: `${placeOf(instrument, one.id)}. ${shortWords(one.text ?? "No words yet")}`,
            })),
          ]}
        />
        <Select
          id={`${id}-conditionWay-${place}`}
          name="conditionWay[]"
          label={
            <>
              How<span className="sr-only">, condition {place + 1}</span>
            </>
          }
          defaultValue={row.way || "="}
          onChange={(event) => chooseWay(event.target.value)}
          options={conditionWays}
        />
        {asksForNone ? (
          <input type="hidden" name="conditionValue[]" value="" />
        ) : labels.length > 0 ? (
          <Select
            key={chosen}
            {...answer}
            defaultValue={row.itemId === chosen ? standing : ""}
            options={[
              { value: "", label: "Choose one" },
              ...labels.map((label) => ({ value: label, label })),
              ...(isForeign ? [{ value: standing, label: `${standing} (not offered)` }] : []),
            ]}
          />
        ) : (
          <Field
            key={chosen}
            {...answer}
            type={source?.kind === "date" ? "date" : "text"}
            inputMode={source?.kind === "integer" || source?.kind === "decimal" ? "decimal" : undefined}
            defaultValue={row.itemId === chosen ? row.value : ""}
            maxLength={limits.answerLabel}
          />
        )}
      </div>
      {fault ? <ErrorLine id={`${id}-condition-${place}-error`}>{fault}</ErrorLine> : null}
    </div>
  );
}
