"use client";

import { type ReactNode, useState } from "react";
import { useForm } from "@/components/forms/action-form";

export function CopyButton({ text, children }: { text: string; children: ReactNode }) {
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="btn small"
      onClick={() =>
        navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          () => undefined,
        )
      }
    >
      <span aria-live="polite">{copied ? "Copied" : children}</span>
    </button>
  );
}

/** A link that the form's answer brought, to be copied now: it is not kept anywhere. */
export function ShownLink({ label }: { label: string }) {
  const { id, state } = useForm();
  const link = state.shown?.link;
  if (typeof link !== "string") return null;
  return (
    <div>
      <label className="label" htmlFor={`${id}-link`}>
        {label}
      </label>
      <div className="field readonly">
        <input id={`${id}-link`} readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
        <CopyButton text={link}>Copy</CopyButton>
      </div>
    </div>
  );
}
