import type { Route } from "next";
import Link from "next/link";
import type { HelpKey } from "@/lib/help-words";

/** Beside a word that somebody new may stop at: to the line of the help page that explains it. */
export function WhatIs({ word, children = "What is this?" }: { word: HelpKey; children?: string }) {
  return (
    <Link
      className="text-small text-ink-2 hover:text-ink max-desk:inline-flex max-desk:min-h-11 max-desk:items-center print:hidden"
      href={`/help#${word}` as Route}
      prefetch={false}
    >
      {children}
    </Link>
  );
}
