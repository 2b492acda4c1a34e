"use client";

import { createContext, lazy, type ReactNode, use, useId } from "react";
import { MarkedForm } from "@/components/forms/marked-form";
import { SentAgain } from "@/components/forms/sent-again";
import { useFormAction } from "@/components/forms/use-form-action";
import { useRefusalFocus } from "@/components/forms/use-refusal-focus";
import type { ButtonLook } from "@/components/ui/button";
import { Disclose } from "@/components/ui/disclose";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, idle } from "@/lib/form-state";

/** Loaded where it is asked for: few forms ever do. */
const ProofField = lazy(() => import("@/components/forms/proof-field").then((one) => ({ default: one.ProofField })));

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

const FormContext = createContext<{ id: string; state: FormState }>({ id: "", state: idle });

/** What the form around this component was answered, and the prefix of its ids. */
export const useForm = () => use(FormContext);

type Props = {
  action: FormAction;
  submit: ReactNode;
  /** What the button says on the way. */
  busy: string;
  look?: ButtonLook;
  small?: boolean;
  className?: string;
  children?: ReactNode;
  /** The form is folded away behind this. */
  fold?: string | undefined;
  /** Stands in the form's place once it is done. */
  whenDone?: ReactNode;
  /** Stands in the form's place while there is nothing to send. The form keeps its place in the tree, for answers without script. */
  instead?: ReactNode;
  /** Other ways on, in one row behind the button. */
  beside?: ReactNode;
  /** Stands below the form, outside of it: what the answer brought to be copied. */
  below?: ReactNode;
};

/** A form that works without script and says what came of it. What was typed comes back to its fields. */
export function ActionForm({
  action,
  submit,
  busy,
  look = "filled",
  small,
  className,
  children,
  fold,
  whenDone,
  instead,
  beside,
  below,
}: Props) {
  const [state, send] = useFormAction(action);
  const id = useId();
  const ref = useRefusalFocus(state);
  const replaced = state.status === "done" ? whenDone : state.status === "idle" ? instead : undefined;
  const button = (
    <SubmitButton look={look} small={small} busy={busy}>
      {submit}
    </SubmitButton>
  );
  const form = (
    <MarkedForm ref={ref} action={send} className={className} noValidate>
      {state.message ? <Answer state={state} /> : null}
      <SentAgain state={state} />
      {children}
      {state.needsProof ? <ProofField id={id} state={state} /> : null}
      {beside ? (
        <div className="flex flex-wrap gap-2.5 items-center">
          {button}
          {beside}
        </div>
      ) : (
        button
      )}
    </MarkedForm>
  );
  return (
    <FormContext value={{ id, state }}>
      {replaced ?? (fold ? <Disclose label={fold}>{form}</Disclose> : form)}
      {below}
    </FormContext>
  );
}

function Answer({ state }: { state: FormState }) {
  return <Notice tone={state.status === "refused" ? "attention" : "plain"} title={state.message} announce />;
}
