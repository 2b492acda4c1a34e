"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useActionState, useCallback } from "react";
import { Notice } from "@/components/ui/notice";
import { Toast } from "@/components/ui/toast";
import { type FormState, idle } from "@/lib/domain/form-state";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  id: string;
  clientId: string;
  decisionId: string;
  /** The address without the decision, once this has been read. */
  after: Route;
  children: string;
};

/** What was decided, for ten seconds, with Undo. */
export function DecidedToast({ action, id, clientId, decisionId, after, children }: Props) {
  const router = useRouter();
  const [state, send] = useActionState(action, idle);
  const gone = useCallback(() => router.replace(after, { scroll: false }), [router, after]);
  if (state.status === "refused") return <Notice tone="attention" title={state.message} announce />;
  const undo = () => {
    const form = new FormData();
    form.set("id", id);
    form.set("clientId", clientId);
    form.set("undoes", decisionId);
    send(form);
  };
  return (
    <Toast undo={{ action: undo }} onGone={gone}>
      {children}
    </Toast>
  );
}
