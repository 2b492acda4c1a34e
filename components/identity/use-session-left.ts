"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { whenToldToLook } from "@/components/forms/session-news";
import { tellTabs, whenTabsTell } from "@/components/identity/other-tabs";
import { type SessionLook, warningSeconds } from "@/lib/identity/session-limits";

/** Whether this page can still be used: "another" when somebody else has signed in on this device. */
export type Stage = "fine" | "warning" | "over" | "another";

const sessionUrl = "/api/session";

/** Asks again when the answer could have changed: at the warning, near the end, when the tab or another one says so. */
export function useSessionLeft(mark: string) {
  // An answer of its own each time: the same number of seconds twice still sets the next look.
  const [answer, setAnswer] = useState<{ left: number; isAnothers: boolean }>();
  const end = useRef<{ tick: number; wall: number }>(undefined);

  const ask = useCallback(
    async (method: "GET" | "POST") => {
      const look = await fetch(sessionUrl, { method, cache: "no-store", headers: { "x-page-mark": mark } })
        .then((response) => (response.ok ? (response.json() as Promise<SessionLook>) : undefined))
        .catch(() => undefined);
      if (look) {
        const ms = look.secondsLeft * 1000;
        end.current = { tick: performance.now() + ms, wall: Date.now() + ms };
      }
      if (!end.current) return;
      // A phone that slept counts no ticks, and somebody may set its clock back: whichever is further on.
      const left = Math.min(end.current.tick - performance.now(), end.current.wall - Date.now());
      setAnswer((before) => ({
        left: Math.max(0, Math.round(left / 1000)),
        isAnothers: look ? look.whose === "another" : (before?.isAnothers ?? false),
      }));
    },
    [mark],
  );

  useEffect(() => {
    ask("GET");
    // Whoever else has a page open on this device learns that somebody signed in here.
    tellTabs("look");
    const look = () => void ask("GET");
    const whenSeen = () => document.visibilityState === "visible" && look();
    document.addEventListener("visibilitychange", whenSeen);
    addEventListener("pageshow", whenSeen);
    const deaf = [whenToldToLook(look), whenTabsTell((word) => word === "look" && look())];
    return () => {
      document.removeEventListener("visibilitychange", whenSeen);
      removeEventListener("pageshow", whenSeen);
      for (const stop of deaf) stop();
    };
  }, [ask]);

  useEffect(() => {
    if (!answer) return;
    const timer = setTimeout(() => ask("GET"), nextLook(answer.left) * 1000);
    return () => clearTimeout(timer);
  }, [answer, ask]);

  const stage = answer ? stageOf(answer) : "fine";
  return { stage, minutes: Math.max(1, Math.ceil((answer?.left ?? 0) / 60)), stay: () => ask("POST") };
}

function stageOf({ left, isAnothers }: { left: number; isAnothers: boolean }): Stage {
  if (isAnothers) return "another";
  if (left > warningSeconds) return "fine";
  return left > 0 ? "warning" : "over";
}

/** Before the warning: at it, and every five minutes. From then on every ten seconds, because another tab may stay. */
const nextLook = (left: number): number =>
  left > warningSeconds ? Math.min(300, left - warningSeconds + 1) : left > 0 ? Math.min(10, left + 1) : 30;
