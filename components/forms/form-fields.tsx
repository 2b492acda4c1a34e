"use client";

import type { ComponentProps } from "react";
import { useForm } from "@/components/forms/action-form";
import { Field } from "@/components/ui/field";
import { PasswordField } from "@/components/ui/password-field";
import { Select } from "@/components/ui/select";
import { limits } from "@/lib/limits";

function useNamed(name: string, given?: string) {
  const { id, state } = useForm();
  const typed = state.values?.[name];
  return {
    id: `${id}-${name}`,
    name,
    error: state.fields?.[name],
    defaultValue: typeof typed === "string" ? typed : given,
  };
}

type Named<P> = Omit<P, "id" | "name" | "error" | "defaultValue"> & {
  name: string;
  defaultValue?: string | undefined;
};

export function FormField({ name, defaultValue, ...rest }: Named<ComponentProps<typeof Field>>) {
  return <Field {...rest} {...useNamed(name, defaultValue)} />;
}

/** A password never comes back to the page. */
export function FormPassword({ name, ...rest }: Named<ComponentProps<typeof PasswordField>>) {
  const { id, error } = useNamed(name);
  return <PasswordField {...rest} id={id} name={name} error={error} />;
}

export function FormSelect({ name, defaultValue, ...rest }: Named<ComponentProps<typeof Select>>) {
  return <Select {...rest} {...useNamed(name, defaultValue)} />;
}

/** Six digits or a recovery code. Phones offer the code from the app. */
export function CodeField({ name = "code", label, hint }: { name?: string; label: string; hint?: string }) {
  return (
    <FormField
      name={name}
      label={label}
      hint={hint}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      inputMode="text"
      maxLength={limits.code}
      required
    />
  );
}
