"use client";

import { useFormStatus } from "react-dom";
import { asButton } from "@/components/ui/button";

/** Keeps the question and opens the form of the one after it, for whoever writes one after the other. */
export function SaveAndNext() {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      name="goOn"
      value="next"
      {...asButton()}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    >
      Save, and write the next
    </button>
  );
}
