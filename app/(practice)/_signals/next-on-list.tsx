"use client";

import type { Route } from "next";
import Link from "next/link";
import { useEffect, useState } from "react";

/** The addresses of the clients as they stood on the list, in this tab alone. No name is kept. */
const LIST = "nearer-caseload-order";

/** On the caseload: keeps the order of what `view` shows, for the way on from one client to the next. */
export function RememberOrder({ view }: { view: string }) {
  useEffect(() => {
    const links = document.querySelectorAll("[data-ledger] [data-covers]");
    const hrefs = [...links].map((link) => link.getAttribute("href"));
    if (view) sessionStorage.setItem(LIST, JSON.stringify(hrefs));
  }, [view]);
  return null;
}

/** On a page about a client: the way to the next one on the list. Nothing where nobody came from there. */
export function NextOnList({ here }: { here: Route }) {
  const [next, setNext] = useState<Route | null>(null);
  useEffect(() => {
    const kept: unknown = JSON.parse(sessionStorage.getItem(LIST) ?? "[]");
    const hrefs = Array.isArray(kept)
      ? kept.filter((one): one is Route => /^\/clients\/[\w-]+\/overview$/.test(one))
      : [];
    const at = hrefs.indexOf(here);
    setNext(at === -1 ? null : (hrefs[at + 1] ?? null));
  }, [here]);
  if (!next) return null;
  return (
    <Link className="mt-3 mb-1 block w-max py-1 text-small print:hidden" href={next} prefetch={false}>
      Next on your list
    </Link>
  );
}
