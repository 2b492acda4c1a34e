"use client";

import { LeaveFirst } from "@/components/portal/leave-first";
import { knownWayOut, LeaveQuickly } from "@/components/portal/leave-quickly";
import { PortalShell } from "@/components/shell/portal-shell";
import { asButton, Button } from "@/components/ui/button";

/** A page of the portal that could not be loaded. It keeps the way out: as it was before, or as a plain form. */
export default function PortalErrorPage({ reset }: { error: Error; reset: () => void }) {
  const way = knownWayOut();
  const leave = way ? (
    <LeaveQuickly {...way} />
  ) : (
    <form action="/api/leave" method="post" className="door:grid door:gap-4.5 print:hidden">
      <button
        type="submit"
        {...asButton(
          {},
          "portal:py-1! portal:px-4! portal:border-ink! portal:min-h-11! portal:bg-paper! door:border-ink! door:min-h-11! door:bg-paper!",
        )}
      >
        Leave quickly
      </button>
    </form>
  );
  return (
    <PortalShell home="/portal" nav={[]} leave={leave} leaveAtOnce={way ? <LeaveFirst {...way} /> : null}>
      <section className="desk:col-span-full">
        <h1>This page could not be loaded</h1>
        <p className="text-ink-2">What you saved before is still there. Try again in a moment.</p>
      </section>
      <div className="flex gap-2.5 flex-wrap items-center">
        <Button look="filled" onClick={reset}>
          Try again
        </Button>
      </div>
    </PortalShell>
  );
}
