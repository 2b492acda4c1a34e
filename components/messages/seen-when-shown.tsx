"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useMarked } from "@/components/forms/use-marked";
import type { FormState } from "@/lib/form-state";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  fields?: Readonly<Record<string, string>>;
  children: ReactNode;
};

/** Words that rested on the screen for so long were shown. Scrolled past they were not. */
const restMs = 1_000;

/**
 * Around words that count as read once their end was on the screen, in a page that is looked at. It is told by a request of
 * its own: opening, fetching or prefetching the page tells nothing.
 */
export function SeenWhenShown({ action, fields, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const told = useRef(new Set<string>());
  const send = useMarked(action);
  const more = JSON.stringify(fields ?? {});

  useEffect(() => {
    const inView = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      if (document.visibilityState !== "visible") return;
      const shown = [...inView].filter((id) => !told.current.has(id));
      if (shown.length === 0) return;
      for (const id of shown) told.current.add(id);
      // What did not arrive is told when it is next on the screen.
      const forget = () => {
        for (const id of shown) told.current.delete(id);
      };
      send({ ...JSON.parse(more), shown: shown.join(",") }).then(
        ({ status }) => status === "refused" && forget(),
        forget,
      );
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(tell, restMs);
    };
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const id = target instanceof HTMLElement ? target.dataset.shown : undefined;
        if (id && isIntersecting) inView.add(id);
        else if (id) inView.delete(id);
      }
      wait();
    });
    for (const end of box.current?.querySelectorAll("[data-shown]") ?? []) observer.observe(end);
    document.addEventListener("visibilitychange", wait);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("visibilitychange", wait);
    };
  });

  return <div ref={box}>{children}</div>;
}

/** The end of words that nobody has marked as read yet. */
export const EndOfWords = ({ id }: { id: string }) => <span data-shown={id} className="inline-block size-px" />;
