"use client";

import { useMemo } from "react";
import { usePageOwner } from "@/components/forms/page-owner";
import { lookAgain } from "@/components/forms/session-news";
import { type FormState, idle } from "@/lib/form-state";
import { ownerField } from "@/lib/typed-form";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** Fields as a form would send them, with whose page they come from. */
export function markedFields(fields: Readonly<Record<string, string>>, mark: string): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, [ownerField]: mark })) form.set(name, value);
  return form;
}

/** For what is sent without a form: drafts, answers, choices. It carries whose page it comes from as a form does. */
export function useMarked(action: FormAction): (fields: Readonly<Record<string, string>>) => Promise<FormState> {
  const { mark } = usePageOwner();
  return useMemo(
    () => async (fields) => {
      const answer = await action(idle, markedFields(fields, mark));
      lookAgain(answer);
      return answer;
    },
    [action, mark],
  );
}
