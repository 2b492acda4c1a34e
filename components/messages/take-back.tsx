"use client";

import { useEffect, useRef, useState } from "react";
import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { asButton } from "@/components/ui/button";
import { ForAWhile } from "@/components/ui/for-a-while";
import type { FormState } from "@/lib/form-state";
import { UNDO_SECONDS } from "@/lib/messages/hold";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  fields?: Readonly<Record<string, string>>;
  /** The own messages that nobody can read yet, and for how many milliseconds each can be taken back. */
  held: readonly { id: string; left: number }[];
  /** The box to which the words go back, if it is empty. */
  boxId: string;
};

/** Below the box: what was just sent can be taken back for some seconds, and its words come back with it. */
export function TakeBack({ action, fields = {}, held, boxId }: Props) {
  const [state, send, isSending] = useFormAction(action);
  const words = state.status === "done" ? wordsOf(state) : "";
  const given = useRef(state);
  useEffect(() => {
    if (given.current === state) return;
    given.current = state;
    if (words) giveBack(boxId, words);
  }, [state, words, boxId]);
  // Once something else was sent, what was taken back before is no news.
  const ids = held.map(({ id }) => id);
  const [answered, setAnswered] = useState({ state, ids });
  if (answered.state !== state) setAnswered({ state, ids });
  const isNews = state.status !== "idle" && ids.every((id) => answered.ids.includes(id));
  return (
    <div className="mt-2 grid gap-2">
      {held.map(({ id, left }) => (
        <ForAWhile key={id} ms={left}>
          <MarkedForm action={send} className="flex flex-wrap items-center gap-2.5">
            {Object.entries({ ...fields, id }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <button type="submit" {...asButton({ look: "outline", small: true })} aria-disabled={isSending}>
              Take it back
            </button>
            <span className="text-small text-ink-2">Nobody reads it in the first {UNDO_SECONDS} seconds.</span>
          </MarkedForm>
        </ForAWhile>
      ))}
      <p role="status" className="text-ink-2 empty:hidden">
        {isNews ? state.message : ""}
      </p>
      {isNews && words ? <p className="reading hidden whitespace-pre-wrap text-ink noscript:block">{words}</p> : null}
    </div>
  );
}

const wordsOf = ({ shown }: FormState): string => (typeof shown?.words === "string" ? shown.words : "");

/** As if they were typed: whatever keeps what is typed in the box keeps these too. */
function giveBack(boxId: string, words: string): void {
  const box = document.getElementById(boxId);
  if (!(box instanceof HTMLTextAreaElement) || box.value !== "") return;
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(box, words);
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
}
