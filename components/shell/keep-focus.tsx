"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * Focus lands where the change is: at the title of a page that was opened from another, and where something went that had
 * focus, at the title of what is around it. The browser itself would put it at the top of the page, and say nothing.
 */
export function KeepFocus() {
  const path = usePathname();
  const opened = useRef(path);
  useEffect(() => {
    if (opened.current === path) return;
    opened.current = path;
    if (isNowhere()) focusOn(document.querySelector("main h1"));
  }, [path]);

  useEffect(() => {
    let around: readonly Element[] = [];
    const remember = ({ target }: FocusEvent) => {
      around = target instanceof Element ? pathTo(target) : [];
    };
    const look = new MutationObserver(() => {
      const [last] = around;
      if (!last || last.isConnected || !isNowhere()) return;
      const left = around.find((one) => one.isConnected && one !== document.body);
      around = [];
      focusOn(
        left?.closest("section, form, li, main")?.querySelector("h1, h2, h3") ?? document.querySelector("main h1"),
      );
    });
    addEventListener("focusin", remember);
    look.observe(document.body, { childList: true, subtree: true });
    return () => {
      removeEventListener("focusin", remember);
      look.disconnect();
    };
  }, []);
  return null;
}

const isNowhere = (): boolean => !document.activeElement || document.activeElement === document.body;

function pathTo(target: Element): Element[] {
  const path: Element[] = [];
  for (let one: Element | null = target; one; one = one.parentElement) path.push(one);
  return path;
}

function focusOn(title: Element | null): void {
  if (!(title instanceof HTMLElement)) return;
  if (!title.hasAttribute("tabindex")) title.tabIndex = -1;
  title.focus({ preventScroll: true });
}
