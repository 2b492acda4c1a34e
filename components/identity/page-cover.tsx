"use client";

import { useEffect, useState } from "react";
import { asButton } from "@/components/ui/button";
import { offlineAddress } from "@/lib/identity/offline-address";

const words = {
  locked: {
    title: "Nearer is locked",
    sub: "Nothing happened here for a while. Open it with a passkey, a code or your password, and this page is as you left it, with what you typed.",
    link: { href: "/locked", text: "Open it in a new tab" },
  },
  over: {
    title: "You are signed out",
    sub: "This page is covered. Sign in as the same person, and it is as you left it, with what you typed.",
    link: { href: "/sign-in?why=idle", text: "Sign in again in a new tab" },
  },
  another: {
    title: "Somebody else is signed in here",
    sub: "This page belongs to the person who opened it. It is covered, and nothing is sent or saved from it any more.",
    link: { href: "/sign-in", text: "Sign in as yourself in a new tab" },
  },
} as const;

/** Numbers that the page holds already. They need no sign-in, so the cover leads to them. */
const heldNumbers = () => document.querySelector<HTMLDetailsElement>("main details[data-stays]");

function showNumbers() {
  const held = heldNumbers();
  if (!held) return;
  held.open = true;
  held.scrollIntoView();
  held.querySelector("summary")?.focus();
}

/** Stands before the page's content, which stays as it is and cannot be seen, read out, printed or reached by keys. */
export function PageCover({ why }: { why: keyof typeof words }) {
  const [hasNumbers, setHasNumbers] = useState(false);
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    setHasNumbers(heldNumbers() !== null);
    setKept(Boolean(navigator.serviceWorker?.controller));
  }, []);
  useEffect(() => {
    const { documentElement: page, activeElement: focused } = document;
    page.dataset.covered = why;
    for (const open of document.querySelectorAll<HTMLDialogElement>("main dialog[open]:not([data-stays])"))
      open.close();
    if (focused instanceof HTMLElement && focused.closest("main") && !focused.closest("[data-stays]")) focused.blur();
    return () => {
      delete page.dataset.covered;
    };
  }, [why]);
  const { title, sub, link } = words[why];
  return (
    // biome-ignore lint/a11y/useSemanticElements: the page's own main stands there still, hidden
    <div
      data-cover
      className="slight:top-18 slight:max-h-[calc(100dvh_-_88px)] grid fixed top-[clamp(76px,50dvh-14rem,25dvh)] bottom-auto inset-x-4 z-8 gap-3 mx-auto p-5 border-y border-l-4 border-r border-t-edge border-r-edge border-b-edge border-l-amber-mark overflow-auto max-w-140 max-h-[calc(100dvh-16px-clamp(76px,50dvh-14rem,25dvh))] rounded-control bg-surface lifted print:static print:max-h-none"
      role="main"
    >
      <div role="alert">
        <h1 className="mb-2 text-heading">{title}</h1>
        <p>{sub}</p>
      </div>
      <p className="text-ink-2">In danger now? Call your local emergency number. You need not sign in for that.</p>
      <div className="flex gap-2.5 flex-wrap items-center">
        <a {...asButton()} href={link.href} target="_blank" rel="noreferrer">
          {link.text}
        </a>
        {why === "over" && hasNumbers ? (
          <button type="button" {...asButton()} onClick={showNumbers}>
            Show numbers to call
          </button>
        ) : null}
        {why === "over" && isKept && !hasNumbers ? (
          <a {...asButton()} href={offlineAddress} target="_blank" rel="noreferrer">
            Numbers to call
          </a>
        ) : null}
        {why === "another" ? (
          <a {...asButton({ look: "quiet" })} href="/">
            Go to the start
          </a>
        ) : null}
      </div>
    </div>
  );
}
