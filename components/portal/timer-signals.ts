"use client";

import { useEffect, useRef } from "react";

/** Before the title of the tab, so that it can be seen from another. */
const overTitle = "Time · ";

let sound: AudioContext | undefined;

/** Browsers let a page sound only if it asked at a tap. Where one cannot, the end is silent. */
export function readySound(): void {
  try {
    sound ??= new AudioContext();
    void sound.resume().catch(() => undefined);
  } catch {
    // No sound here.
  }
}

/** Two soft tones, a second long together. */
function ring(): void {
  try {
    if (!sound) return;
    for (const [at, hertz] of [
      [0, 440],
      [0.5, 550],
    ] as const) {
      const begins = sound.currentTime + at;
      const tone = new OscillatorNode(sound, { frequency: hertz });
      const loudness = new GainNode(sound, { gain: 0 });
      loudness.gain.linearRampToValueAtTime(0.2, begins + 0.05);
      loudness.gain.linearRampToValueAtTime(0, begins + 0.45);
      tone.connect(loudness).connect(sound.destination);
      tone.start(begins);
      tone.stop(begins + 0.5);
    }
  } catch {
    // The title and the page still say it.
  }
}

function shake(): void {
  try {
    navigator.vibrate?.([250, 150, 250]);
  } catch {
    // Not here.
  }
}

/** The end is told once: by sound and vibration where somebody wants them, and in the title until the page is looked at. */
export function tellOver(aloud: boolean): void {
  if (aloud) {
    ring();
    shake();
  }
  if (document.visibilityState === "visible" || document.title.startsWith(overTitle)) return;
  const before = document.title;
  document.title = `${overTitle}${before}`;
  const back = () => {
    if (document.visibilityState !== "visible") return;
    if (document.title === `${overTitle}${before}`) document.title = before;
    document.removeEventListener("visibilitychange", back);
  };
  document.addEventListener("visibilitychange", back);
}

/** Keeps the screen from going dark while it counts. A browser that gives it up on another tab is asked again on return. */
export function useScreenAwake(isRunning: boolean): void {
  const held = useRef<WakeLockSentinel | null>(null);
  useEffect(() => {
    if (!isRunning) return;
    let isOver = false;
    const hold = async () => {
      if (document.visibilityState !== "visible") return;
      const lock = await navigator.wakeLock?.request("screen").catch(() => null);
      if (isOver) await lock?.release().catch(() => undefined);
      else held.current = lock ?? null;
    };
    void hold();
    document.addEventListener("visibilitychange", hold);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", hold);
      void held.current?.release().catch(() => undefined);
      held.current = null;
    };
  }, [isRunning]);
}
