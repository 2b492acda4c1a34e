"use client";

import { useEffect, useRef, useState } from "react";
import { useGuideValues } from "@/components/portal/guide-values";
import { asButton } from "@/components/ui/button";

type Props = {
  minutes: number;
  /** Where the page remembers its end while the draft is on its way: numbers only. */
  storageKey: string;
  words: { start: string; stop: string; over: string; stopped: string };
  /** The field that takes the seconds lived, where the exercise keeps them. */
  countInto?: string;
  /** A checkbox of the guide that has to be ticked first, and the sentence until then. */
  needs?: { field: string; sentence: string };
};

const endField = "$endsAt";
const livedField = "$lived";

/** Counts towards an instant and not from a start: a locked screen, a reload or another device cannot lose it. */
export function Timer({ minutes, storageKey, words, countInto, needs }: Props) {
  const values = useGuideValues();
  const [endsAt, setEndsAt] = useState<number | null>(() => numberOr(values[endField]));
  const [stopped, setStopped] = useState<number | null>(() => numberOr(values[livedField]));
  const [now, setNow] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const changed = useRef(false);
  const total = minutes * 60;
  const isRunning = endsAt !== null && stopped === null;
  const left = endsAt === null || now === null ? total : Math.min(total, Math.max(0, Math.ceil((endsAt - now) / 1000)));
  const isOver = isRunning && now !== null && left === 0;

  useEffect(() => {
    setNow(Date.now());
    if (endsAt === null) setEndsAt(recall(storageKey));
  }, [endsAt, storageKey]);
  useEffect(() => {
    if (!isRunning || isOver) return;
    const look = () => setNow(Date.now());
    const ticking = setInterval(look, 500);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(ticking);
      document.removeEventListener("visibilitychange", look);
    };
  }, [isRunning, isOver]);
  // The guide reads its fields after they have changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these two are what the fields show
  useEffect(() => {
    if (changed.current) field.current?.form?.dispatchEvent(new Event("input", { bubbles: true }));
    changed.current = false;
  }, [endsAt, stopped]);

  const set = (end: number | null, lived: number | null) => {
    changed.current = true;
    remember(storageKey, lived === null ? end : null);
    setNow(Date.now());
    setEndsAt(end);
    setStopped(lived);
  };
  const lived = stopped ?? (endsAt === null ? 0 : total - left);
  const waits = needs !== undefined && values[needs.field] === undefined;
  return (
    <div data-timer className="grid gap-3 py-3 justify-items-center text-center">
      <input type="hidden" name={endField} value={endsAt ?? ""} ref={field} />
      <input type="hidden" name={livedField} value={stopped ?? ""} />
      {countInto ? <input type="hidden" name={countInto} value={lived} /> : null}
      <p
        className="font-medium text-[min(4.5rem,24vw)] leading-[1.1] font-serif figures"
        data-scripted
        role="timer"
        aria-live="off"
      >
        {now === null ? "\u00a0" : clock(stopped === null ? left : total - stopped)}
      </p>
      <p role="status">{isOver ? words.over : stopped === null ? "" : words.stopped}</p>
      {endsAt === null || stopped !== null || isOver ? (
        <button
          type="button"
          data-scripted
          {...asButton({ look: endsAt === null ? "filled" : "outline" }, "min-w-[min(220px,100%)]")}
          disabled={waits}
          aria-describedby={waits ? "timer-waits" : undefined}
          onClick={() => set(Date.now() + total * 1000, null)}
        >
          {endsAt === null ? words.start : "Start again"}
        </button>
      ) : (
        <button
          type="button"
          data-scripted
          {...asButton({}, "min-w-[min(220px,100%)]")}
          onClick={() => set(endsAt, total - left)}
        >
          {words.stop}
        </button>
      )}
      <noscript>
        <p className="text-ink-2">This page cannot count here. A clock of your own does it as well.</p>
      </noscript>
      {waits ? (
        <p className="text-ink-2" id="timer-waits">
          {needs.sentence}
        </p>
      ) : null}
    </div>
  );
}

const numberOr = (text: string | undefined): number | null => (text ? Number(text) || 0 : null);

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** Storage may be switched off; the draft then keeps the end alone. */
function remember(key: string, end: number | null): void {
  try {
    if (end === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, String(end));
  } catch {
    // The page still holds it.
  }
}

function recall(key: string): number | null {
  try {
    return numberOr(sessionStorage.getItem(key) ?? undefined);
  } catch {
    return null;
  }
}
