"use client";

import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";
import { asButton } from "@/components/ui/button";

const words = (
  <>
    <h1>This page is not here</h1>
    <p className="text-ink-2">The address may be mistyped, or the page may have moved. Nothing you wrote is lost.</p>
  </>
);

const back = (
  <a href="/" {...asButton({ look: "filled" })}>
    Go to Nearer
  </a>
);

/** Where nobody is known. Of the client, because every page carries the pages that may have to stand in its place. */
export function Nowhere({ leave }: { leave: ReactNode }) {
  return (
    <main id="main" className="grid gap-4 mx-auto py-10 px-5 content-center justify-items-start max-w-130 min-h-dvh">
      <Logo width={44} />
      {words}
      {back}
      {leave}
    </main>
  );
}

/** The same inside of the portal’s own chrome. */
export function NowhereInPortal() {
  return (
    <>
      <section className="desk:col-span-full">{words}</section>
      <div className="flex gap-2.5 flex-wrap items-center">{back}</div>
    </>
  );
}
