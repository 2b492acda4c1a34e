"use client";

import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { useRefusalFocus } from "@/components/forms/use-refusal-focus";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/form-state";

type Props = { action: (previous: FormState, form: FormData) => Promise<FormState>; version: number; limits: number };

export function AgreeForm({ action, version, limits }: Props) {
  const [state, send] = useFormAction(action);
  const form = useRefusalFocus(state);
  return (
    <MarkedForm ref={form} action={send} className="grid gap-4" noValidate>
      {state.status === "refused" && !state.fields?.agreed ? (
        <Notice tone="attention" title={state.message} announce />
      ) : null}
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="limits" value={limits} />
      <Checkbox id="agreed" value="yes" label="I have read this and I agree." error={state.fields?.agreed} />
      <div className="flex gap-2.5 flex-wrap items-center">
        <SubmitButton look="filled" busy="Saving…">
          Agree and go on
        </SubmitButton>
      </div>
    </MarkedForm>
  );
}
