"use client";

import type { ComponentProps, ReactNode } from "react";
import { asField, ControlFrame, type ControlText, describedBy } from "@/components/ui/control-frame";
import { Icon } from "@/components/ui/icon";

export type Option = { value: string; label: string; disabled?: boolean };

type Props = Omit<ComponentProps<"select">, "id" | "children"> &
  ControlText & { beside?: ReactNode; options: readonly Option[] };

/** A select that stays as it is takes no new default: not what was typed into a refused form, not another address. */
const anew = ({ defaultValue }: ComponentProps<"select">) => String(defaultValue);

export function Select({ id, label, hint, error, beside, options, ...select }: Props) {
  return (
    <ControlFrame id={id} label={label} hint={hint} error={error} beside={beside}>
      <select
        key={anew(select)}
        id={id}
        name={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ id, hint, error })}
        {...select}
      >
        <Options options={options} />
      </select>
      <Icon name="down" small />
    </ControlFrame>
  );
}

type BareProps = Omit<ComponentProps<"select">, "children"> & {
  /** Read out, and printed before the value when `showLabel`. */
  label: string;
  showLabel?: boolean;
  options: readonly Option[];
};

/** One box on a tool bar: the label stands inside it, or is for screen readers alone. */
export function BarSelect({ label, showLabel = false, options, className, ...select }: BareProps) {
  return (
    <label {...asField("plain", className)}>
      <span className={showLabel ? "text-ink-2" : "sr-only"}>{label}</span>
      <select key={anew(select)} {...select}>
        <Options options={options} />
      </select>
      <Icon name="down" small />
    </label>
  );
}

function Options({ options }: { options: readonly Option[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  ));
}
