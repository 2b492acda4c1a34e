"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { Toast } from "@/components/ui/toast";
import { type FormState, idle } from "@/lib/domain/form-state";
import { undoSeconds } from "../undo-seconds";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  id: string;
  clientId: string;
  decisionId: string;
  /** The address without the decision, once this has been read. */
  after: Route;
  children: string;
};

/** What was decided, with Undo, for as long as the page offers it. */
export function DecidedToast({ action, id, clientId, decisionId, after, children }: Props) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<string>();
  const isRefused = useRef(false);
  const gone = useCallback(() => {
    if (!isRefused.current) router.replace(after, { scroll: false });
  }, [router, after]);
  const undo = async () => {
    const form = new FormData();
    form.set("id", id);
    form.set("clientId", clientId);
    form.set("undoes", decisionId);
    const answer = await action(idle, form);
    if (answer.status !== "refused") return;
    isRefused.current = true;
    setRefusal(answer.message);
  };
  if (refusal) return <Notice tone="attention" title={refusal} announce />;
  return (
    <Toast undo={{ action: undo }} onGone={gone} seconds={undoSeconds}>
      {children}
    </Toast>
  );
}
