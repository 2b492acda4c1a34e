"use client";

import { useEffect, useRef, useState } from "react";
import { useGuideValues } from "@/components/portal/guide-values";
import { readySound, tellOver, useScreenAwake } from "@/components/portal/timer-signals";
import { asButton } from "@/components/ui/button";
import { asChoice, ChoiceBox } from "@/components/ui/choice-box";
import { secondsLived, type TimerState, timerAt } from "@/lib/exercises/timer-state";

type Props = {
  minutes: number;
  /** Where the page remembers its end while the draft is on its way: numbers only. */
  storageKey: string;
  words: { start: string; stop: string; over: string; stopped: string };
  /** The field that takes the seconds lived, where the exercise keeps them. */
  countInto?: string;
  /** A checkbox of the guide that has to be ticked first, and the sentence until then. */
  needs?: { field: string; sentence: string };
  /** It ends without a sound unless somebody asks for one: who is alone may not want to be heard. */
  quiet?: boolean;
};

const endField = "$endsAt";
const livedField = "$lived";

const leftRunning = "This timer was left running, so nothing was counted. Start again when you like.";

/** Counts towards an instant and not from a start: a locked screen, a reload or another device cannot lose it. */
export function Timer({ minutes, storageKey, words, countInto, needs, quiet = false }: Props) {
  const values = useGuideValues();
  const [endsAt, setEndsAt] = useState<number | null>(() => numberOr(values[endField]));
  const [kept, setKept] = useState<number | null>(() => numberOr(values[livedField]));
  const [now, setNow] = useState<number | null>(null);
  const [aloud, setAloud] = useState(!quiet);
  const field = useRef<HTMLInputElement>(null);
  const changed = useRef(false);
  const total = minutes * 60;
  const state: TimerState = now === null ? { kind: "ready" } : timerAt({ endsAt, kept, total }, now);
  const isRunning = state.kind === "running";
  useScreenAwake(isRunning);

  useEffect(() => {
    setNow(Date.now());
    if (endsAt === null) setEndsAt(recall(storageKey));
  }, [endsAt, storageKey]);
  useEffect(() => {
    if (!isRunning) return;
    const look = () => setNow(Date.now());
    const ticking = setInterval(look, 500);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(ticking);
      document.removeEventListener("visibilitychange", look);
    };
  }, [isRunning]);
  // The guide reads its fields after they have changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these two are what the fields show
  useEffect(() => {
    if (changed.current) field.current?.form?.dispatchEvent(new Event("input", { bubbles: true }));
    changed.current = false;
  }, [endsAt, kept]);

  const set = (end: number | null, lived: number | null) => {
    changed.current = true;
    remember(storageKey, lived === null ? end : null);
    setNow(Date.now());
    setEndsAt(end);
    setKept(lived);
  };
  // Kept at once: looked at tomorrow it is what was lived, and no timer that somebody left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end is told once, as it is when it comes
  useEffect(() => {
    if (state.kind !== "over") return;
    tellOver(aloud);
    set(endsAt, total);
  }, [state.kind]);

  const waits = needs !== undefined && values[needs.field] === undefined;
  const isFirst = state.kind === "ready";
  return (
    <div data-timer className="grid gap-3 py-3 justify-items-center text-center">
      <input type="hidden" name={endField} value={endsAt ?? ""} ref={field} />
      <input type="hidden" name={livedField} value={kept ?? ""} />
      {countInto ? <input type="hidden" name={countInto} value={secondsLived(state, total)} /> : null}
      <p
        className="font-medium text-[min(4.5rem,24vw)] leading-[1.1] font-serif figures"
        data-scripted
        role="timer"
        aria-live="off"
      >
        {now === null ? "\u00a0" : clock(shownSeconds(state, total))}
      </p>
      <p role="status">{said(state, words)}</p>
      {waits ? (
        <p className="text-ink-2" id="timer-waits">
          {needs.sentence}
        </p>
      ) : null}
      {state.kind === "running" ? (
        <button
          type="button"
          data-scripted
          {...asButton({}, "min-w-[min(220px,100%)]")}
          onClick={() => set(endsAt, total - state.left)}
        >
          {words.stop}
        </button>
      ) : (
        <button
          type="button"
          data-scripted
          {...asButton({ look: isFirst ? "filled" : "outline" }, "min-w-[min(220px,100%)]")}
          disabled={waits}
          aria-describedby={waits ? "timer-waits" : undefined}
          onClick={() => {
            if (aloud) readySound();
            set(Date.now() + total * 1000, null);
          }}
        >
          {isFirst ? words.start : "Start again"}
        </button>
      )}
      <label data-scripted className={asChoice()}>
        <ChoiceBox
          type="checkbox"
          checked={aloud}
          onChange={({ target }) => {
            if (target.checked) readySound();
            setAloud(target.checked);
          }}
        />
        <span>A soft sound at the end</span>
      </label>
      <noscript>
        <p className="text-ink-2">This page cannot count here. A clock of your own does it as well.</p>
      </noscript>
    </div>
  );
}

function said({ kind }: TimerState, { over, stopped }: Props["words"]): string {
  if (kind === "over" || kind === "done") return over;
  if (kind === "stopped") return stopped;
  return kind === "forgotten" ? leftRunning : "";
}

function shownSeconds(state: TimerState, total: number): number {
  if (state.kind === "running") return state.left;
  if (state.kind === "stopped") return total - state.lived;
  return state.kind === "over" || state.kind === "done" ? 0 : total;
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
