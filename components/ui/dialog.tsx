"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";

type Props = {
  open: boolean;
  /** Called for Esc and for every other way that the browser closes it. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
};

/** A native modal: the browser traps focus, closes on Esc and gives focus back. */
export function Dialog({ open, onClose, title, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open === open) return;
    if (open) dialog.showModal();
    else dialog.close();
  }, [open]);

  return (
    <dialog
      ref={ref}
      className="backdrop:bg-[light-dark(#14211e66,#000a)] m-auto p-6 border border-line overflow-auto w-[min(520px,calc(100vw_-_40px))] max-h-[calc(100dvh_-_40px)] rounded-block bg-surface text-ink lifted [--ground:var(--color-surface)]"
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <h2 className="mb-2" id={titleId}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
