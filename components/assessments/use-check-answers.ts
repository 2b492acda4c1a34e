"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useMarked } from "@/components/forms/use-marked";
import type { Answer } from "@/lib/assessments/instrument";
import type { FormState } from "@/lib/form-state";

export type CheckAction = (previous: FormState, form: FormData) => Promise<FormState>;

const retryAfter = 8_000;

/**
 * Answers on their way, one after another. They wait in the open page alone, never on the device, and once an answer has
 * arrived the page knows it no longer.
 */
export function useCheckAnswers(sittingId: string | null, save: CheckAction) {
  const send = useMarked(save);
  const waiting = useRef<Answer[]>([]);
  const sending = useRef<Promise<boolean> | null>(null);
  const [problem, setProblem] = useState("");

  const flush = useCallback((): Promise<boolean> => {
    sending.current ??= (async () => {
      try {
        for (let next = waiting.current[0]; next && sittingId; next = waiting.current[0]) {
          const answered = await send(fieldsOf(sittingId, next));
          if (answered.status === "refused") {
            setProblem(answered.message ?? "");
            return false;
          }
          waiting.current.shift();
        }
        setProblem("");
        return true;
      } catch {
        setProblem("There is no connection. Keep this page open: it tries again by itself.");
        return false;
      } finally {
        sending.current = null;
      }
    })();
    return sending.current;
  }, [send, sittingId]);

  useEffect(() => {
    const retry = () => {
      if (waiting.current.length > 0) void flush();
    };
    const timer = setInterval(retry, retryAfter);
    addEventListener("online", retry);
    return () => {
      clearInterval(timer);
      removeEventListener("online", retry);
    };
  }, [flush]);

  const keep = useCallback(
    (answer: Answer) => {
      waiting.current.push(answer);
      void flush();
    },
    [flush],
  );
  return { keep, flush, problem };
}

const fieldsOf = (sittingId: string, { itemId, form, value }: Answer) => ({
  ...{ sittingId, itemId, form },
  value: value === null ? "" : String(value),
});
