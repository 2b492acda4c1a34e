"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { FormState } from "@/lib/form-state";

/** Leads to the first field that has to be mended: on a phone it may be out of sight of the button. */
export function useRefusalFocus(state: FormState): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.status !== "refused") return;
    const around = form.current?.querySelector("[data-error]")?.closest("fieldset, div");
    around?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }, [state]);
  return form;
}
