"use client";

import type { ComponentProps } from "react";
import { useForm } from "@/components/forms/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";

type TextareaProps = Omit<ComponentProps<typeof Textarea>, "id" | "name" | "error" | "defaultValue"> & {
  name: string;
  defaultValue?: string | undefined;
};

/** Several lines, which come back when the form is refused and are gone when it is done. */
export function FormTextarea({ name, defaultValue = "", ...rest }: TextareaProps) {
  const { id, state } = useForm();
  const typed = state.status === "refused" ? state.values?.[name] : undefined;
  const given = typeof typed === "string" ? typed : defaultValue;
  return (
    <Textarea
      key={given}
      {...rest}
      id={`${id}-${name}`}
      name={name}
      error={state.fields?.[name]}
      defaultValue={given}
    />
  );
}

type CheckboxProps = Omit<ComponentProps<typeof Checkbox>, "id" | "name" | "error" | "defaultChecked"> & {
  name: string;
  /** Until a refused form says otherwise. */
  isChecked?: boolean;
};

export function FormCheckbox({ name, value = "yes", isChecked = false, ...rest }: CheckboxProps) {
  const { id, state } = useForm();
  const was = state.status === "refused" ? state.values?.[name] === value : isChecked;
  return (
    <Checkbox
      key={String(was)}
      {...rest}
      id={`${id}-${name}`}
      name={name}
      value={value}
      defaultChecked={was}
      error={state.fields?.[name]}
    />
  );
}

type ChoicesProps = Omit<ComponentProps<typeof RadioGroup>, "error"> & { name: string };

export function FormChoices({ name, defaultValue, ...rest }: ChoicesProps) {
  const { state } = useForm();
  const typed = state.status === "refused" ? state.values?.[name] : undefined;
  const chosen = typeof typed === "string" ? typed : defaultValue;
  return <RadioGroup key={chosen ?? ""} {...rest} name={name} defaultValue={chosen} error={state.fields?.[name]} />;
}
