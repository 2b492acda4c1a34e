"use client";

import { useEffect, useRef, useState } from "react";
import { plainName } from "@/lib/field-name";
import type { FormState } from "@/lib/form-state";

/** A check that was saved just now. `version`: what a change of it names, so that it changes what the person has seen. */
type SavedCheck = { id: string; score: number; note: string; version: string };

/** As long as a wrong tap is noticed, in milliseconds; then nobody who looks at the page reads the number. */
const changeable = 60_000;

/** What was saved, for a minute, and the way to change it. */
export function useSavedCheck(state: FormState) {
  const sent = useRef<Omit<SavedCheck, "version"> | null>(null);
  const [saved, setSaved] = useState<SavedCheck | null>(null);
  const [changing, setChanging] = useState<SavedCheck | null>(null);
  useEffect(() => {
    const { version } = state.shown ?? {};
    if (state.status !== "done" || !sent.current || typeof version !== "string") return;
    setSaved({ ...sent.current, version });
    setChanging(null);
    const timer = setTimeout(() => setSaved(null), changeable);
    return () => clearTimeout(timer);
  }, [state]);
  const onSend = (form: FormData) => {
    const fields = Object.fromEntries([...form].map(([name, value]) => [plainName(name), String(value)]));
    sent.current = { id: fields.id ?? "", score: Number(fields.score), note: fields.note ?? "" };
  };
  const change = () => {
    setChanging(saved);
    setSaved(null);
  };
  return { saved, changing, change, onSend };
}
