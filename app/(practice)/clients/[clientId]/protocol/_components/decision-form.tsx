"use client";

import type { Route } from "next";
import { useState } from "react";
import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { FormState } from "@/lib/form-state";
import { limits } from "@/lib/limits";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Made with the page: the same form sent twice decides once. */
  id: string;
  clientId: string;
  name: string;
  /** What is decided, as the form sends it. */
  fields: Readonly<Record<string, string>>;
  changes: readonly string[];
  /** Null where nobody reads any words: `unread` says so then. */
  words: string | null;
  unread: string;
  confirm: string;
  /** Ending asks once more; nothing else does. */
  asks: boolean;
  cancel: Route | null;
};

/** What changes, the words that the client will read, and why. Only the last button decides. */
export function DecisionForm({
  action,
  id,
  clientId,
  name,
  fields,
  changes,
  words,
  unread,
  confirm,
  asks,
  cancel,
}: Props) {
  const [state, send] = useFormAction(action);
  const [said, setSaid] = useState(words ?? "");
  const [asking, setAsking] = useState(false);
  const typed = state.values?.reason;
  return (
    <MarkedForm action={send} onSubmit={() => setAsking(false)} noValidate>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="clientId" value={clientId} />
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {words === null ? (
        <div className="mt-3.5 py-3.5 px-4 rounded-control bg-sunken print:border print:border-[#999] print:bg-transparent">
          <p className="text-ink-2 text-small">{unread}</p>
          <input type="hidden" name="words" value="" />
        </div>
      ) : (
        <>
          <div className="mt-3.5 py-3.5 px-4 rounded-control bg-sunken print:border print:border-[#999] print:bg-transparent">
            <p className="text-ink-2 text-small">
              {said.trim() ? `${name} will read` : `${name} will read nothing about this`}
            </p>
            {said.trim() ? <q className="block mt-1 font-normal text-base leading-quote font-serif">{said}</q> : null}
          </div>
          <details className="print:hidden">
            <summary className="py-2.25 text-primary font-semibold hover:text-primary-hover hover:underline max-desk:py-2.75 max-desk:min-h-11">
              Edit message
            </summary>
            <Textarea
              id="words"
              label={`Words for ${name}`}
              hint="Shown on Today, where somebody else may read it: no names and no reasons. Leave empty to say nothing."
              value={said}
              maxLength={limits.wordsToClient}
              onChange={(event) => setSaid(event.target.value)}
              error={state.fields?.words}
            />
          </details>
        </>
      )}
      <ul className="[&>li+li]:mt-0.5 mt-3 mb-3.5 text-ink-2 text-small">
        {changes.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {state.status === "refused" ? <Notice tone="attention" title={state.message} announce /> : null}
      <div className="grid gap-4">
        <Textarea
          id="reason"
          label="Why"
          hint="For the record. Only staff read it."
          rows={2}
          maxLength={limits.pathReason}
          key={String(typed)}
          defaultValue={typeof typed === "string" ? typed : ""}
          error={state.fields?.reason}
          required
        />
        <div className="flex gap-2.5 flex-wrap items-center">
          <SubmitButton
            look="filled"
            busy="Keeping…"
            onClick={(event) => {
              if (!asks) return;
              event.preventDefault();
              setAsking(true);
            }}
          >
            {confirm}
          </SubmitButton>
          {cancel ? (
            <LinkButton look="quiet" href={cancel}>
              Cancel
            </LinkButton>
          ) : null}
        </div>
      </div>
      {asks ? (
        <Dialog open={asking} onClose={() => setAsking(false)} title={`${confirm} for ${name}?`}>
          <p>{changes.join(" ")} What was logged stays. You can undo this afterwards.</p>
          <div className="flex gap-2 mt-2 flex-wrap">
            <Button onClick={() => setAsking(false)}>Not now</Button>
            <SubmitButton look="filled" busy="Keeping…">
              {confirm}
            </SubmitButton>
          </div>
        </Dialog>
      ) : null}
    </MarkedForm>
  );
}
