"use client";

import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Notice } from "@/components/ui/notice";
import { arrange } from "../actions";

/** The one form of all buttons that move or remove a question. They stand in their rows and name it. */
export function ArrangeForm({ formKey }: { formKey: string }) {
  const [state, send] = useFormAction(arrange);
  return (
    <MarkedForm id="arrange" action={send}>
      {state.message ? <Notice tone="attention" title={state.message} announce /> : null}
      <input type="hidden" name="key" value={formKey} />
    </MarkedForm>
  );
}
