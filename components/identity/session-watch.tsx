"use client";

import { useEffect, useRef } from "react";
import { usePageOwner } from "@/components/forms/page-owner";
import { PageCover } from "@/components/identity/page-cover";
import { useSessionLeft } from "@/components/identity/use-session-left";
import { plural } from "@/lib/plural";

/**
 * Warns two minutes before the sign-in ends, and covers the page when it has, or when it is another person's. It asks how
 * long is left and never makes that longer by asking. Nothing typed is lost: the same person signs in, and it is there.
 */
export function SessionWatch() {
  const { stage, minutes, stay } = useSessionLeft(usePageOwner().mark);
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
          You will be signed out in {plural(minutes, "a minute", `${minutes} minutes`)}. This page is then covered, and
          what you typed stays under it.
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
      {stage === "over" || stage === "another" ? <PageCover why={stage} /> : null}
    </>
  );
}
