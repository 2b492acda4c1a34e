"use client";

import type { ComponentProps } from "react";
import { useGivenValues } from "@/components/portal/guide-values";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { Scale } from "./scale";

/* The fields of a guide, each with what the guide was given for it. */

export function GuideTextarea(props: Omit<ComponentProps<typeof Textarea>, "defaultValue">) {
  return <Textarea {...props} defaultValue={useGivenValues()[props.id]} />;
}

export function GuideField(props: Omit<ComponentProps<typeof Field>, "defaultValue">) {
  return <Field {...props} defaultValue={useGivenValues()[props.id]} />;
}

export function GuideChoices(props: Omit<ComponentProps<typeof RadioGroup>, "defaultValue">) {
  return <RadioGroup {...props} defaultValue={useGivenValues()[props.name]} />;
}

export function GuideScale(props: Omit<ComponentProps<typeof Scale>, "value">) {
  return <Scale {...props} value={useGivenValues()[props.name]} />;
}

export function GuideCheckbox({ value, ...props }: ComponentProps<typeof Checkbox> & { value: string }) {
  return <Checkbox {...props} value={value} defaultChecked={useGivenValues()[props.id] === value} />;
}
