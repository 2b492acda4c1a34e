"use client";

import { useEffect, useRef, useState } from "react";
import { nothingPressed, type Pressed, pressed, shiftWithin } from "@/lib/identity/leave-keys";

/** Leaves by keys: Shift three times, or Esc twice where nothing open would be closed by it. Answers how often Shift was pressed. */
export function useLeaveKeys(leave: () => void, byEscape: boolean): number {
  const [shifts, setShifts] = useState(0);
  const before = useRef<Pressed>(nothingPressed);

  useEffect(() => {
    let forgotten: ReturnType<typeof setTimeout> | undefined;
    const take = (next: Pressed) => {
      before.current = next;
      setShifts(next.shifts);
    };
    const listen = (event: KeyboardEvent) => {
      const { leaves, ...next } = pressed(before.current, {
        name: event.key,
        at: event.timeStamp,
        isTyping: event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey,
        isEscapeFree: byEscape && !event.defaultPrevented && !closesSomething(event.target),
      });
      take(next);
      clearTimeout(forgotten);
      if (next.shifts > 0) forgotten = setTimeout(() => take(nothingPressed), shiftWithin);
      if (leaves) leave();
    };
    // Marking text with Shift and a click is no wish to leave.
    const begin = () => take(nothingPressed);
    addEventListener("keydown", listen);
    addEventListener("pointerdown", begin);
    return () => {
      clearTimeout(forgotten);
      removeEventListener("keydown", listen);
      removeEventListener("pointerdown", begin);
    };
  }, [leave, byEscape]);

  return shifts;
}

/** A dialog or a menu is open: Esc closes that and does nothing else. */
const closesSomething = (target: EventTarget | null): boolean =>
  isThere("dialog:modal") ||
  isThere(":popover-open") ||
  (target instanceof Element &&
    target.closest("dialog[open], [role=menu], [aria-haspopup][aria-expanded=true]") !== null);

/** A browser that does not know the word has nothing of the kind. */
function isThere(selector: string): boolean {
  try {
    return document.querySelector(selector) !== null;
  } catch {
    return false;
  }
}
