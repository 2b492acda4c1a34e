"use client";

import { type RefObject, useEffect, useState } from "react";
import { asButton } from "@/components/ui/button";
import { asNotice } from "@/components/ui/notice";

import { fieldAt } from "@/lib/exercises/attempt-fields";
import { plainName } from "@/lib/field-name";
import type { FormState } from "@/lib/form-state";

type Place = { field: string; sentence: string; step: number };

type Props = {
  form: RefObject<HTMLFormElement | null>;
  state: FormState;
  /** What else may have gone wrong, where no field is open. */
  otherwise: string;
  go: (step: number) => void;
};

/** What is open, each with its step and the way to it. A sentence at the end about a choice three steps back is no help. */
export function OpenPlaces({ form, state, otherwise, go }: Props) {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  useEffect(() => {
    setPlaces(
      Object.entries(state.fields ?? {}).flatMap(([at, sentence]) => {
        const field = fieldAt(at);
        const step = stepOf(form.current, field);
        return step < 0 ? [] : [{ field, sentence, step }];
      }),
    );
  }, [form, state]);
  const lead = (place: Place) => {
    go(place.step);
    // The step is shown first; then the field can take the focus from its heading.
    requestAnimationFrame(() => requestAnimationFrame(() => controlsOf(form.current, place.field)[0]?.focus()));
  };
  return (
    <div {...asNotice("attention")} role="alert">
      {places.length === 0 ? (
        <p>{otherwise}</p>
      ) : (
        <ul className="grid gap-1">
          {places.map((place) => (
            <li key={place.field}>
              <span className="font-strong text-ink">Open in step {place.step + 1}:</span> {place.sentence}{" "}
              <button type="button" {...asButton({ look: "quiet" })} onClick={() => lead(place)}>
                Go to it
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const controlsOf = (form: HTMLFormElement | null, field: string): HTMLElement[] =>
  [...(form?.elements ?? [])].filter(
    (one): one is HTMLInputElement =>
      "name" in one &&
      one instanceof HTMLElement &&
      plainName(String(one.name)) === field &&
      !one.matches("[type=hidden]"),
  );

function stepOf(form: HTMLFormElement | null, field: string): number {
  const step = controlsOf(form, field)[0]?.closest("[data-step]");
  return step && form ? [...form.querySelectorAll("[data-step]")].indexOf(step) : -1;
}
