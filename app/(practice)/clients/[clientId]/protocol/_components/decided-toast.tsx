"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import { useMarked } from "@/components/forms/use-marked";
import { Notice } from "@/components/ui/notice";
import { Toast } from "@/components/ui/toast";
import type { FormState } from "@/lib/form-state";
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
  const send = useMarked(action);
  const [refusal, setRefusal] = useState<string>();
  const isRefused = useRef(false);
  const gone = useCallback(() => {
    if (!isRefused.current) router.replace(after, { scroll: false });
  }, [router, after]);
  const undo = async () => {
    const answer = await send({ id, clientId, undoes: decisionId });
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
