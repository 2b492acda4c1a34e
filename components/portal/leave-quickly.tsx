"use client";

import { type ReactNode, useCallback, useEffect, useRef } from "react";

type Props = {
  /** Signs out and redirects to the neutral page: what happens without script. */
  action: (form: FormData) => void | Promise<void>;
  /** A neutral page, such as a weather site. It replaces this page in the tab's history. */
  to: string;
  /** Ends the session; called with a beacon, so it survives the page. */
  signOutUrl: string;
  /** An icon, drawn by the server. */
  icon?: ReactNode;
};

/** Presses of Esc this close together count as one wish to leave. */
const twiceWithin = 700;

let wayOut: string | undefined;

/** Where this document's button led, for a page that had to be drawn without the server. */
export const knownWayOut = (): string | undefined => wayOut;

/** Leaves at once: no question, no animation, nothing kept in this tab. */
export function LeaveQuickly({ action, to, signOutUrl, icon }: Props) {
  const lastEscape = useRef(Number.NEGATIVE_INFINITY);

  const leave = useCallback(() => {
    forget(() => sessionStorage);
    forget(() => localStorage);
    // The neutral page may be slow to come, and an answer still on its way would be kept for later.
    Storage.prototype.setItem = () => undefined;
    if (!navigator.sendBeacon(signOutUrl)) {
      fetch(signOutUrl, { method: "POST", keepalive: true }).catch(() => undefined);
    }
    document.documentElement.hidden = true;
    location.replace(to);
  }, [signOutUrl, to]);

  useEffect(() => {
    wayOut = to;
  }, [to]);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.repeat) return;
      if (event.timeStamp - lastEscape.current <= twiceWithin) leave();
      lastEscape.current = event.timeStamp;
    };
    addEventListener("keydown", listen, { capture: true });
    return () => removeEventListener("keydown", listen, { capture: true });
  }, [leave]);

  return (
    <form
      action={action}
      className="leave-form"
      onSubmit={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <button type="submit" className="btn leave" title="Opens a weather page and signs you out. Or press Esc twice.">
        {icon}
        Leave quickly
      </button>
    </form>
  );
}

/** Storage may be switched off, and then even naming it throws; leaving must not wait for it. */
function forget(storage: () => Storage) {
  try {
    storage().clear();
  } catch {
    // Nothing was kept then.
  }
}
