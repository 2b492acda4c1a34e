"use client";

import { useEffect, useRef } from "react";
import { usePageOwner } from "@/components/forms/page-owner";
import { PageCover } from "@/components/identity/page-cover";
import { useSessionLeft } from "@/components/identity/use-session-left";
import { asButton } from "@/components/ui/button";
import { plural } from "@/lib/plural";

/**
 * Warns two minutes before the sign-in ends, and covers the page when it has, or when it is another person's. It asks how
 * long is left and never makes that longer by asking. Nothing typed is lost: the same person signs in, and it is there.
 */
export function SessionWatch() {
  const owner = usePageOwner();
  const { stage, minutes, stay } = useSessionLeft(owner);
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
        className="slight:top-18 slight:max-h-[calc(100dvh_-_88px)] backdrop:bg-[light-dark(#14211e66,#000a)] fixed top-auto bottom-[calc(24px_+_env(safe-area-inset-bottom))] inset-x-4 z-8 m-auto p-6 border border-line overflow-auto w-[min(520px,calc(100vw_-_40px))] max-h-[calc(100dvh_-_40px)] rounded-block bg-surface text-ink lifted [--ground:var(--color-surface)] max-desk:bottom-[calc(84px_+_env(safe-area-inset-bottom))]"
        aria-labelledby="session-watch-title"
        aria-describedby="session-watch-words"
        onKeyDown={({ key }) => key === "Escape" && dialog.current?.close()}
      >
        <h2 className="mb-2" id="session-watch-title">
          Are you still here?
        </h2>
        <p id="session-watch-words">
          {owner.isClient ? "You will be signed out" : "Nearer locks itself"} in{" "}
          {plural(minutes, "a minute", `${minutes} minutes`)}. This page is then covered, and what you typed stays under
          it.
        </p>
        <div className="flex gap-2 mt-2 flex-wrap">
          <button type="button" {...asButton()} onClick={() => dialog.current?.close()}>
            Close
          </button>
          <button type="button" {...asButton({ look: "filled" })} onClick={stay} ref={toStay}>
            Stay signed in
          </button>
        </div>
      </dialog>
      {stage === "over" || stage === "locked" || stage === "another" ? <PageCover why={stage} /> : null}
    </>
  );
}
