"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type AnswerRecord, waitingAt } from "@/components/assessments/waiting-answers";
import { usePageOwner } from "@/components/forms/page-owner";
import { useMarked } from "@/components/forms/use-marked";
import { answerKey } from "@/lib/assessments/answer-key";
import { type CrisisRule, meetsCrisis } from "@/lib/assessments/crisis-rule";
import type { Answer } from "@/lib/assessments/instrument";
import type { FormState } from "@/lib/form-state";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
type Value = Answer["value"];
const retryAfter = 8_000;
/** An answer that is refused is tried again this often, time enough to sign in in another tab; asking for ever would keep a left page signed in. */
const mostRefusals = 40;

/**
 * Answers on the screen, sent one after another. What could not be sent waits on this device, sealed, and only until it is sent;
 * where `onDevice` is false (safety, somebody else's device) it waits in the open page alone.
 */
export function useSavedAnswers(
  id: string,
  initial: readonly Answer[],
  { save, onDevice, rules }: { save: Action; onDevice: boolean; rules: readonly CrisisRule[] },
) {
  const [answers, setAnswers] = useState(
    () => new Map<string, Value>(initial.map((one) => [answerKey(one.form, one.itemId), one.value])),
  );
  const [saved, setSaved] = useState("");
  const [problem, setProblem] = useState("");
  const [crisis, setCrisis] = useState(false);
  const waiting = useRef(new Map<string, AnswerRecord>());
  const isSending = useRef(false);
  const held = useRef(rules);
  const [count, setCount] = useState(0);
  const refusals = useRef(0);
  const [recalled, setRecalled] = useState(0);
  const { mark } = usePageOwner();
  const send = useMarked(save);
  const isAnothers = useRef(false);
  const device = useMemo(() => (onDevice ? waitingAt(mark, id) : null), [onDevice, mark, id]);
  /** False where nothing can wait: the page alone holds it then. */
  const remember = useCallback(
    async () => Boolean(await device?.remember(isAnothers.current ? [] : [...waiting.current.values()])),
    [device],
  );

  const flush = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      const refused = new Map<string, string>();
      for (let next = unsent(waiting.current, refused); next; next = unsent(waiting.current, refused)) {
        const [key, answer] = next;
        const answered = await send(fieldsOf(id, answer));
        // They wait in the open page then, and not where the other person could find them.
        isAnothers.current = answered.session === "another";
        if (answered.shown?.crisis) setCrisis(true);
        if (waiting.current.get(key) !== answer) continue;
        if (answered.status === "refused") refused.set(key, answered.message ?? "");
        else waiting.current.delete(key);
      }
      refusals.current = refused.size > 0 ? refusals.current + 1 : 0;
      setProblem([...refused.values()][0] ?? "");
      setSaved(refused.size > 0 ? "Not saved yet" : "Saved");
    } catch {
      const isKeptHere = await remember();
      setSaved(isKeptHere ? "Saved on this device" : "Not saved yet: there is no connection. Keep this page open.");
    } finally {
      isSending.current = false;
      void remember();
      setCount(waiting.current.size);
    }
  }, [id, send, remember]);

  useEffect(() => {
    let isGone = false;
    const takeUp = async () => {
      const found = (await device?.recall()) ?? [];
      // What was given on this page meanwhile is newer.
      const left = found.filter((one) => !waiting.current.has(answerKey(one.form, one.itemId)));
      if (isGone || left.length === 0) return;
      for (const answer of left) waiting.current.set(answerKey(answer.form, answer.itemId), answer);
      setRecalled(left.length);
      if (left.some((one) => meetsCrisis(held.current, one))) setCrisis(true);
      setAnswers(
        (before) => new Map([...before, ...left.map((one) => [answerKey(one.form, one.itemId), one.value] as const)]),
      );
      void flush();
    };
    void takeUp();
    const retry = () => {
      if (waiting.current.size > 0 && refusals.current < mostRefusals) void flush();
    };
    const timer = setInterval(retry, retryAfter);
    addEventListener("online", retry);
    return () => {
      isGone = true;
      clearInterval(timer);
      removeEventListener("online", retry);
    };
  }, [flush, device]);

  const keep = (given: Answer) => {
    const answer = { ...given, at: Date.now() };
    const key = answerKey(answer.form, answer.itemId);
    setAnswers((before) => new Map(before).set(key, answer.value));
    waiting.current.set(key, answer);
    void remember();
    setCount(waiting.current.size);
    setSaved("Saving…");
    if (meetsCrisis(held.current, given)) setCrisis(true);
    refusals.current = 0;
    void flush();
  };
  return { answers, keep, saved, problem, crisis, recalled, isSettled: count === 0 };
}

/** One answer that is refused holds none of the others up. */
const unsent = (waiting: Map<string, AnswerRecord>, refused: Map<string, string>) =>
  [...waiting].find(([key]) => !refused.has(key));

function fieldsOf(assessmentId: string, { itemId, form, value, at }: AnswerRecord): Record<string, string> {
  const given = value === null ? "" : String(value);
  return { assessmentId, itemId, form, value: given, waited: String(Date.now() - at) };
}
