"use client";

import type { ReactNode } from "react";
import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorLine } from "@/components/ui/error-line";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/form-state";
import { counted } from "@/lib/plural";

export type Chosen = { id: string; name: string; sub: string /** Why it is not done for them. */; why?: string };

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  people: readonly Chosen[];
  submit: string;
  busy: string;
  /** What else the form asks, given what it was answered. */
  children?: (state: FormState) => ReactNode;
};

/** Who gets it and who cannot, before it is sent; each with what tells two of one name apart. */
export function SeveralForm({ action, people, submit, busy, children }: Props) {
  const [state, send] = useFormAction(action);
  if (state.status === "done")
    return (
      <Notice
        tone="plain"
        title={state.message}
        announce
        actions={<LinkButton href="/caseload">Go back to the caseload</LinkButton>}
      />
    );
  const gets = people.filter(({ why }) => why === undefined);
  const cannot = people.filter(({ why }) => why !== undefined);
  const error = state.fields?.["clients[]"];
  return (
    <MarkedForm action={send} className="grid max-w-180 gap-5 [&>[data-look]]:justify-self-start" noValidate>
      {state.message ? <Notice tone="attention" title={state.message} announce /> : null}
      {gets.length > 0 ? (
        <fieldset className="m-0 grid min-w-0 gap-3 border-0 p-0">
          <legend className="mb-2 p-0 font-semibold font-serif text-section leading-snug">
            {counted(gets.length, "client")}
          </legend>
          {error ? <ErrorLine>{error}</ErrorLine> : null}
          <div className="grid grid-cols-[repeat(auto-fill,minmax(260px,1fr))] gap-x-6 gap-y-1">
            {gets.map(({ id, name, sub }) => (
              <Checkbox
                key={id}
                id={`client-${id}`}
                name="clients[]"
                value={id}
                label={<bdi>{name}</bdi>}
                sub={sub}
                defaultChecked={state.values ? [state.values["clients[]"] ?? []].flat().includes(id) : true}
              />
            ))}
          </div>
        </fieldset>
      ) : (
        <Notice tone="plain" title="It can be done for nobody of those whom you chose." />
      )}
      {gets.length > 0 ? children?.(state) : null}
      {gets.length > 0 ? (
        <SubmitButton look="filled" busy={busy}>
          {submit}
        </SubmitButton>
      ) : null}
      {cannot.length > 0 ? (
        <section aria-label="Left out">
          <h2 className="mb-2 font-semibold font-serif text-section leading-snug">Left out</h2>
          <ul className="list-none">
            {cannot.map(({ id, name, sub, why }) => (
              <li key={id} className="border-b border-line py-2.5">
                <bdi>{name}</bdi>
                <span className="block text-small text-ink-2">{sub}</span>
                <span className="block text-small">{why}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </MarkedForm>
  );
}
