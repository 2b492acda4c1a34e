"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Values } from "@/components/portal/guide-values";
import { type FormState, idle } from "@/lib/domain/form-state";
import type { ExerciseForm } from "@/lib/domain/protocol/definition";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

type Kept = { id: string; exerciseKey: string; form: ExerciseForm };

const afterTyping = 800;

/** Sends what was typed, a moment after the last key and at once when the page is put away; one sending at a time. */
export function useDraft({ id, exerciseKey, form: exerciseForm }: Kept, save: Action) {
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
        const form = new FormData();
        form.set("id", id);
        form.set("key", exerciseKey);
        form.set("form", exerciseForm);
        form.set("fields", JSON.stringify(fields));
        const answer = await save(idle, form);
        if (waiting.current) continue;
        setSaid(answer.status === "refused" ? (answer.message ?? "Not saved yet") : "Saved as you type");
      }
    } catch {
      setSaid("Not saved yet: there is no connection. Your words stay on this page.");
    } finally {
      isSending.current = false;
    }
  }, [id, exerciseKey, exerciseForm, save]);

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
