"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { warningSeconds } from "@/lib/domain/identity/session-limits";

type Stage = "fine" | "warning" | "over";

const sessionUrl = "/api/session";

/**
 * Warns two minutes before the sign-in ends, and says so when it has. It asks how long is left and never makes that
 * longer by asking. The page stays as it is: nothing typed is lost.
 */
export function SessionWatch() {
  const { stage, minutes, stay } = useSessionLeft();
  const dialog = useRef<HTMLDialogElement>(null);
  const toStay = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const box = dialog.current;
    if (!box) return;
    // Not modal: the way out at the top of the page stays within reach.
    if (stage === "warning" && !box.open) {
      box.show();
      toStay.current?.focus();
    }
    if (stage !== "warning" && box.open) box.close();
  }, [stage]);

  return (
    <>
      <dialog
        ref={dialog}
        role="alertdialog"
        className="dialog still-here"
        aria-labelledby="session-watch-title"
        aria-describedby="session-watch-words"
      >
        <h2 id="session-watch-title">Are you still here?</h2>
        <p id="session-watch-words">
          You will be signed out in {minutes === 1 ? "a minute" : `${minutes} minutes`}. What you typed stays on this
          page.
        </p>
        <div className="acts">
          <button type="button" className="btn" onClick={() => dialog.current?.close()}>
            Close
          </button>
          <button type="button" className="btn filled" onClick={stay} ref={toStay}>
            Stay signed in
          </button>
        </div>
      </dialog>
      {stage === "over" ? (
        <div className="signed-out" role="alert">
          <p>You are signed out. What you typed is still on this page.</p>
          <a className="btn" href="/sign-in?why=idle" target="_blank" rel="noreferrer">
            Sign in again in a new tab
          </a>
        </div>
      ) : null}
    </>
  );
}

/** Asks again when the answer could have changed: at the warning, near the end, and when the tab comes back. */
function useSessionLeft() {
  // An answer of its own each time: the same number of seconds twice still sets the next look.
  const [answer, setAnswer] = useState<{ left: number }>();
  const endsAt = useRef<number>(undefined);

  const ask = useCallback(async (method: "GET" | "POST") => {
    const response = await fetch(sessionUrl, { method, cache: "no-store" }).catch(() => undefined);
    if (response?.ok) {
      const { secondsLeft } = (await response.json()) as { secondsLeft: number };
      endsAt.current = performance.now() + secondsLeft * 1000;
    }
    if (endsAt.current === undefined) return;
    setAnswer({ left: Math.max(0, Math.round((endsAt.current - performance.now()) / 1000)) });
  }, []);

  useEffect(() => {
    ask("GET");
    const whenSeen = () => document.visibilityState === "visible" && ask("GET");
    document.addEventListener("visibilitychange", whenSeen);
    return () => document.removeEventListener("visibilitychange", whenSeen);
  }, [ask]);

  useEffect(() => {
    if (!answer) return;
    const timer = setTimeout(() => ask("GET"), nextLook(answer.left) * 1000);
    return () => clearTimeout(timer);
  }, [answer, ask]);

  const left = answer?.left;
  const stage: Stage = left === undefined || left > warningSeconds ? "fine" : left > 0 ? "warning" : "over";
  return { stage, minutes: Math.max(1, Math.ceil((left ?? 0) / 60)), stay: () => ask("POST") };
}

/** Before the warning: at it, and every five minutes. From then on every ten seconds, because another tab may stay. */
const nextLook = (left: number): number =>
  left > warningSeconds ? Math.min(300, left - warningSeconds + 1) : left > 0 ? Math.min(10, left + 1) : 30;
