"use client";

import type { ReactNode } from "react";
import { PortalShell } from "@/components/shell/portal-shell";
import { asButton } from "@/components/ui/button";

type Props = {
  /** The way out: nobody is known here, so it stands at the top for everybody. */
  leave: ReactNode;
  /** The same in the place of a skip link, for a keyboard. */
  leaveAtOnce: ReactNode;
};

/** Of the client, because every page carries the page that may have to stand in its place. */
export function Nowhere({ leave, leaveAtOnce }: Props) {
  return (
    <PortalShell home="/" nav={null} leave={leave} leaveAtOnce={leaveAtOnce}>
      <section className="desk:col-span-full">
        <h1>This page is not here</h1>
        <p className="mt-2 text-ink-2">
          The address may be mistyped, or the page may have moved. Nothing you wrote is lost.
        </p>
      </section>
      <div className="flex gap-2.5 flex-wrap items-center">
        <a href="/" {...asButton({ look: "filled" })}>
          Go to Nearer
        </a>
      </div>
    </PortalShell>
  );
}
