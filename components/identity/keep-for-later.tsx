"use client";

import { useEffect } from "react";
import { usePageOwner } from "@/components/forms/page-owner";
import { endWorkers } from "@/components/identity/clear-device";

const worker = "/sw.js";
const scope = "/portal";

/**
 * Once a page is at rest, a client's device keeps what it needs without a network: scripts, and a page that names nobody. A
 * device on which somebody of the practice signs in keeps nothing for anybody.
 */
export function KeepForLater() {
  const { mark, isClient } = usePageOwner();
  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    // Refused by the browser: then nothing is kept here.
    const begin = () => void (isClient ? keep(mark) : endWorkers()).catch(() => undefined);
    let idle: ReturnType<typeof setTimeout> | undefined;
    const whenLoaded = () => {
      idle = setTimeout(begin, restAfter);
    };
    if (document.readyState === "complete") whenLoaded();
    else addEventListener("load", whenLoaded, { once: true });
    return () => {
      removeEventListener("load", whenLoaded);
      clearTimeout(idle);
    };
  }, [mark, isClient]);
  return null;
}

/** Milliseconds after loading: nothing here may hold up what a person waits for. */
const restAfter = 1_500;

async function keep(mark: string): Promise<void> {
  if (!location.pathname.startsWith(scope) || hasLeft()) return;
  await navigator.serviceWorker.register(worker, { scope, updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/_next/static/`));
  if (hasLeft()) return endWorkers();
  active?.postMessage({ keep: mark, loaded });
}

/** Leave quickly hides the page before anything else. */
const hasLeft = () => document.documentElement.hidden;
