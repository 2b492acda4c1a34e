"use client";

import { useForm } from "@/components/forms/action-form";
import { CopyLink } from "@/components/ui/copy-link";

/** A link that the form's answer brought, to be copied now: it is not kept anywhere. */
export function ShownLink({ label }: { label: string }) {
  const { id, state } = useForm();
  const link = state.shown?.link;
  return typeof link === "string" ? <CopyLink id={`${id}-link`} label={label} value={link} /> : null;
}
