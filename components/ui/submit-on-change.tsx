"use client";

import { useEffect } from "react";

/** Sends a filter form as soon as one of its selects changes. Without a script its button does the same. */
export function SubmitOnChange({ form }: { form: string }) {
  useEffect(() => {
    const listen = (event: Event) => {
      const target = event.target;
      if (target instanceof HTMLSelectElement && target.form?.id === form) target.form.requestSubmit();
    };
    document.addEventListener("change", listen);
    return () => document.removeEventListener("change", listen);
  }, [form]);
  return null;
}
