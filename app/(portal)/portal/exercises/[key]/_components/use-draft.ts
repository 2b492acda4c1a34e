"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useMarked } from "@/components/forms/use-marked";
import type { Values } from "@/components/portal/guide-values";
import type { ExerciseForm } from "@/lib/exercises/exercise";
import type { FormState } from "@/lib/form-state";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

type Kept = { id: string; exerciseKey: string; form: ExerciseForm };

const afterTyping = 800;

/** Sends what was typed, a moment after the last key and at once when the page is put away; one sending at a time. */
export function useDraft({ id, exerciseKey, form: exerciseForm }: Kept, save: Action) {
  const send = useMarked(save);
  const [said, setSaid] = useState("");
  const waiting = useRef<Values | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isSending = useRef(false);
  const isOver = useRef(false);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    if (isSending.current || isOver.current) return;
    isSending.current = true;
    try {
      for (let fields = waiting.current; fields; fields = waiting.current) {
        waiting.current = null;
        const answer = await send({ id, key: exerciseKey, form: exerciseForm, fields: JSON.stringify(fields) });
        if (waiting.current) continue;
        setSaid(answer.status === "refused" ? (answer.message ?? "Not saved yet") : "Saved as you type");
      }
    } catch {
      setSaid("Not saved yet: there is no connection. Your words stay on this page.");
    } finally {
      isSending.current = false;
    }
  }, [id, exerciseKey, exerciseForm, send]);

  useEffect(() => {
    const putAway = () => {
      if (document.visibilityState === "hidden") void flush();
    };
    document.addEventListener("visibilitychange", putAway);
    return () => {
      document.removeEventListener("visibilitychange", putAway);
      clearTimeout(timer.current);
    };
  }, [flush]);

  const keep = useCallback(
    (fields: Values) => {
      waiting.current = fields;
      setSaid("");
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), afterTyping);
    },
    [flush],
  );
  /** The record is on its way: nothing typed is sent after it. */
  const end = useCallback(() => {
    clearTimeout(timer.current);
    isOver.current = true;
  }, []);
  const goOn = useCallback(() => {
    isOver.current = false;
  }, []);
  return { said, keep, end, goOn };
}
