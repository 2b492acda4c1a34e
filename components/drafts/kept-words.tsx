"use client";

import { useEffect, useRef } from "react";
import { changedWords, type Fields, fieldsIn, fillIn } from "@/components/drafts/form-fields";
import { OtherWords } from "@/components/drafts/other-words";
import { useWords } from "@/components/drafts/use-words";
import { useForm } from "@/components/forms/action-form";
import { mayHaveArrived } from "@/components/forms/use-form-action";
import { nothingGiven } from "@/lib/drafts/draft";
import { keptField, keptText } from "@/lib/drafts/ending";
import type { FormState } from "@/lib/form-state";

type Props = {
  place: string;
  /** What the form around it was answered, where that is no ActionForm. */
  state?: FormState;
};

/**
 * Stands in a form and keeps what is typed into it. The page is told nothing of what was begun before: whoever turns to the form is
 * offered it, beside what stands there. The form ends it when it arrives, and its action has to know nothing of that.
 */
export function KeptWords({ place, state }: Props) {
  const around = useForm().state;
  const answer = state ?? around;
  const { writer, start, turn, others, said, ending } = useWords(place, nothingGiven, {
    folds: true,
    isFresh: true,
  });
  const here = useRef<HTMLDivElement>(null);
  const base = useRef<Fields>({});
  const isFilling = useRef(false);

  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form) return;
    base.current = fieldsIn(form);
    const whenTyped = () => {
      if (!isFilling.current) writer.type(changedWords(form, base.current));
    };
    const whenSent = () => writer.end();
    let hasLooked = false;
    const whenTurnedTo = () => {
      if (!hasLooked) void writer.look();
      hasLooked = true;
    };
    form.addEventListener("input", whenTyped);
    form.addEventListener("submit", whenSent);
    form.addEventListener("focusin", whenTurnedTo);
    return () => {
      form.removeEventListener("input", whenTyped);
      form.removeEventListener("submit", whenSent);
      form.removeEventListener("focusin", whenTurnedTo);
    };
  }, [writer]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the fields begin with comes with its turn
  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form || Object.keys(start).length === 0) return;
    isFilling.current = true;
    fillIn(form, { ...base.current, ...start });
    isFilling.current = false;
  }, [turn]);

  useEffect(() => {
    const form = here.current?.closest("form");
    if (answer.status === "refused" || answer.isLook) return writer.goOn(mayHaveArrived(answer));
    if (answer.status !== "done" || !form) return;
    // What stands there now is what was saved.
    base.current = fieldsIn(form);
    writer.finish();
  }, [answer, writer]);

  return (
    <div ref={here} className="contents">
      <OtherWords others={others} writer={writer} />
      {ending !== "0" ? <input type="hidden" name={keptField} value={keptText(place, ending)} /> : null}
      <p role="status" className="text-ink-2 text-small empty:sr-only">
        {said.replace(/^Saved (.*)$/, "Kept $1, not sent yet")}
      </p>
    </div>
  );
}
