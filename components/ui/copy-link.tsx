"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

/** A link to pass on: selectable without a script, one tap to copy with one. */
export function CopyLink({ id, label, value }: { id: string; label: string; value: string }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setSaid("Copied.");
    } catch {
      setSaid("Select the link and copy it.");
    }
  };
  return (
    <div className="[form+&]:mt-4 [&>[data-look]]:mt-2">
      <Field id={id} label={label} value={value} readOnly onFocus={(event) => event.currentTarget.select()} />
      <Button onClick={copy}>Copy</Button>
      <span role="status">{said}</span>
    </div>
  );
}
