"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { whenToldToLook } from "@/components/forms/session-news";
import { tellTabs, whenTabsTell } from "@/components/identity/other-tabs";
import { after, type Instant, secondsLeftAlone, secondsUntil } from "@/lib/identity/device-clock";
import { hearLook, type KnownSignIn } from "@/lib/identity/known-sign-in";
import { type SessionLook, sessionLimits, warningSeconds } from "@/lib/identity/session-limits";

/** Whether this page can still be used: "another" when somebody else has signed in on this device. */
export type Stage = "fine" | "warning" | "locked" | "over" | "another";

const sessionUrl = "/api/session";
/** A network that is there and carries nothing is none, in milliseconds. */
const patience = 10_000;
const here = (): Instant => ({ tick: performance.now(), wall: Date.now() });

/** Asks again when the answer could have changed: at the warning, near the end, when the tab or another one says so. */
export function useSessionLeft({ mark, isClient }: { mark: string; isClient: boolean }) {
  // An answer of its own each time: the same number of seconds twice still sets the next look.
  const [answer, setAnswer] = useState<{ left: number; isAnothers: boolean; isLocked: boolean }>();
  const known = useRef<KnownSignIn>(undefined);
  const asked = useRef(0);
  const touched = useRef<Instant>(undefined);
  const { idleSeconds, absoluteSeconds } = sessionLimits(isClient ? "client" : "therapist");

  const ask = useCallback(
    async (method: "GET" | "POST") => {
      const askedAt = here();
      asked.current += 1;
      const number = asked.current;
      // A page that was opened a moment before the network went still ends: its opening was what the server saw last.
      const ends = { idle: after(askedAt, idleSeconds), last: after(askedAt, absoluteSeconds) };
      known.current ??= { ends, isAnothers: false, isLocked: false, heard: 0 };
      touched.current ??= askedAt;
      const say = (left: number, { isAnothers, isLocked }: KnownSignIn) => setAnswer({ left, isAnothers, isLocked });
      const byDevice = ({ ends }: KnownSignIn) =>
        secondsLeftAlone(ends, touched.current ?? askedAt, idleSeconds, here());
      // What the device alone says: a colleague's sign-in locks itself first.
      const sayAlone = (left: number, alone: KnownSignIn) =>
        say(left, { ...alone, isLocked: alone.isLocked || !isClient });
      // Over by the device's clock: covered first, then asked.
      if (method === "GET" && byDevice(known.current) === 0) sayAlone(0, known.current);
      const told = await fetch(sessionUrl, {
        method,
        cache: "no-store",
        headers: { "x-page-mark": mark },
        signal: AbortSignal.timeout(patience),
      })
        .then((response) => (response.ok ? (response.json() as Promise<SessionLook>) : undefined))
        .catch(() => undefined);
      const before = known.current;
      if (!told) return sayAlone(byDevice(before), before);
      known.current = hearLook(before, { method, number, asked: asked.current, askedAt, told });
      if (known.current !== before) say(secondsUntil(known.current.ends.idle, here()), known.current);
    },
    [mark, isClient, idleSeconds, absoluteSeconds],
  );

  useEffect(() => {
    ask("GET");
    // Whoever else has a page open on this device learns that somebody signed in here.
    tellTabs("look");
    const look = () => void ask("GET");
    const whenSeen = () => document.visibilityState === "visible" && look();
    const touch = () => {
      touched.current = here();
    };
    document.addEventListener("visibilitychange", whenSeen);
    const looks = ["pageshow", "online"] as const;
    const touches = ["pointerdown", "keydown"] as const;
    for (const kind of looks) addEventListener(kind, look);
    for (const kind of touches) addEventListener(kind, touch, { passive: true });
    const deaf = [whenToldToLook(look), whenTabsTell((word) => word === "look" && look())];
    return () => {
      document.removeEventListener("visibilitychange", whenSeen);
      for (const kind of looks) removeEventListener(kind, look);
      for (const kind of touches) removeEventListener(kind, touch);
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

function stageOf({ left, isAnothers, isLocked }: { left: number; isAnothers: boolean; isLocked: boolean }): Stage {
  if (isAnothers) return "another";
  if (left > warningSeconds) return "fine";
  if (left > 0) return "warning";
  return isLocked ? "locked" : "over";
}

/** Before the warning: at it, and every five minutes. From then on every ten seconds, because another tab may stay. */
const nextLook = (left: number): number =>
  left > warningSeconds ? Math.min(300, left - warningSeconds + 1) : left > 0 ? Math.min(10, left + 1) : 30;
