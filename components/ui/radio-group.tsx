import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";

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
    <fieldset className={classNames("choices", cards && "cards")} aria-describedby={described}>
      <legend className={hideLegend ? "vh" : undefined}>{legend}</legend>
      {hint ? (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="error" id={`${name}-error`}>
          <Icon name="warning" small />
          <span>{error}</span>
        </p>
      ) : null}
      {choices.map((choice) => (
        <label className="choice" key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            defaultChecked={choice.value === defaultValue}
            disabled={choice.disabled}
            required={required}
          />
          <span>
            {choice.sub ? <b>{choice.label}</b> : choice.label}
            {choice.sub ? <span className="sub">{choice.sub}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
