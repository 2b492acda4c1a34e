"use client";

import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";
import { asButton } from "@/components/ui/button";

type Props = {
  leave: ReactNode;
  /** The same in the place of a skip link, for a keyboard. */
  leaveAtOnce: ReactNode;
};

/** Where nobody is known. Of the client, because every page carries the page that may have to stand in its place. */
export function Nowhere({ leave, leaveAtOnce }: Props) {
  return (
    <>
      {leaveAtOnce}
      <main id="main" className="grid gap-4 mx-auto py-10 px-5 content-center justify-items-start max-w-130 min-h-dvh">
        <Logo width={44} />
        <h1>This page is not here</h1>
        <p className="text-ink-2">
          The address may be mistyped, or the page may have moved. Nothing you wrote is lost.
        </p>
        <a href="/" {...asButton({ look: "filled" })}>
          Go to Nearer
        </a>
        {leave}
      </main>
    </>
  );
}
