import type { ReactNode } from "react";
import { asChoice, ChoiceBox } from "@/components/ui/choice-box";
import { classNames } from "@/components/ui/class-names";
import { ErrorLine } from "@/components/ui/error-line";
import { Hint } from "@/components/ui/hint";

export type Choice = { value: string; label: ReactNode; sub?: ReactNode; disabled?: boolean };

type Props = {
  name: string;
  legend: ReactNode;
  hideLegend?: boolean;
  choices: readonly Choice[];
  /** Nothing is chosen unless this says so. */
  defaultValue?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  /** Bordered rows, for choices with a second line. */
  cards?: boolean;
};

export function RadioGroup({ name, legend, hideLegend, choices, defaultValue, hint, error, required, cards }: Props) {
  const described = classNames(Boolean(hint) && `${name}-hint`, Boolean(error) && `${name}-error`) || undefined;
  return (
    <fieldset className={cards ? "grid gap-2.5" : undefined} aria-describedby={described}>
      <legend className={hideLegend ? "sr-only" : "mb-1.5 font-semibold"}>{legend}</legend>
      {hint ? <Hint id={`${name}-hint`}>{hint}</Hint> : null}
      {error ? <ErrorLine id={`${name}-error`}>{error}</ErrorLine> : null}
      {choices.map((choice) => (
        <label className={asChoice(cards)} key={choice.value}>
          <ChoiceBox
            type="radio"
            name={name}
            value={choice.value}
            defaultChecked={choice.value === defaultValue}
            disabled={choice.disabled}
            required={required}
          />
          <span>
            {choice.sub ? <b>{choice.label}</b> : choice.label}
            {choice.sub ? <span className="block text-small text-ink-2 portal:text-body">{choice.sub}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
