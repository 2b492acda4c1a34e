"use client";

import type { ReactNode } from "react";
import { useForm } from "@/components/forms/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorLine } from "@/components/ui/error-line";

type Props = {
  name: string;
  value?: string;
  label: ReactNode;
  sub?: ReactNode;
  isChecked: boolean;
};

/** A box of a draft: as it stands, or as it was ticked in a form that was refused. */
export function DraftCheckbox({ name, value = "yes", label, sub, isChecked }: Props) {
  const { id, state } = useForm();
  const typed = state.status === "refused" && state.values ? [state.values[name] ?? []].flat() : null;
  const was = typed ? typed.includes(value) : isChecked;
  return (
    <Checkbox
      key={String(was)}
      id={`${id}-${name}-${value}`}
      name={name}
      value={value}
      label={label}
      sub={sub}
      defaultChecked={was}
      error={name.endsWith("[]") ? undefined : state.fields?.[name]}
    />
  );
}

/** What is wrong with several boxes together. */
export function DraftFault({ name }: { name: string }) {
  const { state } = useForm();
  const fault = state.fields?.[name];
  return fault ? <ErrorLine>{fault}</ErrorLine> : null;
}
