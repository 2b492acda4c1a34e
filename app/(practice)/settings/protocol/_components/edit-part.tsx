"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useForm } from "@/components/forms/action-form";

type Props = {
  id: string;
  summary: ReactNode;
  /** The beginnings of the names of its fields: a fault in one of them opens it. */
  fields: readonly string[];
  /** Whether the last step ended here: it is open, and the keyboard goes on from it. */
  isPlace: boolean;
  children: ReactNode;
};

/** A part of the draft that opens: a phase, a week, an exercise. */
export function EditPart({ id, summary, fields, isPlace, children }: Props) {
  const { state } = useForm();
  const head = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isPlace) head.current?.focus();
  }, [isPlace]);
  const hasFault = Object.keys(state.fields ?? {}).some((name) => fields.some((start) => name.startsWith(start)));
  return (
    <details className="print:hidden" id={id} open={hasFault || isPlace || undefined}>
      <summary
        className="py-2.25 text-primary font-semibold hover:text-primary-hover hover:underline max-desk:py-2.75 max-desk:min-h-11"
        ref={head}
      >
        {summary}
        {hasFault ? <span> Something here needs a look.</span> : null}
      </summary>
      <div className="grid gap-4">{children}</div>
    </details>
  );
}
